import { describe, expect, it } from 'vitest';
import { RawDocument } from '../../../generator/emit/raw-document.js';
import { SchemaForms } from '../../../generator/emit/schema-forms.js';
import { emitTypes } from '../../../generator/emit/types.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { documentOf } from './documents.js';

/** The types module of a document without operations. */
function typesOf({ bundled }: ApiDocument): string {
  const document = new RawDocument(bundled);
  return emitTypes(document, new SchemaForms(document, []), new Map(), '');
}

/** What `components.schemas` and everything after it is printed as. */
async function schemas(content: unknown, openapi = '3.1.0'): Promise<string> {
  const document = await documentOf({
    openapi,
    info: { title: 't', version: '1' },
    paths: {},
    components: { schemas: content },
  });
  const text = typesOf(document);
  return text
    .slice(text.indexOf('schemas: {') + 11)
    .replace(/\n\nexport interface operations \{\n\}\n/, '')
    .replace(/^ {2}\};\n\}\n?/m, '')
    .replace(/^ {4}/gm, '')
    .trim();
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('types of schemas', () => {
  it('keep null beside a reference', async () => {
    const text = await schemas(
      { A: { type: 'object', properties: { b: { ...ref('B'), nullable: true } } }, B: { type: 'string' } },
      '3.0.3',
    );
    expect(text).toBe('A: {\n  b?: components["schemas"]["B"] | null;\n};\nB: string;');
  });

  it('apply what stands beside a reference', async () => {
    const text = await schemas({
      A: { ...ref('B'), properties: { c: { type: 'string' } }, required: ['b'] },
      B: { type: 'object', properties: { b: true } },
    });
    expect(text.split('\n\n')[0]).toContain('A: WithRequired<components["schemas"]["B"], "b"> & {\n  c?: string;\n};');
  });

  it('keep every enum member and every digit', async () => {
    const document = `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"components":{"schemas":{"N":{"enum":[9007199254740993,-9007199254740993,1.5,"9",null,true,{"a":[1]}]}}}}`;
    const { readDocument } = await import('../../../openapi/read.js');
    const read = await readDocument({ name: 'n.json', key: 'n.json', bytes: Buffer.from(document) });
    const text = typesOf(read);
    expect(text).toContain(
      'N: 9007199254740993 | -9007199254740993 | 1.5 | "9" | null | true | { a: [1] } | (string & {}) | (number & {});',
    );
  });

  it('keep what an alternative says beside one that says nothing', async () => {
    const lists = { type: 'object', properties: { options: { type: 'array' } }, required: ['options'] };
    const text = await schemas({
      A: { type: 'object', properties: { name: { type: 'string' } }, oneOf: [lists, { title: 'other' }] },
      B: { anyOf: [lists, {}] },
    });
    expect(text.replace(/\s+/g, ' ').replaceAll(/\/\*.*?\*\/ /g, '')).toBe(
      'A: { name?: string; } & ({ options: unknown[]; } | {}); B: { options: unknown[]; } | unknown;',
    );
  });

  it('know the empty and the boolean', async () => {
    const text = await schemas({
      A: { enum: [] },
      B: { oneOf: [] },
      C: true,
      D: false,
      E: { allOf: [true, ref('C')] },
      F: { type: 'array', items: false },
      G: { const: null },
    });
    expect(text).toBe(
      'A: never;\nB: never;\nC: unknown;\nD: never;\nE: components["schemas"]["C"];\nF: never[];\nG: null;',
    );
  });

  it('split several types', async () => {
    const text = await schemas({
      A: { type: ['object', 'array', 'null'], items: { type: 'string' }, properties: { a: true } },
    });
    expect(text).toBe('A: ({\n  a?: unknown;\n} | string[]) | null;');
  });

  it('can be named anything', async () => {
    const properties = Object.fromEntries(
      ['', '%', 'a#/b', '2', '"', '*/', '\u2028'].map((name) => [name, { type: 'string' }]),
    );
    const text = await schemas({ 'a.b': { type: 'object', properties, required: ['%'] }, X: ref('a.b') });
    expect(text).toBe(
      '"a.b": {\n  2?: string;\n  ""?: string;\n  "%": string;\n  "a#/b"?: string;\n  "\\""?: string;\n  "*/"?: string;\n  "\\u2028"?: string;\n};\nX: components["schemas"]["a.b"];',
    );
  });

  it('refer into other schemas', async () => {
    const text = await schemas({
      A: { type: 'object', properties: { b: { type: 'object', properties: { c: ref('A/properties/b') } } } },
    });
    expect(text).toBe(
      'A: {\n  b?: definitions["#/components/schemas/A/properties/b"];\n};\n\nexport interface definitions {\n  "#/components/schemas/A/properties/b": {\nc?: definitions["#/components/schemas/A/properties/b"];\n  };\n}',
    );
  });

  it('may be lists of themselves', async () => {
    const text = await schemas({
      A: { anyOf: [{ type: 'string' }, { type: 'array', items: ref('A') }] },
      B: { type: 'object', properties: { a: ref('A') } },
    });
    expect(text).toContain('A: Recursive1;\n');
    expect(text).toContain('type Recursive1 = string | Recursive1[];');
  });

  it('may be alternatives of themselves', async () => {
    const text = await schemas({
      A: { anyOf: [ref('A'), { type: 'string' }] },
      B: { allOf: [ref('B'), { type: 'object', properties: { b: ref('B') } }] },
    });
    expect(text).toBe('A: never | string;\nB: unknown & {\n  b?: components["schemas"]["B"];\n};');
  });

  it('are told apart alike by all that name them', async () => {
    const kind = { type: 'object', required: ['kind'], properties: { kind: { enum: ['cat', 'dog'] } } };
    const other = { type: 'object', required: ['is'], properties: { is: { type: 'string' } } };
    const text = await schemas({
      Animal: { ...kind, discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', dog: 'Dog' } } },
      Cat: { allOf: [ref('Animal')] },
      Dog: { allOf: [ref('Animal')] },
      Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
      Car: other,
      Boat: other,
      Owned: { oneOf: [ref('Car'), ref('Boat')], discriminator: { propertyName: 'is' } },
      Rented: { oneOf: [ref('Car'), ref('Boat')], discriminator: { propertyName: 'is', mapping: { auto: 'Car' } } },
    });
    const tags = [...text.matchAll(/^(\w+): |^ {2}(?:kind|is)\??: (.*);$/gm)].map(([, name, type]) => name ?? type);
    expect(tags).toEqual([
      ...['Animal', '"cat" | "dog"', 'Cat', '"cat"', '"cat"', 'Dog', '"dog"', '"dog"', 'Pet'],
      ...['Car', '"auto" | "Car"', 'Boat', '"Boat"', 'Owned', 'Rented'],
    ]);
  });

  it('are told apart by a discriminator', async () => {
    const pet = (name: string): object => ({
      type: 'object',
      required: ['kind'],
      properties: { kind: { type: 'string' }, [name]: true },
    });
    const text = await schemas({
      Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind', mapping: { miau: 'Cat' } } },
      Cat: pet('purrs'),
      Dog: pet('barks'),
    });
    expect(text).toContain('kind: "miau";');
    expect(text).toContain('kind: "Dog";');
    expect(text).not.toContain('openapi-typescript');
  });

  it('leave the document as it was', async () => {
    const content = {
      openapi: '3.0.3',
      info: { title: 't', version: '1' },
      paths: {},
      components: {
        schemas: { A: { oneOf: [ref('B')], discriminator: { propertyName: 'k' } }, B: { type: 'object' } },
      },
    };
    const document = await documentOf(content);
    typesOf(document);
    expect(document.bundled).toEqual(content);
  });
});
