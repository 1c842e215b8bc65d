import type { Finding } from '../diff/finding.js';
import type { Payload } from '../diff/payload/payload-around.js';
import type { Explanation } from '../migrate/explanation.js';
import { isArray, isObject, type Json } from '../openapi/source/json.js';
import { formatPointer } from '../openapi/source/pointer.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeTerminal } from './encode/terminal.js';
import { wrap } from './wrap.js';

const LABEL = 9;
/** Lines of a payload that are shown, and characters of one line. */
const MOST_LINES = 120;
const LONGEST_LINE = 300;

/** One finding explained for people. */
export function renderExplanation({ finding, why, fix, step, payload }: Explanation, width: number): string {
  const line = (label: string, text: string | null): readonly string[] => {
    if (text === null) return [];
    const [first = '', ...rest] = wrap(encodeTerminal(text), width - LABEL);
    return [label.padEnd(LABEL) + first, ...rest.map((more) => ' '.repeat(LABEL) + more)];
  };
  const { where, message, rule, fingerprint, witness, reason, moves } = finding;
  return [
    ...wrap(`${encodeTerminal(where)}: ${encodeTerminal(message)}`, width),
    '',
    ...line('impact', impactOf(finding)),
    ...line('level', finding.levelReason === null ? null : `${finding.level}: ${finding.levelReason}`),
    ...line('reaches', finding.operations.length === 0 ? 'no operation' : finding.operations.join(', ')),
    ...line('places', `${placeOf(finding.base)} → ${placeOf(finding.revision)}`),
    ...line('why', why),
    ...line('because', reason),
    ...line('proof', witness === null ? null : proofOf(witness)),
    ...(payload === null ? [] : payloadLines(payload)),
    ...moves.flatMap(({ end, part, where: other, evidence, confirmed }) =>
      line(
        confirmed ? 'moved' : 'perhaps',
        `${part === null ? '' : `"${part}" `}${end} "${other}": ${evidence.join(', ')}`,
      ),
    ),
    ...line('fix', fix),
    ...line('callers', step),
    ...line('rule', `${rule}, fingerprint ${fingerprint}`),
    '',
  ].join('\n');
}

function impactOf({ impact, contract, direction }: Finding): string {
  const ways = {
    request: ', in what callers send',
    response: ', in what callers receive',
    both: ', in what callers send and receive',
  };
  const where = contract === 'wire' ? 'on the wire' : 'in compiled code only';
  return `${impact} ${where}${direction === null ? '' : ways[direction]}`;
}

function placeOf(place: Finding['base']): string {
  return place === null ? '–' : `${place.file}:${place.line}:${place.column}`;
}

function proofOf({ value, validUnder, invalidUnder }: NonNullable<Finding['witness']>): string {
  return `${cut(stringify(value))} is valid in the ${validUnder} and invalid in the ${invalidUnder}`;
}

function payloadLines({ operation, part, value, pointer, complete }: Payload): readonly string[] {
  const lines = jsonLines(value, pointer, [], '');
  const shown = lines.slice(0, MOST_LINES);
  const head = `in place ${encodeTerminal(`${operation} → ${part}`)}${complete ? '' : ' (only what leads to it)'}`;
  const more = lines.length - shown.length;
  return [
    head,
    ...shown.map((text) => ' '.repeat(LABEL) + text),
    ...(more === 0 ? [] : [`${' '.repeat(LABEL)}… and ${more} more lines`]),
  ];
}

/** A value on many lines, with a mark where the witness begins. */
function jsonLines(value: Json, pointer: string, path: readonly string[], key: string): readonly string[] {
  const mark = formatPointer(path) === pointer ? '   ← here' : '';
  const members = isArray(value)
    ? value.map((item: Json, index): readonly [string, Json, string] => [String(index), item, ''])
    : isObject(value)
      ? Object.entries(value).map(([name, item]): readonly [string, Json, string] => [
          name,
          item ?? null,
          `${JSON.stringify(name)}: `,
        ])
      : [];
  // Below the witness the shape of its own parts is no longer of interest.
  if (members.length === 0 || mark !== '') return [`${encodeTerminal(cut(key + stringify(value)))}${mark}`];
  const [open, close] = isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = members.flatMap(([name, item, label], index) => {
    const lines = jsonLines(item, pointer, [...path, name], label);
    const comma = index < members.length - 1 ? ',' : '';
    return lines.map((text, at) => `  ${at === lines.length - 1 ? withComma(text, comma) : text}`);
  });
  return [`${encodeTerminal(cut(key))}${open}`, ...inner, close];
}

function withComma(line: string, comma: string): string {
  return line.endsWith('   ← here') ? line.replace(/ {3}← here$/, `${comma}   ← here`) : line + comma;
}

function cut(text: string): string {
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}
