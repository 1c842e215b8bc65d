import type { Payload } from '../diff/payload/payload-around.js';
import { isArray, isObject, type Json } from '../openapi/source/json.js';
import { stringify } from '../openapi/source/stringify.js';
import { markdownCode } from './encode/markdown.js';
import { encodeTerminal } from './encode/terminal.js';
import { shortened } from './told-report.js';

const MOST_LINES = 40;
const LONGEST_LINE = 200;

/** A witness in its place as a block of code in Markdown, which its own content cannot close. */
export function payloadBlock({ operation, part, value, pointer, complete }: Payload): readonly string[] {
  const lines = linesOf(value, '', '', MOST_LINES + 1);
  const shown = lines.slice(0, MOST_LINES).map((line) => encodeTerminal(shortened(line, LONGEST_LINE)));
  const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  const what = markdownCode(shortened(`${operation} → ${part}`, LONGEST_LINE));
  const at = pointer === '#' ? '' : `, at ${markdownCode(shortened(pointer, LONGEST_LINE))}`;
  return [
    `In ${what}${at}${complete ? '' : ' (only what leads to it)'}:`,
    '',
    `${fence}json`,
    ...shown,
    ...(lines.length > MOST_LINES ? ['…'] : []),
    fence,
  ];
}

/** JSON on many lines, no more of them than are asked for. */
function linesOf(value: Json, indent: string, label: string, most: number): readonly string[] {
  const members: readonly (readonly [string, Json])[] = isArray(value)
    ? value.map((item: Json) => ['', item])
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item ?? null])
      : [];
  if (members.length === 0 || most < 3) return [`${indent}${label}${shortened(stringify(value), LONGEST_LINE)}`];
  const lines: string[] = [`${indent}${label}${isArray(value) ? '[' : '{'}`];
  for (const [index, [key, item]] of members.entries()) {
    if (lines.length >= most) return lines;
    const inner = linesOf(item, `${indent}  `, key, most - lines.length);
    lines.push(...inner.slice(0, -1), `${inner.at(-1) ?? ''}${index < members.length - 1 ? ',' : ''}`);
  }
  lines.push(`${indent}${isArray(value) ? ']' : '}'}`);
  return lines;
}
