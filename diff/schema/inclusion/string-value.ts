import type { Json } from '../../../openapi/source/json.js';
import { type Answer, NONE, unknown, value } from './answer.js';
import type { Branch } from './branch.js';
import { lengthOf } from './evaluate.js';
import { APPROXIMATIONS, areApart, FORMAT_SAMPLES, isWithin } from './format-relation.js';
import { expressionOfFormat, hasFormat } from './formats.js';
import { type Language, matches, type Word } from './language.js';
import type { Task } from './search.js';

interface Texts {
  readonly patterns: Set<string>;
  readonly notPatterns: Set<string>;
  readonly formats: Set<string>;
  readonly notFormats: Set<string>;
  readonly listed: Set<string>;
  readonly minLength: number;
  readonly maxLength: number;
}

/** The longest text that is built to show something. */
const LONGEST = 9_000;

/** A text that keeps to the facts: one a person reads well, else a shortest one. */
export function stringOf(branch: Branch, { state, solver }: Task): Answer {
  const texts = textsOf(branch);
  if (texts.minLength > texts.maxLength || isContradiction(texts)) return NONE;
  const examples = state.flatMap(({ schema }) =>
    (schema.default === undefined ? [] : [schema.default]).concat(schema.examples),
  );
  for (const text of [...examples.filter(isShort), ...candidates(texts)]) if (fits(text, texts)) return value(text);
  if (texts.minLength > LONGEST) return unknown('the shortest value that shows it is too long');
  return searched(texts, (language) =>
    solver.words.find(language, (work) => solver.spend(Math.ceil(work / SEARCHED_PER_STEP))),
  );
}

function isShort(example: Json): example is string {
  return typeof example === 'string' && example.length > 0 && example.length <= 40;
}

function textsOf(branch: Branch): Texts {
  const listed = new Set<string>();
  const texts = {
    patterns: new Set<string>(),
    notPatterns: new Set<string>(),
    formats: new Set<string>(),
    notFormats: new Set<string>(),
    listed,
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
  };
  for (const fact of branch.facts) {
    if (fact.kind === 'longer') texts.minLength = Math.max(texts.minLength, Math.ceil(fact.length));
    else if (fact.kind === 'shorter') texts.maxLength = Math.min(texts.maxLength, Math.floor(fact.length));
    else if (fact.kind === 'pattern') texts.patterns.add(fact.pattern);
    else if (fact.kind === 'notPattern') texts.notPatterns.add(fact.pattern);
    else if (fact.kind === 'format') texts.formats.add(fact.format);
    else if (fact.kind === 'notFormat') texts.notFormats.add(fact.format);
    else if (fact.kind === 'notAmong') {
      for (const one of fact.values.values()) if (typeof one === 'string') listed.add(one);
    }
  }
  return texts;
}

function isContradiction({ patterns, notPatterns, formats, notFormats }: Texts): boolean {
  for (const pattern of patterns) if (notPatterns.has(pattern)) return true;
  for (const format of formats) {
    for (const other of notFormats) if (isWithin(format, other)) return true;
    for (const other of formats) if (areApart(format, other)) return true;
  }
  return false;
}

function fits(text: string, texts: Texts): boolean {
  if (texts.listed.has(text)) return false;
  const length = lengthOf(text);
  if (length < texts.minLength || length > texts.maxLength) return false;
  for (const format of texts.formats) if (hasFormat(text, format) !== true) return false;
  for (const format of texts.notFormats) if (hasFormat(text, format) !== false) return false;
  for (const pattern of texts.patterns) if (matches(pattern, text) !== true) return false;
  for (const pattern of texts.notPatterns) if (matches(pattern, text) !== false) return false;
  return true;
}

/** Texts that come to mind, padded to the length that is needed. */
function candidates({ formats, minLength, maxLength, listed }: Texts): readonly string[] {
  const texts: string[] = [];
  for (const format of formats) texts.push(...(FORMAT_SAMPLES[format] ?? []));
  if (formats.size === 0 && minLength <= LONGEST) {
    const length = Math.min(Math.max(1, minLength), maxLength);
    for (const letter of ['a', 'b', '1', 'A', '-', ' ']) texts.push(letter.repeat(length));
    texts.push('', 'other', 'another value', '(', '\u{1f600}'.repeat(length));
    for (let count = 0; count < listed.size + 1 && listed.size < 1_000; count++) texts.push(`other ${count}`);
  }
  return texts;
}

const MAX_TRIED = 6;
/** As much work in automata is as much as one step. */
const SEARCHED_PER_STEP = 100;

function searched(texts: Texts, find: (language: Language) => Word): Answer {
  const { minLength, maxLength } = texts;
  if (texts.formats.size + texts.notFormats.size + texts.patterns.size + texts.notPatterns.size === 0) {
    return plainText(texts);
  }
  const expressions: RegExp[] = [];
  const notExpressions: RegExp[] = [];
  for (const format of texts.formats) {
    const expression = expressionOfFormat(format) ?? APPROXIMATIONS[format];
    if (expression !== undefined) expressions.push(expression);
  }
  for (const format of texts.notFormats) {
    const expression = expressionOfFormat(format);
    if (expression !== undefined) notExpressions.push(expression);
  }
  const not = [...texts.listed].filter((text) => text.length <= 200);
  for (let tried = 0; tried < MAX_TRIED; tried++) {
    const language = {
      patterns: [...texts.patterns],
      notPatterns: [...texts.notPatterns],
      expressions,
      notExpressions,
      not,
      minLength,
      maxLength,
    };
    const word = find(language);
    if (word.kind === 'none') return NONE;
    if (word.kind === 'unknown') return unknown(word.reason);
    if (fits(word.word, texts)) return value(word.word);
    not.push(word.word);
  }
  const formats = [...texts.formats, ...texts.notFormats].map((format) => `"${format}"`);
  return unknown(`how the format ${formats.join(' and ')} relates to the rest is not decided`);
}

/** No candidate fitted, so the few texts there are may all be listed. */
function plainText(texts: Texts): Answer {
  if (texts.maxLength === 0) return NONE;
  for (let code = 0x21; code < 0x3000; code++) {
    const text = String.fromCodePoint(code).repeat(Math.max(1, texts.minLength));
    if (fits(text, texts)) return value(text);
  }
  return unknown('no text that shows it was found among many');
}
