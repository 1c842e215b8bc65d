import { groupBy } from '../../diff/group-by.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { versionSelector } from '../../openapi/model/version-selector.js';

/** A document and the file it was read from, relative to the configuration. */
export interface FoundDocument {
  readonly file: string;
  readonly document: ApiDocument;
}

const HEAD = `# yaml-language-server: $schema=./node_modules/specshift/scripts/input/config-1.schema.json
# What specshift generates here: "npx specshift generate" writes it, with --watch again on every change, and with --check it only
# tells what is not up to date. This file is data, and nothing in it is run. Paths are relative to it and lie in its folder.
apis:
`;

const OPTIONS = `    # overlays: [fixes.yaml]            # OpenAPI Overlays 1.0, applied to the document before anything is read
    # vendorDocs: "https://docs.example.com/{tag}#{operationId}"   # linked from the comments of every method
    # names:                            # where the names that follow from the document do not suit
    #   groups: {Pet Shop: shop}        # by tag
    #   methods: {listPets: list}       # by operationId, or by method and path: "GET /pets"
    #   functions: {listPets: allPets}
    # pagination:                       # where it cannot be seen in the document
    #   listPets: {items: data, next: cursor, from: pages.next, to: cursor}
    #   listTags: none
    # extras: [zod, msw]                # zod.ts checks values, msw.ts answers with examples; both packages are yours to install
`;

/** The text of a `specshift.config.yaml` for documents: those of one title are taken for versions of one API. */
export function projectConfigText(found: readonly FoundDocument[]): string {
  const names = new Set<string>();
  const apis = [...groupBy(found, ({ document }) => document.info.title.trim())].map(([title, documents]) =>
    apiText(title, documents, names),
  );
  return HEAD + apis.join('\n');
}

function apiText(title: string, documents: readonly FoundDocument[], taken: Set<string>): string {
  const name = freeName(title, 'api', taken);
  const lines = [
    `  - name: ${quoted(name)}   # in generated code, and in "specshift diff <name>@<version> …"`,
    `    title: ${quoted(title === '' ? name : title)}`,
    `    output: ${quoted(`generated/${name}`)}   # what specshift wrote there is replaced, other files stay`,
  ];
  const [first, ...others] = documents;
  if (first !== undefined && others.length === 0) lines.push(`    document: ${quoted(first.file)}`);
  else lines.push(...versionLines(documents));
  return `${lines.join('\n')}\n${OPTIONS}`;
}

function versionLines(documents: readonly FoundDocument[]): readonly string[] {
  const sorted = [...documents].sort((a, b) => compareVersions(a.document.info.version, b.document.info.version));
  const selectors = sorted.map(({ document }) => versionSelector(document));
  const header = selectors[0]?.name;
  const isPinned = header !== undefined && selectors.every((selector) => selector?.name === header);
  const taken = new Set(['runtime', 'migrations']);
  let base: string | undefined;
  const lines = sorted.map(({ file, document }, index) => {
    const version = freeName(document.info.version, 'version', taken);
    const fields = [`version: ${quoted(version)}`, `file: ${quoted(file)}`];
    if (isPinned) fields.push(`header: ${quoted(selectors[index]?.value ?? '')}`);
    if (base !== undefined) fields.push(`base: ${quoted(base)}`);
    base = version;
    return `      - {${fields.join(', ')}}`;
  });
  return [
    ...(isPinned ? [`    versionHeader: ${quoted(header)}   # its clients send it with every call`] : []),
    '    # The oldest first; each has a folder of its own. "base" is the version that one is compared with.',
    '    versions:',
    ...lines,
  ];
}

/** A name that the configuration takes and no other has. */
function freeName(text: string, fallback: string, taken: Set<string>): string {
  const wanted =
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60) || fallback;
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}

/** JSON is YAML, and takes every character of a document for text. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Numbers within versions by their value: 2.9 comes before 2.10. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (let index = 0; ; index++) {
    const [one, other] = [left?.[index], right?.[index]];
    if (one === undefined || other === undefined) return (one === undefined ? 0 : 1) - (other === undefined ? 0 : 1);
    const byValue = /^\d/.test(one) && /^\d/.test(other) ? one.length - other.length : 0;
    if (byValue !== 0) return byValue;
    if (one !== other) return one < other ? -1 : 1;
  }
}
