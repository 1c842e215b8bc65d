import { type Characters, complement, joined, LAST_CHARACTER } from './characters.js';

/** What stands one after the other in an expression. */
export interface Sequence {
  readonly elements: readonly PatternElement[];
}

export type PatternElement =
  | { readonly type: 'CharacterClass'; readonly characters: { readonly ranges: Characters } }
  | { readonly type: 'Alternation'; readonly alternatives: readonly Sequence[] }
  | Repetition
  | {
      readonly type: 'Assertion';
      readonly kind: 'ahead' | 'behind';
      readonly negate: boolean;
      readonly alternatives: readonly Sequence[];
    }
  | { readonly type: 'Unknown' };

export interface Repetition {
  readonly type: 'Quantifier';
  readonly alternatives: readonly Sequence[];
  readonly min: number;
  readonly max: number;
}

/** Longer expressions are not usual. */
const LONGEST = 300;
const MOST_REPETITIONS = 1_000;

const DIGITS: Characters = [{ min: 0x30, max: 0x39 }];
const WORD: Characters = [...DIGITS, { min: 0x41, max: 0x5a }, { min: 0x5f, max: 0x5f }, { min: 0x61, max: 0x7a }];
const LINE_BREAKS: Characters = [
  { min: 0x0a, max: 0x0a },
  { min: 0x0d, max: 0x0d },
  { min: 0x2028, max: 0x2029 },
];
/** White space and line breaks, as ECMAScript lists them. */
const SPACES: Characters = joined(
  [0x09, 0x0b, 0x0c, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff]
    .map((code) => ({ min: code, max: code }))
    .concat(LINE_BREAKS, { min: 0x2000, max: 0x200a }),
);
const SETS: ReadonlyMap<string, Characters> = new Map([
  ['d', DIGITS],
  ['D', complement(DIGITS)],
  ['s', SPACES],
  ['S', complement(SPACES)],
  ['w', WORD],
  ['W', complement(WORD)],
]);
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
/** What means more than itself, and means itself after a backslash. */
const SYNTAX = new Set('^$\\.*+?()[]{}|/');

/**
 * Parses the expressions that schemas mostly hold, as they are read with the flag `u`: characters, classes, groups, repetitions,
 * and `^` and `$`. The result is that of the parser of all expressions, which takes far longer to load than they do to read.
 * `undefined` for any other text, whether it is an expression or not.
 */
