import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import { readPath } from '../../documents.js';
import { hasShared, root, shared } from '../../shared.js';
import { type GeneratedExtras, generatedExtras } from './generated.js';

const HOSTILE = join(shared, 'hostile/spec');
let at: GeneratedExtras;

beforeAll(() => {
  at = generatedExtras();
});

afterAll(() => at.end());

/** Every JSON answer of an `msw.ts`, with the schema of its data in the `zod.ts` beside it. */
function answersOf(name: string): ReadonlyMap<string, unknown> {
  const text = readFileSync(join(at.folder, name, 'msw.ts'), 'utf8');
  const found = text.matchAll(/export function (\w+)Handler\(answer: \w+ = JSON\.parse\(("(?:[^"\\]|\\.)*")\)\)/g);
  return new Map([...found].map(([, operation = '', literal = '']) => [operation, JSON.parse(JSON.parse(literal))]));
}

async function read(path: string): Promise<ApiDocument | undefined> {
  return readPath(path).catch((error: unknown) => {
    if (error instanceof DocumentError) return undefined;
    throw error;
  });
}

describe('our own documents', () => {
  test('compile with all flags, and each schema accepts each example', { timeout: 120_000 }, async () => {
    const document = await readPath(join(root, 'specs/intercom/2.15.yaml'));
    await at.add('intercom', document);
    expect(await at.compile('typescript7')).toBe('');
    const schemas = await at.load('intercom/zod.ts');
    const answers = answersOf('intercom');
    const refused = [...answers].filter(([operation, value]) => {
      const schema = schemas[`${operation}DataSchema`];
      return schema instanceof z.ZodType && !schema.safeParse(value).success;
    });
    expect(refused).toEqual([]);
    expect(answers.size).toBeGreaterThan(100);
    const text = readFileSync(join(at.folder, 'intercom/msw.ts'), 'utf8');
    expect(text.match(/There is no example of [^.]*/g) ?? []).toEqual([]);
    expect([...examplesRefusedByAjv(document, answers)]).toEqual([]);
  });
});

/** A validator that shares nothing with the generator. */
function* examplesRefusedByAjv(document: ApiDocument, answers: ReadonlyMap<string, unknown>): Generator<string> {
  const ajv = new Ajv2020.default({ strict: false, allErrors: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc', ...document.bundled });
  for (const { id, path, method, responses } of document.operations) {
    const value = id === undefined ? undefined : answers.get(`${id.charAt(0).toLowerCase()}${id.slice(1)}`);
    if (value === undefined) continue;
    const status = [...responses.keys()].filter((each) => each.startsWith('2')).sort()[0] ?? 'default';
    const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', 'application/json', 'schema'];
    const escaped = pointer.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')));
    const isValid = ajv.compile({ $ref: `doc#/${escaped.join('/')}` });
    if (isValid(value) !== true) yield `${method} ${path}: ${ajv.errorsText(isValid.errors)}`;
  }
}

describe.skipIf(!hasShared || !existsSync(HOSTILE))('documents that lie beside the project', () => {
  test('compile with all flags, whatever they are called', { timeout: 240_000 }, async () => {
    let count = 0;
    for (const file of readdirSync(HOSTILE).sort()) {
      const document = await read(join(HOSTILE, file));
      if (document === undefined) continue;
      await at.add(`hostile${count++}`, document);
    }
    expect(count).toBeGreaterThan(10);
    expect(await at.compile('typescript7')).toBe('');
  });
});
