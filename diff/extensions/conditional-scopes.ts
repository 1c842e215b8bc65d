import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { withoutItems } from './extension-items.js';

/**
 * The first of some parameters when all that came to a list of conditional scopes is asked only of those who send one of them.
 * `undefined` when something else came, or what was there went. Conditions are prose: what cannot be told is taken to concern everybody.
 */
export function conditionalOn(
  parameters: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): string | undefined {
  if (!isList(before ?? []) || !isList(after ?? []) || withoutItems(before, after).length > 0) return undefined;
  const about = withoutItems(after, before).map((entry) => {
    const condition = isObject(entry) ? field(entry, 'when') : undefined;
    return typeof condition === 'string' ? parameters.find((name) => isOnlyAbout(condition, name)) : undefined;
  });
  return about.includes(undefined) ? undefined : about[0];
}

function isList(value: Json): boolean {
  return isArray(value);
}

/** Whether a condition speaks of a parameter by its name, and nobody meets it who does not send the parameter. */
function isOnlyAbout(condition: string, name: string): boolean {
  if (/\b(?:or|not|no|unless|absent|missing|omitted|unset|without|default)\b/i.test(condition)) return false;
  const places = placesOf(condition, name);
  if (!isWord(name)) return places.length > 0;
  // What reads as a word of the language is a name where it is quoted, or where the condition begins with it.
  return places.some((place) => {
    const [left, right] = [condition[place - 1] ?? '', condition.slice(place + name.length)];
    if (/["'`]/.test(left) && right.startsWith(left)) return true;
    return place === 0 && /^ ?(?:=|is\b|equals\b|has\b|contains\b|includes\b)/.test(right);
  });
}

/** The places at which a name stands that is no part of a longer one. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) {
    const [left, right] = [text[at - 1] ?? '', text[at + name.length] ?? ''];
    if (!isPartOfName(left) && !isPartOfName(right)) places.push(at);
  }
  return places;
}

function isPartOfName(character: string): boolean {
  return /[\p{L}\p{N}_[\]-]/u.test(character);
}

function isWord(name: string): boolean {
  return /^\p{L}\p{Ll}*$/u.test(name);
}
