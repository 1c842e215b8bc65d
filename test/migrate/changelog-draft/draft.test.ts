import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { diffWithChanges } from '../../../diff/diff.js';
import type { MoveHint } from '../../../diff/moves/hint.js';
import type { ChangelogDraft } from '../../../migrate/changelog-draft/draft.js';
import { writeDraft } from '../../../migrate/changelog-draft/write-draft.js';
import { renderChangelogDraft } from '../../../report/changelog-draft.js';
import { readText } from '../../documents.js';
import { BASE, REVISION } from './changelog-pair.js';

async function draftOf(base: string, revision: string, hints: readonly MoveHint[] = []): Promise<ChangelogDraft> {
  const [left, right] = [await readText(base), await readText(revision)];
  return writeDraft(await diffWithChanges(left, right, { hints }), left, right);
}

async function markdownOf(base: string, revision: string, hints: readonly MoveHint[] = []): Promise<string> {
  return renderChangelogDraft(await draftOf(base, revision, hints));
}

/** A document with one operation that receives a pet. */
function withPet(pet: string, version = '1', path = '/pets'): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
paths:
  ${JSON.stringify(path)}:
    get:
      tags: [Pets]
      responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}}
components: {schemas: {pet: ${pet}}}
`;
}

const HEAD = '# Pets 2\n\nCompared with 1: ';
const BREAKING =
  '## Breaking changes\n\nRequests that worked are refused, or answers are not what they were.\n\n### Pets\n\n';
const NEW = '## New\n\nNothing has to be done.\n\n### Pets\n\n';

describe('a draft', () => {
  test('tells everything that changed, the most urgent first', async () => {
    const expected = readFileSync(fileURLToPath(new URL('changelog-pair.md', import.meta.url)), 'utf8');
    expect(await markdownOf(BASE, REVISION)).toBe(expected);
  });

  test('is the same for the same documents, whatever the order of their keys and their syntax', async () => {
    const reversed = (text: string): string => JSON.stringify(reverse(parse(text)));
    const texts = [
      await markdownOf(BASE, REVISION),
      await markdownOf(stringify(parse(BASE)), stringify(parse(REVISION))),
    ];
    expect(texts[0]).toBe(texts[1]);
    const told = (draft: ChangelogDraft) =>
      draft.sections.map(({ kind, resources }) => [
        kind,
        ...resources.map(({ name, entries }) => [name, entries.map(({ findings }) => [...findings].sort()).sort()]),
      ]);
    expect(told(await draftOf(reversed(BASE), reversed(REVISION)))).toEqual(told(await draftOf(BASE, REVISION)));
  });

  test('says so when nothing changed', async () => {
    expect(await markdownOf(BASE, BASE)).toBe('# Pets 1\n\nCompared with 1, nothing changed for callers.\n');
  });

  test('says how the version is chosen', async () => {
    const versioned = (version: string): string =>
      withPet('{}', version).replace(
        'tags: [Pets]',
        `tags: [Pets]\n      parameters: [{name: Pets-Version, in: header, schema: {type: string, default: '${version}'}}]`,
      );
    expect(await markdownOf(versioned('1'), versioned('2'))).toBe(
      '# Pets 2\n\nCompared with 1, nothing changed for callers.\n\nRequests choose this version with the header `Pets-Version: 2`.\n',
    );
  });
});

describe('what belongs together is one entry', () => {
  test('a removal and the confirmed move of what it removed', async () => {
    const base = withPet('{type: object, properties: {colour: {type: string, example: red}}}');
    const revision = withPet(
      '{type: object, properties: {look: {type: object, properties: {colour: {type: string, example: red}}}}}',
      '2',
    );
    const hints = [{ from: 'pet.colour', to: 'pet.look', confirmed: true, place: 'hints.yaml:1:1' }];
    expect(await markdownOf(base, revision, hints)).toBe(
      `${HEAD}1 breaking change.\n\n${BREAKING}- \`colour\` was removed from \`pet\`.
  - \`pet.look\` takes its place.
  - Operations: \`GET /pets\`
  - What to do: Read \`pet.look\` instead of \`pet.colour\`.
  - Before: \`{"colour": "red"}\`
  - After: \`{"look": {}}\`
`,
    );
  });

  test('a removal and what only seems to take its place, marked for the team', async () => {
    const base = withPet('{type: object, properties: {job_identfier: {type: string}}}');
    const revision = withPet('{type: object, properties: {job_identifier: {type: string}}}', '2');
    expect(await markdownOf(base, revision)).toBe(
      `${HEAD}1 breaking change and 1 addition.\n\n${BREAKING}- \`job_identfier\` was removed from \`pet\`.
  - To be checked before this is published: \`pet.job_identifier\` seems to take its place (the names differ in one letter, the same type, nothing else went from or came to the object).
  - Operations: \`GET /pets\`
  - What to do: Read \`pet.job_identifier\` instead of \`pet.job_identfier\`, if they mean the same.
  - Before: \`{"job_identfier": "…"}\`
  - After: \`{"job_identifier": "…"}\`

${NEW}- \`pet\` has the new property \`job_identifier\` (string).
  - Operations: \`GET /pets\`
  - Example: \`{"job_identifier": "…"}\`
`,
    );
  });

  test('the same properties of several schemas', async () => {
    const pets = (properties: string): string =>
      withPet(
        `{type: object, properties: {a: {$ref: '#/components/schemas/one'}, b: {$ref: '#/components/schemas/two'}}}, one: {type: object, properties: {${properties}}}, two: {type: object, properties: {${properties}}}`,
        properties === '' ? '1' : '2',
      );
    expect(await markdownOf(pets(''), pets('x: {type: integer, example: 5}, y: {enum: [z]}'))).toBe(
      `${HEAD}1 addition.\n\n${NEW}- \`one\` and \`two\` have the new properties \`x\` (integer) and \`y\`.
  - Operations: \`GET /pets\`
  - Example: \`{"x": 5, "y": "z"}\`
`,
    );
  });

  test('new operations of one resource', async () => {
    const more = `  /cats: {get: {tags: [Pets], summary: Lists cats., responses: {}}, post: {tags: [Pets], responses: {}}}\ncomponents:`;
    expect(await markdownOf(withPet('{}'), withPet('{}', '2').replace('components:', more))).toBe(
      `${HEAD}1 addition.\n\n${NEW}- 2 new operations:
  - \`GET /cats\` (Lists cats)
  - \`POST /cats\`
`,
    );
  });
});

