import { diffDocuments } from '../../diff/diff.js';
import type { Finding } from '../../diff/finding.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { readPath } from '../documents.js';

/** What became of a pair of documents. */
export type Outcome =
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | {
      readonly kind: 'compared';
      readonly base: ApiDocument;
      readonly revision: ApiDocument;
      readonly findings: readonly Finding[];
    };

/** Reads and compares a pair. A document that is no OpenAPI document is refused, with what is wrong in it. */
export async function outcomeOf(pair: { readonly base: string; readonly revision: string }): Promise<Outcome> {
  try {
    const [base, revision] = await Promise.all([readPath(pair.base), readPath(pair.revision)]);
    const { findings } = await diffDocuments(base, revision);
    return { kind: 'compared', base, revision, findings };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const problems = error.diagnostics.map(({ code, place }) => `${code} ${place.pointer ?? '#'}`);
    return { kind: 'refused', problems };
  }
}
