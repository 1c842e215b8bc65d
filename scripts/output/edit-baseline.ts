import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { InputError } from '../command.js';
import { type EntryStyle, type NewEntry, plainStyle, renderEntry, scalarText, styleOf } from './entry-style.js';

export type { NewEntry } from './entry-style.js';

/** The edited text, and the fingerprints that were accepted before and got another reason or day. */
export interface EditedBaseline {
  readonly text: string;
  readonly renewed: ReadonlySet<string>;
}

/** A part of the text that takes the place of another. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const HEAD = [
  '# yaml-language-server: $schema=./node_modules/specshift/scripts/input/baseline-1.schema.json',
  '# Findings that do not count, each for a reason and until a day.',
].join('\n');

/**
 * Adds entries to a file of accepted findings, in the style of those that are there. What stands there already keeps every
 * character: the parser only tells the places. An entry for a finding that is accepted already is renewed in its place.
 * @throws InputError when the file is written in a way that cannot be edited
 */
export function acceptIn(before: string, entries: readonly NewEntry[], name: string): EditedBaseline {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const root = parseDocument(before, { logLevel: 'error' }).contents;
  const style = { ...plainStyle, eol };
  if (root === null || (isScalar(root) && root.value === null && root.source === undefined)) {
    const head = before.trim() === '' ? `${HEAD.replaceAll('\n', eol)}${eol}` : closed(before, eol);
    const body = entries.map((entry) => renderEntry(entry, style)).join('');
    return { text: `${head}accepted:${eol}${body}`, renewed: new Set() };
  }
  if (!isMap(root)) throw refusal(name);
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'accepted');
  const list = pair?.value;
  const edits: Edit[] = [];
  const renewed = new Set<string>();
  const added = entries.filter((entry) => {
    const item = isSeq(list) ? itemOf(list, entry) : undefined;
    if (item === undefined) return true;
    edits.push(...renewal(item, entry, name));
    renewed.add(entry.fingerprint);
    return false;
  });
  if (added.length > 0) edits.push(addition(before, root, pair, added, style, name));
  return { text: apply(before, edits), renewed };
}

function itemOf(list: YAMLSeq, { fingerprint, version }: NewEntry): YAMLMap | undefined {
  return list.items.find((item): item is YAMLMap => {
    const found = isMap(item) ? item.get('fingerprint') : undefined;
    const isFor = isMap(item) ? (item.get('version') ?? null) : null;
    const isOfVersion = isFor === null || version === null || isFor === version;
    return isOfVersion && typeof found === 'string' && found.toLowerCase() === fingerprint;
  });
}

/** The reason and the day of an entry, each in the quotes it has. */
function renewal(item: YAMLMap, { reason, until }: NewEntry, name: string): readonly Edit[] {
  return Object.entries({ reason, until }).map(([key, text]) => {
    const node = item.get(key, true);
    if (!isScalar(node) || node.range === null || node.range === undefined) throw refusal(name);
    const [from, to] = node.range;
    // A text of several lines ends with the line, and its successor must too.
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    return { from, to, text: scalarText(text, quoteOf(node), item.flow === true) + (isBlock ? '\n' : '') };
  });
}

function quoteOf({ type }: Scalar): EntryStyle['quote'] {
  if (type === 'QUOTE_SINGLE') return "'";
  return type === 'QUOTE_DOUBLE' ? '"' : '';
}

function addition(
  text: string,
  root: YAMLMap,
  pair: Pair | undefined,
  entries: readonly NewEntry[],
  style: EntryStyle,
  name: string,
): Edit {
  const { eol } = style;
  if (pair === undefined) {
    if (root.flow === true) throw refusal(name);
    const body = entries.map((entry) => renderEntry(entry, style)).join('');
    return {
      from: text.length,
      to: text.length,
      text: `${closed(text, eol).slice(text.length)}accepted:${eol}${body}`,
    };
  }
  const list = pair.value;
  if (isSeq(list) && list.items.length > 0) return afterLast(text, list, entries, eol, name);
  const range = isSeq(list) || isScalar(list) ? list.range : undefined;
  if (!range) throw refusal(name);
  if (root.flow === true) {
    const items = entries.map((entry) => renderEntry(entry, { ...style, isJson: true, isFlow: true, isInList: true }));
    return { from: range[0], to: range[1], text: `[${items.join(', ')}]` };
  }
  // Nothing, or an empty list on the line of its key: what stands behind on that line, a comment, stays there.
  const end = lineEnd(text, range[1]);
  const rest = text.slice(range[1], end).trimEnd();
  const body = entries.map((entry) => renderEntry(entry, style)).join('');
  const head = text.slice(0, range[0]).replace(/[ \t]+$/, '');
  return { from: head.length, to: end, text: `${rest === '' ? '' : ` ${rest.trim()}`}${eol}${body}` };
}

/** Behind the last entry, with what stands on its line. */
function afterLast(text: string, list: YAMLSeq, entries: readonly NewEntry[], eol: string, name: string): Edit {
  const last = list.items.at(-1);
  if (!isMap(last) || !last.range || !list.range) throw refusal(name);
  const style = { ...styleOf(text, list, last), eol };
  const [start, end] = last.range;
  if (list.flow === true) {
    const between = text.slice(end, list.range[1] - 1);
    const comma = /^\s*,/.exec(between);
    const isOnLine = text.slice(text.lastIndexOf('\n', start) + 1, start).trim() !== '';
    const gap = isOnLine ? ' ' : `${eol}${' '.repeat(start - (text.lastIndexOf('\n', start) + 1))}`;
    const items = entries.map((entry) => renderEntry(entry, { ...style, isFlow: true })).join(`,${gap}`);
    const at = end + (comma?.[0].length ?? 0);
    return { from: at, to: at, text: `${comma === null ? ',' : ''}${gap}${items}` };
  }
  const body = entries.map((entry) => renderEntry(entry, style)).join('');
  if (text[end - 1] === '\n') return { from: end, to: end, text: body };
  const at = lineEnd(text, end);
  return at < text.length ? { from: at, to: at, text: body } : { from: at, to: at, text: `${eol}${body}` };
}

/** Behind the line feed of the line of a place, or the end of the text. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

function closed(text: string, eol: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${eol}`;
}

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { from, to, text: replacement } of [...edits].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + replacement + result.slice(to);
  }
  return result;
}

function refusal(name: string): InputError {
  return new InputError(
    `"${encodeTerminal(name)}" is written in a way that cannot be edited. Give it a list "accepted:" of mappings.`,
  );
}
