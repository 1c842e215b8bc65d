import { addressesOf, groupTitle } from '../../generator/emit/plan.js';
import { pagingFaults } from '../../generator/paging-faults.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import type { ApiConfig } from '../input/api-config.js';

/** What is said of each name and each rule of pages that fits nothing in any of the documents of an API. */
export function unusedSettings(
  { names, pagination }: Pick<ApiConfig, 'names' | 'pagination'>,
  documents: readonly ApiDocument[],
): readonly string[] {
  const operations = documents.flatMap((document) => document.operations);
  const groups = new Set(operations.map(groupTitle));
  const addresses = new Set(operations.flatMap(addressesOf));
  const unused = (table: string, entries: object, known: ReadonlySet<string>, what: string): readonly string[] =>
    Object.keys(entries)
      .filter((key) => !known.has(key))
      .map((key) => `"${table}" names ${JSON.stringify(key)}, which is no ${what}.${didYouMean(key, [...known])}`);
  return [
    ...unused('names.groups', names.groups, groups, 'tag'),
    ...unused('names.methods', names.methods, addresses, 'operation'),
    ...unused('names.functions', names.functions, addresses, 'operation'),
    ...unused('pagination', pagination, addresses, 'operation'),
    ...misplaced(pagination, documents),
  ];
}

/** What is said of places that rules of pages name and that no document has. */
function misplaced(pagination: ApiConfig['pagination'], documents: readonly ApiDocument[]): readonly string[] {
  if (Object.values(pagination).every((rule) => rule === 'none')) return [];
  const faults = documents.map((document) => pagingFaults(document, pagination));
  return Object.keys(pagination).flatMap((key) => {
    const [first, ...others] = faults.flatMap((each) => each.get(key) ?? []);
    const everywhere = [...(first ?? [])].filter(([name]) => others.every((other) => other.has(name)));
    return everywhere.map(([name, fault]) =>
      `${JSON.stringify(`pagination.${key}.${name}`)} is ${fault}`.replace(/(?<![.?])$/, '.'),
    );
  });
}
