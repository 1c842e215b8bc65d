import { isMap, isScalar, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { encodeTerminal } from '../../report/encode/terminal.js';

/** An accepted finding as it is to be written. */
export interface NewEntry {
  readonly fingerprint: string;
  /** The version of the API that it is for; `null` for any. */
  readonly version: string | null;
  readonly reason: string;
  readonly until: string;
  /** What the finding is, for who reads the file. */
  readonly comment: string;
}

/** How the entries of a file are written. */
export interface EntryStyle {
  readonly eol: string;
  /** Spaces before the dash. */
  readonly indent: number;
  /** From the dash to the first key. */
  readonly gap: number;
  /** In braces, on one line. */
  readonly isFlow: boolean;
  /** Between brackets, without a dash and a comment. */
  readonly isInList: boolean;
  /** With a space inside the braces. */
  readonly isPadded: boolean;
  /** As JSON: keys in quotes too. */
  readonly isJson: boolean;
  readonly quote: '"' | "'" | '';
}

/** The style of a file that shows none. */
export const plainStyle: EntryStyle = {
  eol: '\n',
  indent: 2,
  gap: 2,
  isFlow: false,
  isInList: false,
  isPadded: false,
  isJson: false,
  quote: '',
};

/** The style of the last entry of a list. */
export function styleOf(text: string, list: YAMLSeq, last: YAMLMap): EntryStyle {
  const [from = 0] = list.range ?? [];
  const [first] = list.items;
  const start = isMap(first) ? (first.range?.[0] ?? from) : from;
  const isOnLine = !text.slice(from, start).includes('\n');
  const [opening = 0] = last.range ?? [];
  const reason = last.get('reason', true);
  const type = isScalar(reason) ? reason.type : undefined;
  const key = last.items[0]?.key;
  return {
    eol: '\n',
    indent: from - (text.lastIndexOf('\n', from) + 1),
    gap: isOnLine && list.flow !== true ? start - from : 2,
    isFlow: last.flow === true,
    isInList: list.flow === true,
    isPadded: last.flow === true && text[opening + 1] === ' ',
    isJson: last.flow === true && isScalar(key) && key.type === 'QUOTE_DOUBLE',
    quote: type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '',
  };
}

/** Characters of a comment that are written. */
const LONGEST_COMMENT = 200;

/** One entry: in a block its lines with the comment before them, in braces the mapping alone. */
export function renderEntry({ fingerprint, version, reason, until, comment }: NewEntry, style: EntryStyle): string {
  const { eol, indent, gap, isFlow, isInList, isPadded, isJson } = style;
  // Digits alone would be a number, and a day a date to some readers.
  const mark = style.quote === '' || isJson ? '"' : style.quote;
  const fields = {
    fingerprint: scalarText(fingerprint, mark, isFlow),
    ...(version === null ? {} : { version: scalarText(version, mark, isFlow) }),
    reason: scalarText(reason, isJson ? '"' : style.quote, isFlow),
    until: scalarText(until, mark, isFlow),
  };
  const members = Object.entries(fields).map(([key, value]) => `${isJson ? `"${key}"` : key}: ${value}`);
  const inBraces = isPadded ? `{ ${members.join(', ')} }` : `{${members.join(', ')}}`;
  if (isInList) return inBraces;
  const margin = ' '.repeat(indent);
  const visible = encodeTerminal(comment);
  const shown = visible.length > LONGEST_COMMENT ? `${visible.slice(0, LONGEST_COMMENT)}…` : visible;
  const lines = isFlow ? [inBraces] : members;
  const [first = '', ...rest] = lines;
  return [
    `${margin}# ${shown}`,
    `${margin}-${' '.repeat(gap - 1)}${first}`,
    ...rest.map((line) => `${margin}${' '.repeat(gap)}${line}`),
    '',
  ].join(eol);
}

/** A text as a scalar of YAML on one line, in the quotes wished for where they can hold it. */
export function scalarText(text: string, quote: EntryStyle['quote'], isFlow: boolean): string {
  const isOneLine = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
  if (quote === '"' || !isOneLine) return doubleQuoted(text);
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  if (isFlow) return doubleQuoted(text);
  const plain = stringify(text, { lineWidth: 0 }).trimEnd();
  return plain.includes('\n') ? doubleQuoted(text) : plain;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
