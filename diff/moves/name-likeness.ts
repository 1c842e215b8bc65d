import { wordsIn } from './words.js';

/** One thing that speaks for a move, and how much: 5 together are enough. */
export interface Evidence {
  readonly weight: number;
  readonly words: string;
}

/** Names that say so little about what they name that two of them are alike by chance. */
const COMMON = new Set(
  'id ids type types name names key keys value values data items item list object status state code label title text body url uri href count total size limit offset page pages cursor sort order filter query q description message error errors metadata meta attributes properties fields options settings config enabled active created_at updated_at date time timestamp start end from to email user kind mode source target result results content format version'.split(
    ' ',
  ),
);

/** The words of a name: `firstName`, `first_name` and `First-Name` have the same. */
function wordsOf(name: string): readonly string[] {
  const spaced = name.slice(0, 200).replace(/([a-z\d])([A-Z])/g, '$1 $2');
  return wordsIn(spaced.replaceAll('_', ' '));
}

/** Whether a name is so frequent that it tells nothing of the element. */
export function isCommon(name: string): boolean {
  return COMMON.has(spellingKey(name));
}

/** What all spellings of a name have in common. */
export function spellingKey(name: string): string {
  return wordsOf(name).join('_');
}

/** What speaks for two names being one in another spelling; at most one reason. */
export function nameEvidence(before: string, after: string): Evidence | undefined {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const [one, other] = [left.join('_'), right.join('_')];
  if (one === '' || other === '') return undefined;
  if (one === other) {
    return { weight: before === after && isCommon(before) ? 1 : 4, words: spelling(before, after) };
  }
  if (isPluralOf(one, other)) return { weight: 4, words: 'the new name is the plural of the old one' };
  if (isPluralOf(other, one)) return { weight: 4, words: 'the new name is the singular of the old one' };
  if (Math.min(one.length, other.length) >= 6 && isOneEditApart(one.replaceAll('_', ''), other.replaceAll('_', ''))) {
    return { weight: 3.5, words: 'the names differ in one letter' };
  }
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  if (few.length >= 3 && few.every((word, index) => many[index] === word)) {
    return { weight: 3, words: 'one name begins with the other' };
  }
  return undefined;
}

function spelling(before: string, after: string): string {
  return before === after ? 'the same name' : 'the names are equal up to case and separators';
}

function isPluralOf(one: string, many: string): boolean {
  return many === `${one}s` || many === `${one}es` || (one.endsWith('y') && many === `${one.slice(0, -1)}ies`);
}

/** One letter added or missing, or two neighbours swapped. One letter exchanged makes other words: weight, height. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // "line" and "line2" are two things.
  if (/\d/.test(left + right)) return false;
  if (left.length + right.length === 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
