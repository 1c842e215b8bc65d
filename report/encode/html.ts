import { isArray, isObject, type Json, setField } from '../../openapi/source/json.js';
import { UNSAFE } from './terminal.js';

/**
 * Text from a document made fit to be read on a page: nothing invisible, and nothing that turns the direction of writing. Line feeds
 * and tabs stay. Markup is escaped by what renders the page.
 */
function visibleText(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\n' || character === '\t' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Data in which every text, names included, is fit to be read on a page. */
export function visibleData<Data>(data: Data): Data {
  // Reports are made of JSON values only, and keep their form.
  return visibleJson(data as Json) as Data;
}

function visibleJson(value: Json): Json {
  if (typeof value === 'string') return visibleText(value);
  if (isArray(value)) return value.map(visibleJson);
  if (!isObject(value)) return value;
  const copy: Record<string, Json | undefined> = {};
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== undefined) setField(copy, visibleText(key), visibleJson(member));
  }
  return copy;
}
