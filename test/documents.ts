import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ApiDocument } from '../openapi/model/document.js';
import { readDocument } from '../openapi/read.js';

/** Reads a document from text; other files come from the given map, by path relative to the document. */
export function readText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  name = 'api.yaml',
): Promise<ApiDocument> {
  return readDocument({
    name,
    key: name,
    bytes: Buffer.from(text),
    readFile: async (path) => {
      const content = files[path];
      if (content === undefined) throw new Error('it does not exist');
      return Buffer.from(content);
    },
  });
}

/** Reads a document from a file. */
export async function readPath(path: string): Promise<ApiDocument> {
  return readDocument({
    name: basename(path),
    key: basename(path),
    bytes: await readFile(path),
    readFile: (below) => readFile(join(dirname(path), below)),
  });
}

/** The diagnostics of a document that is refused, as `line:column code`; an empty list when it is read. */
export async function refusals(reading: Promise<ApiDocument>): Promise<readonly string[]> {
  try {
    await reading;
    return [];
  } catch (error) {
    if (!(error instanceof Error && 'diagnostics' in error && Array.isArray(error.diagnostics))) throw error;
    return error.diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
  }
}
