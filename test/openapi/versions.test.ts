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
