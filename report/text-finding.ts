import type { Finding, FindingPlace, Move, Witness } from '../diff/finding.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeTerminal } from './encode/terminal.js';
import type { Paint } from './paint.js';
import { type Entry, movedInto, partOf, propertyOf } from './text-entry.js';
import { wrap } from './wrap.js';

/** Characters of a fingerprint that are shown: enough to name a finding of any report. */
const SHOWN_FINGERPRINT = 8;
/** A space at which no line is broken; text of documents cannot hold it. */
const TOGETHER = '\u0000';
/** The longest value that is shown, in characters. */
const LONGEST_VALUE = 300;
/** And where a finding is told in short. */
const LONGEST_SHORT_VALUE = 60;

/** How much is said of a finding: everything, or in one line. */
export type Detail = 'full' | 'short';

/** One entry of the report for people: a line of what, then how it is proved, where it stands and whom it reaches. */
export function renderEntry(
  entry: Entry,
  detail: Detail,
  mark: string,
  paint: Paint,
  width: number,
): readonly string[] {
  const [finding] = entry.findings;
  const [first = '', ...rest] = wrap(headOf(entry), width - 6).map((line) => line.replaceAll(TOGETHER, ' '));
  const lines = [`    ${mark} ${first}`, ...rest.map((line) => `      ${line}`)];
  const below = [
    ...movesLines(entry, detail),
    ...(finding.levelReason === null ? [] : [`${finding.level}: ${encodeTerminal(finding.levelReason)}`]),
    ...(detail === 'full' ? detailsOf(entry, width - 6) : shortProof(entry)),
  ];
  return [...lines, ...below.flatMap((text) => wrap(text, width - 6)).map((line) => paint(`      ${line}`, '2'))];
}

function headOf(entry: Entry): string {
  const [first] = entry.findings;
  const { rule, where, message } = first;
  const count = entry.findings.length;
  switch (entry.kind) {
    case 'one':
      return `${encodeTerminal(where)}: ${encodeTerminal(message)} [${rule}${TOGETHER}${first.fingerprint.slice(0, SHOWN_FINGERPRINT)}]`;
    case 'object': {
      const names = entry.findings.map((finding) => encodeTerminal(propertyOf(finding)));
      const verb = VERBS.get(rule) ?? 'changed';
      return `${encodeTerminal(entry.object)}: ${count} properties ${verb}: ${names.join(', ')} [${rule}]`;
    }
    case 'message': {
      const places = entry.findings.map((finding) => encodeTerminal(placeNameOf(finding)));
      const part = partOf(first);
      // "The query parameter "page" was removed" says already what it is about.
      const head = part === '' || message.includes(`"${part.split(' ').at(-1)}"`) ? '' : `${encodeTerminal(part)}: `;
      return `${head}${encodeTerminal(message).replace(/\.$/, '')} in ${count} places: ${someOf(places)} [${rule}]`;
    }
  }
}

/** The operation, or the element as far as the message does not name it. */
function placeNameOf({ where, message }: Finding): string {
  const [first = where] = where.split(' → ');
  const [element = first, option] = first.split(' option ');
  return option !== undefined && message.includes(`"${option}"`) ? element : first;
}

/** Places that are listed of a finding in many. */
const MOST_PLACES = 8;

function someOf(places: readonly string[]): string {
  const more = places.length - MOST_PLACES;
  return more > 1 ? `${places.slice(0, MOST_PLACES).join(', ')} and ${more} more` : places.join(', ');
}

