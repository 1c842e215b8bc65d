import { expect } from 'vitest';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Schema } from '../../openapi/model/schema.js';
import { DocumentError, formatDiagnostic } from '../../openapi/source/diagnostic.js';
import { readText } from '../documents.js';

/** Where a value stands and how it was numbered differs between two spellings of one document. */
const SKIPPED = new Set(['origin', 'raw', 'place', 'root', 'files', 'bundled', 'warnings', 'warningKinds']);
/** Fields that hold data of the document, which is kept as it is. */
const DATA = new Set(['default', 'const', 'enum', 'types', 'always', 'examples']);
/** Fields that mean something when they are empty. */
const KEPT = new Set(['default', 'const', 'enum', 'types', 'always', 'security']);

/**
 * A model as plain data, for comparison as a whole: maps become objects, references their text; places, empty lists and fields
 * that say "no" are left out.
 */
export function brief(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, member]) => [String(key), brief(member)]));
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const isOperation = 'method' in value;
  const entries = entriesOf(value).filter(([key, member]) => {
    if (key === 'id') return isOperation;
    if (key === 'kind') return isOperation && member !== 'operation';
    return !SKIPPED.has(key) && (KEPT.has(key) || !isNothing(member));
  });
  return Object.fromEntries(entries.map(([key, member]) => [key, briefField(key, member)]));
}

/** A schema is read when its fields are asked for, and does not own them. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  const keys: string[] = [];
  for (const key in value) keys.push(key);
  return keys.map((key) => [key, Reflect.get(value, key)]);
}

function briefField(key: string, value: unknown): unknown {
  // The field is that of a schema; only its text is the same in every spelling.
  if (key === 'ref') return (value as Schema['ref'])?.text;
  if (value instanceof Map && (key === 'extensions' || key === 'unknown')) return Object.fromEntries(value);
  return DATA.has(key) ? value : brief(value);
}

function isNothing(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === false || value === undefined;
}

/** A small document around the given members. */
export function documentOf(members: object, line = '3.1.0'): string {
  return JSON.stringify({ openapi: line, info: { title: 'Pets', version: '1' }, paths: {}, ...members });
}

/** Everything a reading yields: the whole model and its warnings, or why there is none. */
async function outcome(text: string, name: string): Promise<unknown> {
  try {
    const document = await readText(text, {}, name);
    const warnings = document.warnings.map(formatDiagnostic);
    const kinds = document.warningKinds.map(({ first, count }) => [formatDiagnostic(first), count]);
    return { warnings, kinds, ...(brief(document) as object), extensions: undefined };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics.map(formatDiagnostic);
  }
}

/** A document in which the word "$id" stands is read at once and in full; any other one must yield the same on demand. */
export async function expectSameAtOnce(text: string, name = 'api.json'): Promise<void> {
  const end = text.lastIndexOf('}');
  const [late, early] = ['x', '$id'].map((word) => `${text.slice(0, end)}, "x-mark": "${word}"}`);
  expect(await outcome(late ?? '', name)).toEqual(await outcome(early ?? '', name));
}

/** Reads a document from members, as JSON. */
export async function read(
  members: object,
  line = '3.1.0',
  files: Readonly<Record<string, string>> = {},
): Promise<ApiDocument> {
  await expectSameAtOnce(documentOf(members, line));
  return readText(documentOf(members, line), files, 'api.json');
}

/** What a component schema reads as, and the warnings about the document. */
export async function schemaOf(raw: unknown, line = '3.1.0'): Promise<readonly [unknown, readonly string[]]> {
  const document = await read({ components: { schemas: { S: raw } } }, line);
  return [brief(document.components.schemas.get('S')), warningsOf(document)];
}

/** Code and pointer of each warning. */
export function warningsOf({ warnings }: ApiDocument): readonly string[] {
  return warnings.map(({ code, place }) => `${code} ${place.pointer}`);
}
