import { describe, expect, it } from 'vitest';
import { RawDocument } from '../../../generator/emit/raw-document.js';
import { SchemaForms } from '../../../generator/emit/schema-forms.js';
import { emitTypes } from '../../../generator/emit/types.js';
import { documentOf } from './documents.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });

/** `components` and what comes before `operations`, of a document whose operation sends and receives these schemas. */
async function forms(schemas: object, sent: object, received: object): Promise<string> {
  const post = { requestBody: json(sent), responses: { 200: { description: 'ok', ...json(received) } } };
  const info = { title: 't', version: '1' };
  const document = await documentOf({ openapi: '3.1.0', info, paths: { '/a': { post } }, components: { schemas } });
  const raw = new RawDocument(document.bundled);
  const operations = new Map(document.operations.map((operation, index) => [`${index}`, operation]));
  const text = emitTypes(raw, new SchemaForms(raw, document.operations), operations, '');
  return text
    .slice(text.indexOf('export interface components'), text.indexOf('export interface operations'))
    .replace(/\n *\/\*\* @enum[^\n]*/g, '')
    .trim();
}

describe('a schema for readers and writers', () => {
  it('is open for readers and closed for writers', async () => {
    const schemas = {
      Both: { type: 'object', properties: { state: ref('State'), kind: { enum: ['both'] } } },
      State: { type: 'string', enum: ['open', 'closed'] },
      Sent: { type: 'integer', enum: [1, 2] },
      Same: { type: 'object', properties: { a: { type: 'string' } } },
    };
    const sent = { allOf: [ref('Both'), { properties: { sent: ref('Sent'), same: ref('Same') } }] };
    expect(await forms(schemas, sent, ref('Both'))).toBe(`export interface components {
  schemas: {
    Both: {
      state?: components["schemas"]["State"];
      kind?: "both";
    };
    State: "open" | "closed" | (string & {});
    Sent: 1 | 2;
    Same: {
      a?: string;
    };
  };
}

export interface inputs {
  Both: {
    state?: inputs["State"];
    kind?: "both";
  };
  State: "open" | "closed";
}`);
  });

  it('takes the contents of a file where OpenAPI 3.1 describes one', async () => {
    const Picture = {
      type: 'object',
      properties: {
        picture: { type: 'string', contentMediaType: 'image/png' },
        more: { type: 'array', items: { type: ['string', 'null'], contentMediaType: 'application/octet-stream' } },
        encoded: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
        settings: { type: 'string', contentMediaType: 'application/vnd.settings+json' },
        page: { type: 'string', contentMediaType: 'text/html' },
      },
    };
    expect(await forms({ Picture }, ref('Picture'), ref('Picture'))).toBe(`export interface components {
  schemas: {
    Picture: {
      picture?: string;
      more?: (string | null)[];
      encoded?: string;
      settings?: string;
      page?: string;
    };
  };
}

export interface inputs {
  Picture: {
    picture?: string | Blob;
    more?: (string | (Blob | null))[];
    encoded?: string;
    settings?: string;
    page?: string;
  };
}`);
  });

  it('has no property that only the other may have', async () => {
    const schemas = {
      User: {
        type: 'object',
        required: ['id', 'password'],
        properties: {
          id: ref('Id'),
          password: { type: 'string', writeOnly: true },
          made: { allOf: [{ minLength: 1 }, ref('Id')], description: 'By us.' },
          name: { type: 'string' },
        },
      },
      Id: { type: 'string', readOnly: true },
    };
    expect(await forms(schemas, ref('User'), ref('User'))).toBe(
      `export interface components {
  schemas: {
    User: {
      id: components["schemas"]["Id"];
      /** @description By us. */
      made?: components["schemas"]["Id"];
      name?: string;
    };
    Id: string;
  };
}

export interface inputs {
  User: {
    password: string;
    name?: string;
  };
}`,
    );
  });

  it('that only one of them sees has one form', async () => {
    const schemas = {
      Sent: { type: 'object', properties: { id: { type: 'string', readOnly: true }, state: { enum: ['a', 'b'] } } },
    };
    expect(await forms(schemas, ref('Sent'), {})).toBe(`export interface components {
  schemas: {
    Sent: {
      state?: "a" | "b";
    };
  };
}`);
  });

  it('stays closed where its enums tell alternatives apart', async () => {
    const tagged = (...tags: string[]): object => ({
      type: 'object',
      properties: { type: { enum: tags }, x: { enum: [1, 2] } },
    });
    const schemas = { U: { oneOf: [ref('A'), ref('B'), { type: 'null' }] }, A: tagged('a', 'b'), B: tagged('c', 'd') };
    expect(await forms(schemas, {}, ref('U'))).toBe(`export interface components {
  schemas: {
    U: components["schemas"]["A"] | components["schemas"]["B"] | null;
    A: {
      type?: "a" | "b";
      x?: 1 | 2 | (number & {});
    };
    B: {
      type?: "c" | "d";
      x?: 1 | 2 | (number & {});
    };
  };
}`);
  });

  it('takes what an alternative says of itself for its tag', async () => {
    const tagged = (tag: string): object => ({ type: 'object', properties: { kind: { enum: [tag] } } });
    const schemas = {
      Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName: 'kind' } },
      Cat: tagged('cat'),
      Dog: { type: 'object', properties: { kind: { type: 'string' } } },
    };
    const text = await forms(schemas, {}, ref('Pet'));
    expect([...text.matchAll(/kind: .*/g)].map(([line]) => line)).toEqual(['kind: "cat";', 'kind: "Dog";']);
  });

  it('can be written with further properties', async () => {
    const schemas = {
      A: { type: 'object', properties: { n: { type: 'number' } }, additionalProperties: { type: 'string' } },
    };
    expect(await forms(schemas, ref('A'), {})).toBe(`export interface components {
  schemas: {
    A: {
      n?: number;
    } & {
      [key: string]: string | number | undefined;
    };
  };
}`);
  });
});

describe('a composition', () => {
  it('is what all its keywords say together', async () => {
    const object = (name: string): object => ({ type: 'object', properties: { [name]: { type: 'string' } } });
    const schemas = {
      A: { ...object('a'), anyOf: [object('b'), object('c')] },
      B: { ...object('a'), anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      C: { type: 'string', oneOf: [{ const: 'x', title: 'X' }, { const: 'y' }] },
      D: { type: 'string', anyOf: [{ format: 'uuid' }, { format: 'email' }] },
      E: { allOf: [ref('A2'), { required: ['a'] }] },
      A2: { allOf: [object('a'), object('b')] },
    };
    const text = await forms(schemas, {}, {});
    expect(text.replace(/\s+/g, ' ')).toBe(
      'export interface components { schemas: { A: { a?: string; } & ({ b?: string; } | { c?: string; }); B: { a?: string; }; C: "x" | "y"; D: string; E: WithRequired<components["schemas"]["A2"], "a">; A2: { a?: string; } & { b?: string; }; }; }',
    );
  });
});
