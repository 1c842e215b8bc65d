import { createRequire } from 'node:module';
import { type Characters, LAST_CHARACTER } from './characters.js';
import { type PatternElement, parsePlainPattern, type Repetition, type Sequence } from './plain-pattern.js';

/**
 * What the rest of a text has to be for a match. Programs are graphs: a loop points back to itself. Look-ahead is a conjunction
 * of two programs for the same rest, so that no expression ever has to be tried again.
 */
export type Program =
  | { readonly kind: 'anything'; readonly id: number }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'nothing'; readonly id: number }
  | { readonly kind: 'character'; readonly id: number; readonly among: Characters; readonly next: Program }
  | { readonly kind: 'either'; readonly id: number; readonly programs: Program[] }
  | {
      readonly kind: 'ahead';
      readonly id: number;
      readonly program: Program;
      readonly negated: boolean;
      readonly next: Program;
    }
  | {
      readonly kind: 'behind';
      readonly id: number;
      /** The character before, which there may be none of. */
      readonly among: Characters;
      readonly negated: boolean;
      readonly next: Program;
    };

/** The expression cannot be decided by an automaton, or its automaton would be too large. */
export class Undecidable extends Error {
  override readonly name = 'Undecidable';
}

const MAX_PROGRAMS = 20_000;
const MAX_TEXT = 10_000;

let lastId = 0;

/** Compiles an expression as JavaScript reads it. It may match anywhere in a text. */
export function programOf(source: string, flags = 'u'): Program {
  if (source.length > MAX_TEXT) throw new Undecidable('a pattern is too long');
  return new Compiler().everywhere(parse(source, flags));
}

/** Accepts exactly one text. */
export function programOfText(text: string): Program {
  let program: Program = { kind: 'end', id: ++lastId };
  for (const character of Array.from(text).reverse()) {
    const code = character.codePointAt(0) ?? 0;
    program = { kind: 'character', id: ++lastId, among: [{ min: code, max: code }], next: program };
  }
  return program;
}

/** `u` is how JSON Schema reads expressions; those that are none with it, as `\-`, are read without. */
function parse(source: string, flags: string): readonly Sequence[] {
  const plain = flags === 'u' ? parsePlainPattern(source) : undefined;
  if (plain !== undefined) return plain;
  const load = createRequire(import.meta.url);
  const { JS }: typeof import('refa') = load('refa');
  for (const attempt of flags.includes('u') ? [flags, flags.replace('u', '')] : [flags]) {
    try {
      const parser = JS.Parser.fromLiteral({ source, flags: attempt });
      return parser.parse({ assertions: 'parse', backreferences: 'throw', maxNodes: MAX_PROGRAMS }).expression
        .alternatives;
    } catch (error) {
      if (error instanceof RangeError) break;
    }
  }
  throw new Undecidable('a pattern is beyond what an automaton can decide');
}

class Compiler {
  #count = 0;

  everywhere(alternatives: readonly Sequence[]): Program {
    const match = this.#either(alternatives.map((one) => this.#sequence(one, { kind: 'anything', id: ++lastId })));
    const skip: Program[] = [match];
    const start: Program = { kind: 'either', id: ++lastId, programs: skip };
    const every: Characters = [{ min: 0, max: LAST_CHARACTER }];
    skip.push({ kind: 'character', id: ++lastId, among: every, next: start });
    return start;
  }

  #sequence({ elements }: Sequence, next: Program): Program {
    let program = next;
    for (const element of [...elements].reverse()) program = this.#element(element, program);
    return program;
  }

  #alternatives(alternatives: readonly Sequence[], next: Program): Program {
    return this.#either(alternatives.map((one) => this.#sequence(one, next)));
  }

  #either(programs: Program[]): Program {
    const [only] = programs;
    if (only === undefined) return { kind: 'nothing', id: this.#id() };
    return programs.length === 1 ? only : { kind: 'either', id: this.#id(), programs };
  }

  #element(element: PatternElement, next: Program): Program {
    switch (element.type) {
      case 'CharacterClass':
        return { kind: 'character', id: this.#id(), among: charactersOf(element.characters), next };
      case 'Alternation':
        return this.#alternatives(element.alternatives, next);
      case 'Quantifier':
        return this.#repeat(element, next);
      case 'Assertion': {
        const { kind, negate: negated, alternatives } = element;
        if (kind === 'behind') return { kind: 'behind', id: this.#id(), among: single(alternatives), negated, next };
        const program = this.#alternatives(alternatives, { kind: 'anything', id: this.#id() });
        return { kind: 'ahead', id: this.#id(), program, negated, next };
      }
      default:
        throw new Undecidable('a pattern is beyond what an automaton can decide');
    }
  }

  #repeat({ alternatives, min, max }: Repetition, next: Program): Program {
    let program = next;
    if (max === Number.POSITIVE_INFINITY) {
      const again: Program[] = [next];
      const loop: Program = { kind: 'either', id: this.#id(), programs: again };
      again.unshift(this.#alternatives(alternatives, loop));
      program = loop;
    } else {
      for (let count = min; count < max; count++)
        program = this.#either([this.#alternatives(alternatives, program), next]);
    }
    for (let count = 0; count < min; count++) program = this.#alternatives(alternatives, program);
    return program;
  }

  #id(): number {
    if (++this.#count > MAX_PROGRAMS) throw new Undecidable('the automaton of a pattern is too large');
    return ++lastId;
  }
}

/** `^`, `\b` and the like look at one character before; longer look-behind is not decided. */
function single(alternatives: readonly Sequence[]): Characters {
  const ranges: { min: number; max: number }[] = [];
  for (const { elements } of alternatives) {
    const [only] = elements;
    if (elements.length !== 1 || only?.type !== 'CharacterClass') throw new Undecidable('a pattern looks far behind');
    ranges.push(...charactersOf(only.characters));
  }
  return ranges.sort((a, b) => a.min - b.min);
}

/** Without `u` there are no characters beyond 0xffff; whoever writes such an expression means all others by a negated class. */
function charactersOf({ ranges }: { readonly ranges: Characters }): Characters {
  return ranges.map(({ min, max }) => ({ min, max: max === 0xffff ? LAST_CHARACTER : max }));
}
