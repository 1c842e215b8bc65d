/** The longest text that is made. */
const MAX_LENGTH = 200;

/** A character, what stands for one, or a class, with how often it is repeated. */
const ATOM = /^(\\[\s\S]|\[\^?(?:\\[\s\S]|[^\\\]])+\]|[^\\[\](){}|*+?])(\*|\+|\?|\{(\d{1,3})(?:,\d*)?\})?\??/;

/**
 * A text that a simple regular expression may match: a row of characters and classes, each as often as it must be. `undefined` for one
 * with groups or alternatives. Whether it matches is for the caller to check.
 */
export function patternExample(pattern: string): string | undefined {
  let rest = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  let text = '';
  while (rest !== '' && text.length <= MAX_LENGTH) {
    const [whole = '', atom = '', quantifier = '', least] = ATOM.exec(rest) ?? [];
    if (whole === '') return undefined;
    const times = least !== undefined ? Number(least) : quantifier === '*' || quantifier === '?' ? 0 : 1;
    text += characterOf(atom).repeat(times);
    rest = rest.slice(whole.length);
  }
  return text.length <= MAX_LENGTH ? text : undefined;
}

function characterOf(atom: string): string {
  if (atom.startsWith('[^')) return [...'a1-~ '].find((each) => !atom.includes(each)) ?? 'a';
  if (atom.startsWith('[')) return characterOf(/^\[(\\[\s\S]|[\s\S])/.exec(atom)?.[1] ?? 'a');
  if (atom === '.') return 'a';
  if (!atom.startsWith('\\')) return atom;
  const kind = atom.charAt(1);
  return { d: '1', D: 'a', w: 'a', W: '-', s: ' ', S: 'a', t: '\t', n: '\n', r: '\r' }[kind] ?? kind;
}
