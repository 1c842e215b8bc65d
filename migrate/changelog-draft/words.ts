/** A piece of a sentence: words of ours, or a name of the API, which is shown as code. */
export type Word = string | { readonly code: string };

/** A sentence whose names are told apart from its words, so that each target can encode both as it must. */
export type Sentence = readonly Word[];

/** Names that are listed in a sentence: callers look for theirs, so that few are left out. */
const MOST_NAMES = 40;

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

export function codes(names: readonly string[], most = MOST_NAMES): Sentence {
  return list(
    names.map((name) => [code(name)]),
    most,
  );
}

/** `1 property`, `3 properties`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
