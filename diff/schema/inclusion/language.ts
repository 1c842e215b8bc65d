import { alphabetOf } from './alphabet.js';
import { type Program, programOf, programOfText, Undecidable } from './pattern-program.js';
import { type State, States } from './pattern-state.js';

/** The texts that are looked for. */
export interface Language {
  readonly patterns: readonly string[];
  readonly notPatterns: readonly string[];
  /** Expressions with flags of their own, as formats are defined. */
  readonly expressions: readonly RegExp[];
  readonly notExpressions: readonly RegExp[];
  readonly not: readonly string[];
  readonly minLength: number;
  readonly maxLength: number;
}

/** A shortest text of a language, or that there is none, or why neither is known. */
export type Word =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

const MATCH_WORK = 2_000_000;
const SEARCH_WORK = 1_000_000;
const MAX_STATES = 20_000;
const LONGEST = 2_000;

const programs = new Map<string, Program | string>();
const MAX_KNOWN = 5_000;

function known(source: string, flags = 'u'): Program {
  const key = `${flags}/${source}`;
  let program = programs.get(key);
  if (program === undefined) {
    try {
      program = programOf(source, flags);
    } catch (error) {
      if (!(error instanceof Undecidable)) throw error;
      program = error.message;
    }
    if (programs.size >= MAX_KNOWN) programs.clear();
    programs.set(key, program);
  }
  if (typeof program === 'string') throw new Undecidable(program);
  return program;
}

/** Characters that stand for themselves: between `^` and `$`, or not. */
const LITERAL = /^(\^?)([\w !"#%&',/:;<=>@`~-]*)(\$?)$/;

/** `undefined`: it cannot be told. */
type Verdict = boolean | undefined;

/** Whether a text matches a pattern, in time that grows with its length only; `undefined` when that cannot be decided. */
export function matches(pattern: string, text: string): Verdict {
  const literal = LITERAL.exec(pattern);
  if (literal !== null) {
    const [, start = '', body = '', end = ''] = literal;
    if (start !== '') return end !== '' ? text === body : text.startsWith(body);
    return end !== '' ? text.endsWith(body) : text.includes(body);
  }
  return text.length > LONGEST_KNOWN ? read(pattern, text) : knownMatch(pattern, text);
}

/** Names of properties are matched again and again. */
const matched = new Map<string, Verdict>();
const LONGEST_KNOWN = 100;

function knownMatch(pattern: string, text: string): Verdict {
  const key = `${text.length} ${text}${pattern}`;
  let verdict = matched.get(key);
  if (verdict === undefined && !matched.has(key)) {
    if (matched.size >= MAX_KNOWN) matched.clear();
    verdict = read(pattern, text);
    matched.set(key, verdict);
  }
  return verdict;
}

function read(pattern: string, text: string): Verdict {
  try {
    const states = new States(MATCH_WORK);
    let state = states.start(known(pattern));
    for (const character of text) {
      if (state.kind === 'true') return true;
      if (state.kind === 'false') return false;
      state = states.step(state, character.codePointAt(0) ?? 0);
    }
    return states.accepts(state);
  } catch (error) {
    if (error instanceof Undecidable) return undefined;
    throw error;
  }
}

/**
 * Looks for a shortest text of a language, trying readable characters first.
 * @param spend is told how much work it took
 */
export function findWord(language: Language, spend: (work: number) => void): Word {
  if (language.minLength > language.maxLength) return { kind: 'none' };
  const states = new States(SEARCH_WORK);
  try {
    const wanted = [
      ...language.patterns.map((source) => known(source)),
      ...language.expressions.map(({ source, flags }) => known(source, flags)),
    ];
    const unwanted = [
      ...language.notPatterns.map((source) => known(source)),
      ...language.notExpressions.map(({ source, flags }) => known(source, flags)),
      ...language.not.map(programOfText),
    ];
    const start = states.and([
      ...wanted.map((program) => states.start(program)),
      ...unwanted.map((program) => states.not(states.start(program))),
    ]);
    return search(states, start, alphabetOf([...wanted, ...unwanted]), language);
  } catch (error) {
    if (error instanceof Undecidable) return { kind: 'unknown', reason: error.message };
    throw error;
  } finally {
    spend(SEARCH_WORK - states.workLeft);
  }
}

interface Step {
  readonly state: State;
  readonly code: number;
  readonly before: Step | undefined;
}

/** Breadth first by length. Once texts are long enough, a state that was met is not met again. */
function search(states: States, start: State, alphabet: readonly number[], { minLength, maxLength }: Language): Word {
  let level: readonly Step[] = start === states.false ? [] : [{ state: start, code: -1, before: undefined }];
  // The start counts as met only where a text may end there: from a longer text it may be come back to.
  const visited = new Set<State>(minLength > 0 ? [] : [start]);
  for (let length = 0; level.length > 0; length++) {
    if (length >= minLength) {
      const end = level.find(({ state }) => states.accepts(state));
      if (end !== undefined) return { kind: 'word', word: spell(end) };
    }
    if (length >= maxLength) break;
    if (length > LONGEST) return { kind: 'unknown', reason: 'the shortest text that shows it is too long' };
    const next: Step[] = [];
    const here = length + 1 >= minLength ? visited : new Set<State>();
    for (const before of level) {
      for (const code of alphabet) {
        const state = states.step(before.state, code);
        if (state === states.false || here.has(state)) continue;
        here.add(state);
        if (here.size > MAX_STATES) return { kind: 'unknown', reason: 'the patterns are too complex' };
        next.push({ state, code, before });
      }
    }
    level = next;
  }
  return { kind: 'none' };
}

function spell(end: Step): string {
  const codes: number[] = [];
  for (let step: Step | undefined = end; step !== undefined && step.code >= 0; step = step.before)
    codes.push(step.code);
  return String.fromCodePoint(...codes.reverse());
}
