import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { readDocument } from '../../../openapi/read.js';

/** Reads a document that is written in a test. */
export function documentOf(content: unknown): Promise<ApiDocument> {
  return readDocument({ name: 'test.json', key: 'test.json', bytes: Buffer.from(JSON.stringify(content)) });
}

export function documentAt(path: string): Promise<ApiDocument> {
  return readDocument({ name: path, key: basename(path), bytes: readFileSync(path) });
}