describe('examples', () => {
  test('are valid on their side, and breaking ones are not on the other', async () => {
    const schemas = [BASE, REVISION].map((text) => {
      const { components } = parse(text);
      const ajv = new Ajv2020.default({ strict: false });
      return (name: string, value: unknown) => ajv.validate({ ...components.schemas[name], components }, value);
    });
    const draft = await draftOf(BASE, REVISION);
    const entries = draft.sections.flatMap(({ resources }) => resources.flatMap(({ entries: all }) => all));
    const checked = entries.flatMap(({ sentence, example }) => {
      const named = sentence.flatMap((word) => (typeof word === 'string' ? [] : [word.code.split('.')[0] ?? '']));
      const name = ['pet', 'new_pet'].find((one) => named.includes(one));
      if (name === undefined || example?.kind !== 'payload') return [];
      return [[name, schemas[0]?.(name, example.before), schemas[1]?.(name, example.after)]];
    });
    expect(checked).toEqual(Array.from({ length: checked.length }, (_, index) => [checked[index]?.[0], true, true]));
    expect(checked.length).toBe(7);
  });

  test('are left out where they would be too long to read', async () => {
    const required = Array.from({ length: 150 }, (_, index) => `property_${index}`);
    const pet = (type: string): string =>
      `{type: object, required: [x, ${required}], properties: {x: {type: ${type}}, ${required.map((name) => `${name}: {type: string}`)}}}`;
    expect(await markdownOf(withPet(pet('string')), withPet(pet('integer'), '2'))).toBe(
      `${HEAD}1 breaking change.\n\n${BREAKING}- \`pet.x\` is an integer instead of a string.
  - Operations: \`GET /pets\`
  - What to do: Read \`x\` as an integer.
`,
    );
  });
});

describe('text of documents', () => {
  test('never becomes markup', async () => {
    const evil = '`<img src=x>` [a](http://b) @all\\u202e\\n# c';
    const key = JSON.stringify('a`b](x)<i>');
    const base = withPet(`{type: object, properties: {${key}: {enum: ["${evil}", b]}}}`).replace(
      'title: Pets',
      `title: "${evil}"`,
    );
    const revision = withPet(`{type: object, properties: {${key}: {enum: [b, "- ${evil}"]}}}`, '2')
      .replace('title: Pets', `title: "${evil}"`)
      .replace('tags: [Pets]', `tags: ["## ${evil}"]`);
    const text = await markdownOf(base, revision);
    const markup = text.split('\n').map((line) => line.replace(/(`+)(?:(?!\1).)*\1/g, ''));
    expect(markup.filter((line) => /<|\]\(|@|\u202e/.test(line.replace(/\\./g, '').replace(/&lt;/g, '')))).toEqual([]);
    expect(text.split('\n').filter((line) => line.startsWith('#')).length).toBe(3);
  });

  test.each(['__proto__', 'constructor', 'toString'])('may be the name %s', async (name) => {
    const base = withPet(`{type: object, properties: {${name}: {type: integer, example: 5}}}`);
    const revision = withPet(`{type: object, properties: {${name}: {type: string, example: a}}}`, '2');
    expect(await markdownOf(base, revision)).toBe(
      `${HEAD}1 breaking change.\n\n${BREAKING}- \`pet.${name}\` is a string instead of an integer.
  - Operations: \`GET /pets\`
  - What to do: Read \`${name}\` as a string.
  - Before: \`{"${name}": 5}\`
  - After: \`{"${name}": "a"}\`
`,
    );
  });
});

function reverse(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reverse(member)]),
  );
}
