/** A piece of a sentence: words of ours, or a name of the API, which is shown as code. */
export type Word = string | { readonly code: string };

/** A sentence whose names are told apart from its words, so that each target can encode both as it must. */
export type Sentence = readonly Word[];

/** Names that are listed in a sentence: callers look for theirs, so that few are left out. */
const MOST_NAMES = 40;

/** A name as code. */
export function code(name: string): Word {
  return { code: name };
}

/** `a`, `b` and `c`; of many the first and how many more there are. */
export function list(items: readonly Sentence[], most = MOST_NAMES): Sentence {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const more = items.length - shown.length;
  const all: readonly Sentence[] = more === 0 ? shown : [...shown, [`${more} more`]];
  return all.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === all.length - 1 ? ' and ' : ', ', ...item];
  });
}

/** Names as code, one after another; of many the first only. */
export function codes(names: readonly string[], most = MOST_NAMES): Sentence {
  return list(
    names.map((name) => [code(name)]),
    most,
  );
}

/** The noun or verb that a number takes: `property` for one, else `properties`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** Text in which names stand between backticks, as a document or a rule writes it, on one line. */
export function spoken(text: string): Sentence {
  return text
    .replace(/\s+/g, ' ')
    .split(/`([^`]+)`/)
    .map((part, index): Word => (index % 2 === 0 ? part : code(part)))
    .filter((word) => word !== '');
}

/** The message of a rule, in which names stand between double quotes. */
export function messageWords(message: string): Sentence {
  return message
    .split(/"((?:[^"\\]|\\.)*)"/)
    .map((part, index): Word => (index % 2 === 0 ? part : code(part)))
    .filter((word) => word !== '');
}

/** The names in a sentence. */
export function codesIn(sentence: Sentence): readonly string[] {
  return sentence.flatMap((word) => (typeof word === 'string' ? [] : [word.code]));
}

/** A sentence as plain text. */
export function textOf(sentence: Sentence): string {
  return sentence.map((word) => (typeof word === 'string' ? word : word.code)).join('');
}
