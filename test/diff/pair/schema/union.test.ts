import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';

function documentOf(sent: string, received: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    post:
      requestBody: { content: { application/json: { schema: ${sent} } } }
      responses: { '200': { description: ok, content: { application/json: { schema: ${received} } } } }
`;
}

async function told(direction: 'request' | 'response', base: string, revision: string): Promise<readonly unknown[]> {
  const text = (schema: string) => (direction === 'request' ? documentOf(schema, '{}') : documentOf('{}', schema));
  const { findings } = await diffDocuments(await readText(text(base)), await readText(text(revision)));
  return findings.map(({ rule, impact, witness }) => [rule, impact, witness?.value ?? null]);
}

const OVERLAPPING = '[{ type: object, properties: { a: {} } }, { type: object, properties: { b: {} } }]';
const DISJOINT = '[{ type: string, maxLength: 5 }, { type: integer, minimum: 0 }]';

describe('anyOf and oneOf in place of each other', () => {
  test('a value that fits several alternatives is refused from now on', async () => {
    const sides = [`{ anyOf: ${OVERLAPPING} }`, `{ oneOf: ${OVERLAPPING} }`] as const;
    expect(await told('request', ...sides)).toEqual([['union-added', 'breaking', {}]]);
    expect(await told('response', ...sides)).toEqual([['union-added', 'non-breaking', null]]);
  });

  test('a value that fits several alternatives may be received from now on', async () => {
    const sides = [`{ oneOf: ${OVERLAPPING} }`, `{ anyOf: ${OVERLAPPING} }`] as const;
    expect(await told('request', ...sides)).toEqual([['union-removed', 'non-breaking', null]]);
    expect(await told('response', ...sides)).toEqual([['union-removed', 'breaking', {}]]);
  });

  test('where no value fits two of them, nothing changed', async () => {
    expect(await told('request', `{ anyOf: ${DISJOINT} }`, `{ oneOf: ${DISJOINT} }`)).toEqual([]);
    expect(await told('response', `{ oneOf: ${DISJOINT} }`, `{ anyOf: ${DISJOINT} }`)).toEqual([]);
  });
});

describe('properties that move into the alternatives of a new union', () => {
  const status = (values: string) => `{ type: object, properties: { status: { enum: ${values} } } }`;

  test('are compared with what they were', async () => {
    const base = '{ type: [number, object], properties: { status: { enum: [a] } } }';
    const revision = `{ oneOf: [{ type: number }, ${status('[a, b]')}] }`;
    expect(await told('request', base, revision)).toEqual([['union-added', 'non-breaking', null]]);
    expect(await told('response', base, revision)).toEqual([['union-added', 'breaking', { status: 'b' }]]);
    expect(await told('request', revision, base)).toEqual([['union-removed', 'breaking', { status: 'b' }]]);
    expect(await told('response', revision, base)).toEqual([['union-removed', 'non-breaking', null]]);
  });

  test('say nothing where they stay what they were', async () => {
    const base = '{ type: [number, object], properties: { status: { enum: [a] } } }';
    expect(await told('request', base, `{ oneOf: [{ type: number }, ${status('[a]')}] }`)).toEqual([]);
  });

  test('are compared with what they were, also where the types changed', async () => {
    const base = '{ type: [number, object], properties: { status: { enum: [a, b] } } }';
    const revision = `{ oneOf: [{ type: number }, { type: string }, ${status('[a]')}] }`;
    expect(await told('request', base, revision)).toEqual([
      ['union-added', 'breaking', { status: 'b' }],
      ['type-widened', 'non-breaking', null],
    ]);
  });
});

describe('an alternative that goes', () => {
  const text = (names: readonly string[], kind: string) => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '200': { description: ok } }
components:
  schemas:
    Pet:
      anyOf: [${names.map((name) => `{ $ref: '#/components/schemas/${name}' }`).join(', ')}]
      discriminator: { propertyName: kind }
    Cat: { type: object, properties: { kind: { type: string }, a: {} } }
    Dog: { type: object, properties: { kind: { type: string }, b: {} } }
    Fox: { type: object, properties: { kind: ${kind}, c: {} } }
`;
  const findings = async (kind: string) => {
    const base = await readText(text(['Cat', 'Dog', 'Fox'], kind));
    const revision = await readText(text(['Cat', 'Dog'], kind));
    const report = await diffDocuments(base, revision);
    return report.findings.map(({ rule, impact }) => `${rule} ${impact}`);
  };

  test('takes its value of the discriminator with it, though the others take what was sent', async () => {
    expect(await findings('{ type: string }')).toEqual([
      'discriminator-value-removed breaking',
      'alternative-removed dangerous',
    ]);
  });

  test('is told alone where its schema names the value', async () => {
    expect(await findings('{ const: fox }')).toEqual(['alternative-removed dangerous']);
  });
});

describe('a mapping that repeats what the alternatives say themselves is no change', () => {
  const pet = (kind: string): string => `{type: object, required: [kind], properties: {kind: {const: ${kind}}}}`;
  const document = (mapping: string): string => `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /pets:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind${mapping}}
    Cat: ${pet('cat')}
    Dog: ${pet('dog')}
`;
  const told = async (base: string, revision: string): Promise<readonly string[]> => {
    const [left, right] = await Promise.all([readText(document(base)), readText(document(revision))]);
    return (await diffDocuments(left, right)).findings.map(({ message }) => message);
  };

  test('which the values say', async () => {
    const mapping = ", mapping: {cat: '#/components/schemas/Cat', dog: Dog}";
    expect(await told('', mapping)).toEqual([]);
    expect(await told(mapping, '')).toEqual([]);
  });

  test('but not which they contradict', async () => {
    expect(await told('', ", mapping: {puss: '#/components/schemas/Cat'}")).toEqual([
      'The discriminator value "puss" now stands for "Cat".',
    ]);
  });
});
