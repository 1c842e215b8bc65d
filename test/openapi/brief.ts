import type { ApiDocument } from '../../openapi/model/document.js';
import type { Schema } from '../../openapi/model/schema.js';
import { readText } from '../documents.js';

/** Where a value stands and how it was numbered differs between two spellings of one document. */
const SKIPPED = new Set(['origin', 'id', 'raw', 'place', 'bundled', 'warnings']);
/** Fields that hold data of the document, which is kept as it is. */
const DATA = new Set(['default', 'const', 'enum', 'types', 'examples']);

/**
 * A model as plain data, for comparison as a whole: maps become objects, references their text; places, empty lists and fields
 * that say "no" are left out.
 */
export function brief(value: unknown): unknown {
  if (value instanceof Map) return withoutEmpty([...value].map(([key, member]) => [String(key), brief(member)]));
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const isOperation = 'method' in value;
  return withoutEmpty(
    Object.entries(value)
      .filter(([key]) => (!SKIPPED.has(key) || (isOperation && key === 'id')) && (key !== 'kind' || isOperation))
      .map(([key, member]) => {
        if (key === 'ref') return [key, (member as Schema['ref'])?.text];
        if (key === 'extensions' || key === 'unknown') return [key, Object.fromEntries(member)];
        return [key, DATA.has(key) ? member : brief(member)];
      }),
    true,
  );
}

function withoutEmpty(entries: readonly (readonly [string, unknown])[], isModel = false): object {
  return Object.fromEntries(
    entries.filter(([key, member]) => {
      if (!isModel) return true;
      if (member === false || member === undefined) return false;
      if (key === 'types' || key === 'enum') return true;
      return typeof member !== 'object' || member === null || Object.keys(member).length > 0;
    }),
  );
}

/** A small document around the given members. */
export function documentOf(members: object, line = '3.1.0'): string {
  return JSON.stringify({ openapi: line, info: { title: 'Pets', version: '1' }, paths: {}, ...members });
}

/** Reads a document from members, as JSON. */
export function read(
  members: object,
  line = '3.1.0',
  files: Readonly<Record<string, string>> = {},
): Promise<ApiDocument> {
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
