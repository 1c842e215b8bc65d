import { isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';

/** Keywords whose values are sets written as lists (JSON Schema 2020-12, Validation 6.1 and 6.5.3, Core 10.2.1). */
const SETS: ReadonlySet<string> = new Set(['required', 'enum', 'type', 'allOf', 'anyOf', 'oneOf']);

/** The text of a schema in which neither the order of keys nor that of sets tells schemas apart. */
export function setText(raw: Json): string {
  return canonical(withSortedSets(raw));
}

function withSortedSets(value: Json): Json {
  if (isArray(value)) return value.map(withSortedSets);
  if (!isObject(value)) return value;
  const sorted: Record<string, Json> = Object.create(null);
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) continue;
    const inner = withSortedSets(child);
    sorted[key] = isArray(inner) && SETS.has(key) ? inByText(inner) : inner;
  }
  return sorted;
}

function inByText(items: readonly Json[]): readonly Json[] {
  const byText = items.map((item) => ({ item, text: canonical(item) }));
  return byText.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ item }) => item);
}