export function parsePlainPattern(source: string): readonly Sequence[] | undefined {
  if (source.length > LONGEST) return undefined;
  const parser = new PlainPattern(source);
  try {
    return parser.parse();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

class PlainPattern {
  readonly #characters: readonly string[];
  #next = 0;

  constructor(source: string) {
    this.#characters = Array.from(source);
  }

  parse(): readonly Sequence[] {
    const alternatives = this.#alternatives();
    if (this.#next < this.#characters.length) throw new NotPlain();
    return alternatives;
  }

  #alternatives(): readonly Sequence[] {
    const alternatives: Sequence[] = [];
    do {
      const elements = this.#elements();
      const [only] = elements;
      // A group that stands alone groups nothing.
      if (elements.length === 1 && only?.type === 'Alternation') alternatives.push(...only.alternatives);
      else alternatives.push({ elements });
    } while (this.#take('|'));
    return alternatives;
  }

  #elements(): readonly PatternElement[] {
    const elements: PatternElement[] = [];
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) {
      elements.push(...this.#element());
    }
    return elements;
  }

  /** One element with its repetition; none where it means nothing. */
  #element(): readonly PatternElement[] {
    if (this.#take('^')) return [edge('behind')];
    if (this.#take('$')) return [edge('ahead')];
    const alternatives = this.#peek() === '(' ? this.#group() : [{ elements: [classOf(this.#set())] }];
    const [only] = alternatives;
    const isNothing = alternatives.length === 1 && only?.elements.length === 0;
    const [min, max] = this.#repetition();
    if (max === 0 || isNothing) return [];
    if (min !== 1 || max !== 1) return [{ type: 'Quantifier', alternatives, min, max }];
    return alternatives.length === 1 && only !== undefined ? only.elements : [{ type: 'Alternation', alternatives }];
  }

  #group(): readonly Sequence[] {
    this.#next++;
    if (this.#take('?') && !this.#take(':')) throw new NotPlain();
    const alternatives = this.#alternatives();
    if (!this.#take(')')) throw new NotPlain();
    return alternatives;
  }

  #repetition(): readonly [min: number, max: number] {
    const range = this.#range();
    // A lazy repetition matches the same texts.
    if (range !== undefined) this.#take('?');
    return range ?? [1, 1];
  }

  #range(): readonly [min: number, max: number] | undefined {
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#take('?')) return [0, 1];
    if (!this.#take('{')) return undefined;
    const min = this.#number();
    const hasMax = this.#take(',');
    const max = !hasMax ? min : this.#peek() === '}' ? Number.POSITIVE_INFINITY : this.#number();
    if (!this.#take('}') || max < min) throw new NotPlain();
    return [min, max];
  }

  #number(): number {
    let digits = '';
    for (let next = this.#peek() ?? ''; /^\d$/.test(next); next = this.#peek() ?? '') {
      digits += next;
      this.#next++;
    }
    const number = Number(digits);
    if (digits === '' || number > MOST_REPETITIONS) throw new NotPlain();
    return number;
  }

  /** The characters that one place of the text may have. */
  #set(): Characters {
    const character = this.#read();
    if (character === '.') return complement(LINE_BREAKS);
    if (character === '[') return this.#class();
    if (character === '\\') return this.#escape();
    if (SYNTAX.has(character) && character !== '/') throw new NotPlain();
    return single(character);
  }

  #class(): Characters {
    const isNegated = this.#take('^');
    const ranges: { min: number; max: number }[] = [];
    while (!this.#take(']')) {
      const first = this.#classMember();
      const [from] = first;
      if (this.#peek() !== '-' || this.#characters[this.#next + 1] === ']') {
        ranges.push(...first);
        continue;
      }
      this.#next++;
      const last = this.#classMember();
      const [to] = last;
      const isRange = first.length === 1 && last.length === 1 && from?.min === from?.max && to?.min === to?.max;
      if (!isRange || from === undefined || to === undefined || from.min > to.min) throw new NotPlain();
      ranges.push({ min: from.min, max: to.min });
    }
    const characters = joined(ranges);
    const all = isNegated ? complement(characters) : characters;
    if (all.length === 0) throw new NotPlain();
    return all;
  }

  #classMember(): Characters {
    const character = this.#read();
    if (character !== '\\') return single(character);
    return this.#take('-') ? single('-') : this.#escape();
  }

  #escape(): Characters {
    const character = this.#read();
    const set = SETS.get(character);
    if (set !== undefined) return set;
    const control = CONTROLS.get(character);
    if (control !== undefined) return single(control);
    if (!SYNTAX.has(character)) throw new NotPlain();
    return single(character);
  }

  #peek(): string | undefined {
    return this.#characters[this.#next];
  }

  #read(): string {
    const character = this.#characters[this.#next++];
    if (character === undefined) throw new NotPlain();
    return character;
  }

  #take(character: string): boolean {
    if (this.#characters[this.#next] !== character) return false;
    this.#next++;
    return true;
  }
}

function single(character: string): Characters {
  const code = character.codePointAt(0) ?? 0;
  return [{ min: code, max: code }];
}

function classOf(ranges: Characters): PatternElement {
  return { type: 'CharacterClass', characters: { ranges } };
}

/** Where the text begins or ends no character is. */
function edge(kind: 'ahead' | 'behind'): PatternElement {
  const elements = [classOf([{ min: 0, max: LAST_CHARACTER }])];
  return { type: 'Assertion', kind, negate: true, alternatives: [{ elements }] };
}