/** What happened to properties that are told together. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['property-removed', 'were removed'],
  ['property-forbidden', 'were removed, and are refused'],
  ['property-became-optional', 'became optional'],
  ['property-became-required', 'became required'],
  ['required-property-added', 'were added, which are required'],
  ['optional-property-added', 'were added'],
]);

function detailsOf({ findings, kind }: Entry, width: number): readonly string[] {
  const [finding] = findings;
  if (finding.impact === 'non-breaking') return [];
  // Of findings in several places each has operations of its own, which its place names.
  const operations = kind === 'message' ? undefined : operationsLine(finding, width);
  const { witness, reason } = finding;
  return [
    ...(witness === null || kind !== 'one' ? [] : [proofOf(witness)]),
    ...(reason === null ? [] : [`because ${encodeTerminal(reason)}`]),
    ...(kind === 'message' ? [] : [placesOf(finding)]),
    ...(operations === undefined ? [] : [operations]),
  ];
}

/** The value that proves a break is what makes one believe it, so that it is shown however many there are. */
function shortProof({ kind, findings: [{ impact, witness }] }: Entry): readonly string[] {
  return kind === 'one' && impact === 'breaking' && witness !== null ? [proofOf(witness, LONGEST_SHORT_VALUE)] : [];
}

function proofOf({ value, validUnder, invalidUnder }: Witness, longest = LONGEST_VALUE): string {
  const text = stringify(value);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return `proof: ${encodeTerminal(shown)} is valid in the ${validUnder} and invalid in the ${invalidUnder}`;
}

/** Where it went or came from, and what speaks for it; in short what speaks loudest. */
function movesLines({ kind, findings: [finding] }: Entry, detail: Detail): readonly string[] {
  const [first, second, ...others] = finding.moves;
  if (first === undefined) return [];
  const verb = `${first.confirmed ? '' : 'perhaps '}${first.end === 'to' ? 'moved' : 'came'}`;
  if (second !== undefined) {
    const isUnwrapped = finding.moves.every(({ part, name, end: way }) => way === 'to' && part === name);
    const isWrapped = finding.moves.every(({ part, name, end: way }) => way === 'from' && part === name);
    if (isUnwrapped || isWrapped) {
      const names = finding.moves.map(({ name }) => `"${encodeTerminal(name)}"`);
      return [
        `${first.confirmed ? '' : 'perhaps '}its parts ${isUnwrapped ? 'moved out of it' : 'were moved into it'}: ${someOf(names)}`,
      ];
    }
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    return [`${verb} in parts: ${[first, second].map(wayOf).join(', ')}${more}`];
  }
  if (kind === 'object') return [`${verb} together ${first.end} "${encodeTerminal(movedInto(finding) ?? first.name)}"`];
  const evidence = detail === 'short' ? first.evidence.slice(0, MOST_EVIDENCE_IN_SHORT) : first.evidence;
  return [`${verb} ${wayOf(first)}: ${evidence.map(encodeTerminal).join(', ')}`];
}

const MOST_EVIDENCE_IN_SHORT = 2;

function wayOf({ end, part, name }: Move): string {
  const own = part === null ? '' : `"${encodeTerminal(part)}" `;
  return `${own}${end} "${encodeTerminal(name)}"`;
}

function placesOf({ base, revision }: Finding): string {
  const shown = (place: FindingPlace | null): string =>
    place === null ? '–' : `${encodeTerminal(place.file)}:${place.line}:${place.column}`;
  return `${shown(base)} → ${shown(revision)}`;
}

/** The first few operations, as many as fit on the line. */
function operationsLine({ operations, direction, where }: Finding, width: number): string | undefined {
  const [only] = operations;
  if (only === undefined) return 'no operation reaches it';
  if (operations.length === 1 && where.startsWith(only)) return undefined;
  const head = operations.length === 1 ? `${verb(direction)} ` : `${verb(direction)} ${operations.length} operations: `;
  const names: string[] = [];
  let length = head.length;
  for (const operation of operations) {
    const name = encodeTerminal(operation);
    const tail = ` and ${operations.length - names.length} more`.length;
    if (names.length > 0 && length + name.length + 2 + tail > width) break;
    names.push(name);
    length += name.length + 2;
  }
  const more = operations.length - names.length;
  return `${head}${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

function verb(direction: Finding['direction']): string {
  const verbs = { request: 'sent to', response: 'received from', both: 'sent and received by' };
  return direction === null ? 'in' : verbs[direction];
}
