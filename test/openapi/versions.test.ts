import { expect, test } from 'vitest';
import { readDocument } from '../../openapi/read.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { Versions } from '../../openapi/versions.js';

const LONG = 'What the pet is like. '.repeat(4_000);
const PET = { type: 'object', description: LONG, properties: { owner: { $ref: '#/components/schemas/Owner' } } };
const ODD = { type: 'object', description: LONG, properties: { age: { type: 'integer', minimum: 'none' } } };

function pets(schema: unknown, schemas: Readonly<Record<string, unknown>>, openapi = '3.1.0'): string {
  const responses = { '200': { description: LONG, content: { 'application/json': { schema } } } };
  const info = { title: 'Pets', version: '1' };
  return JSON.stringify({ openapi, info, paths: { '/pets': { get: { responses } } }, components: { schemas } });
}

async function read(text: string, versions?: Versions) {
  const input = { name: 'pets.json', key: 'pets.json', bytes: Buffer.from(text) };
  try {
    const { warnings, root } = await readDocument({ ...input, ...(versions === undefined ? {} : { versions }) });
    return { warnings, root };
  } catch (error) {
    return error instanceof DocumentError ? error.diagnostics : error;
  }
}

const OWNER = { type: 'object' };

test.each([
  ['what it refers to is gone', pets(PET, { Owner: OWNER }), pets(PET, { Other: OWNER })],
  ['what it refers to is a reference now', pets(PET, { Owner: OWNER }), pets(PET, { Owner: { $ref: '#/nowhere' } })],
  ['it is not as it should be in both', pets(ODD, { Owner: OWNER }), pets(ODD, { Owner: { type: 'array' } })],
  [
    'it means something else on another line',
    pets({ type: ['string'], title: LONG }, {}, '3.1.0'),
    pets({ type: ['string'], title: LONG }, {}, '3.0.3'),
  ],
  [
    'only its neighbour changed',
    pets(PET, { Owner: OWNER, Odd: ODD }),
    pets(PET, { Owner: OWNER, Odd: { ...ODD, title: '' } }),
  ],
])('a part that two versions have in common is judged in each: %s', async (_, base, revision) => {
  const versions = new Versions();
  expect(await read(base, versions)).toEqual(await read(base));
  expect(await read(revision, versions)).toEqual(await read(revision));
  // The other way round.
  expect(await read(base, versions)).toEqual(await read(base));
});

/** A warning is given for it. */
const ODD_NULL = { nullable: true, enum: ['a'] };

/** A document with one operation, which refers to a parameter and needs a security scheme. */
function pet(components: Readonly<Record<string, unknown>>, parameters: readonly unknown[] = [], more = {}) {
  const content = { 'application/json': { schema: { type: 'object', properties: { tag: ODD_NULL } } } };
  const get = {
    ...more,
    description: LONG,
    parameters: [{ $ref: '#/components/parameters/Id' }, { name: 'by', in: 'query', schema: ODD_NULL }],
    security: [{ key: [] }],
    responses: { '200': { description: LONG, content } },
  };
  const info = { title: 'Pets', version: '1' };
  return JSON.stringify({ openapi: '3.0.3', info, components, paths: { '/pets/{id}': { parameters, get } } });
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const KEY = { type: 'apiKey', in: 'header', name: 'X-Key' };
const TAG = { description: LONG, properties: { label: ODD_NULL } };
const COMPONENTS = { schemas: { Tag: TAG }, parameters: { Id: ID }, securitySchemes: { key: KEY } };

test.each([
  ['what is said of it stands elsewhere', pet({ info: LONG, ...COMPONENTS })],
  ['a parameter it refers to goes elsewhere', pet({ ...COMPONENTS, parameters: { Id: { ...ID, in: 'query' } } })],
  ['a parameter it refers to has another name', pet({ ...COMPONENTS, parameters: { Id: { ...ID, name: 'pet' } } })],
  ['its path has one parameter more', pet(COMPONENTS, [{ ...ID, name: 'other' }])],
  ['something else was added to it', pet(COMPONENTS, [], { summary: 'One' })],
  ['the scheme it needs is gone', pet({ ...COMPONENTS, securitySchemes: {} })],
])('an operation that two versions have in common is judged in each: %s', async (_, revision) => {
  const versions = new Versions();
  const base = pet(COMPONENTS);
  expect(await read(base, versions)).toEqual(await read(base));
  expect(await read(revision, versions)).toEqual(await read(revision));
  expect(await read(base, versions)).toEqual(await read(base));
  expect(await read(revision)).not.toEqual(await read(base));
});

/** A document whose operation lists its parameters itself, with no reference among them, and has servers. */
function listed(summary: string, odd: 'schema' | 'servers', title = 'Pets') {
  const by = { name: 'by', in: 'query', description: LONG, schema: odd === 'schema' ? ODD_NULL : {} };
  const variables = odd === 'servers' ? {} : { region: { default: 'eu' } };
  const servers = [{ url: 'https://{region}.example.com', description: LONG, variables }];
  const get = { summary, parameters: [ID, by], servers, responses: { '200': { description: LONG } } };
  return JSON.stringify({ openapi: '3.0.3', info: { title, version: '1' }, paths: { '/pets/{id}': { get } } });
}

test.each([
  ['a list of parameters', listed('One', 'schema'), listed('Another', 'schema'), 'nullable-enum'],
  ['an operation', listed('One', 'servers'), listed('One', 'servers', 'All pets'), 'server-variable'],
])('what is odd in %s that two versions have in common is told in each', async (_, base, revision, code) => {
  const versions = new Versions();
  expect(await read(base, versions)).toEqual(await read(base));
  expect(await read(revision, versions)).toEqual(await read(revision));
  expect(await read(revision)).toMatchObject({ warnings: [{ code }] });
});
