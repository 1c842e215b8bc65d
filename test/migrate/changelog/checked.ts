import type { ChangelogReport } from '../../../migrate/changelog/changelog-report.js';
import { checkChangelogs } from '../../../migrate/changelog/check.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { type Json, type JsonObject, setField } from '../../../openapi/source/json.js';
import { parsePointer } from '../../../openapi/source/pointer.js';
import { parseChangelogs } from '../../../scripts/input/parse-changelogs.js';
import { readText } from '../../documents.js';

/** What stands at pointers of a document; null takes it away. */
export type Edits = Readonly<Record<string, Json>>;

/** A document with other things at some of its pointers. */
export function edited(document: JsonObject, edits: Edits): JsonObject {
  // A copy that nobody else holds may be written to.
  const copy = structuredClone(document) as Record<string, Json>;
  for (const [pointer, value] of Object.entries(edits)) {
    const segments = [...(parsePointer(`/${pointer}`) ?? [])];
    const last = segments.pop() ?? '';
    let holder: Record<string, Json> = copy;
    for (const segment of segments) holder = holder[segment] as Record<string, Json>;
    if (value === null) delete holder[last];
    else setField(holder, last, value);
  }
  return copy;
}

/** One claim as it is written in a file, with what every claim needs filled in. */
export function claim(fields: JsonObject, evidence: readonly JsonObject[], number = 1): JsonObject {
  const rest = { title: 'A claim', kind: 'behaviour-only', where: 'operation', breaking: 'conditional' };
  return { id: `claim-${number}`, operations: ['GET /orders/{}'], ...rest, ...fields, evidence };
}

/** Reads a document that is given as data. */
export function readData(document: JsonObject, name: string): Promise<ApiDocument> {
  return readText(JSON.stringify(document), {}, name);
}

/** Holds a changelog of version 2 against documents of the versions 1 and 2. */
export async function checkOf(
  documents: Readonly<Record<string, JsonObject>>,
  claims: readonly JsonObject[],
  unannounced: readonly JsonObject[] = [],
): Promise<ChangelogReport> {
  const text = JSON.stringify({ version: '2', title: 'Changelog of 2', claims, unannounced });
  const changelogs = parseChangelogs([{ name: '2.json', bytes: Buffer.from(text) }], {
    bases: new Map([
      ['1', undefined],
      ['2', '1'],
    ]),
    names: new Set(['1', '2', '2@release']),
  });
  return checkChangelogs({
    api: 'shop',
    title: 'Shop',
    versions: ['2'],
    changelogs,
    read: async (version) => {
      const document = documents[version];
      return document === undefined ? undefined : readData(document, `${version}.json`);
    },
  });
}

/** What two documents say of one item of evidence. */
export async function statusOf(
  item: JsonObject,
  base: JsonObject,
  revision: JsonObject,
  fields: JsonObject = {},
): Promise<string> {
  const report = await checkOf({ '1': base, '2': revision }, [claim(fields, [item])]);
  return report.versions[0]?.claims[0]?.status ?? '';
}
