import { counted } from '../diff/counted.js';
import type { DiffReport, DiffSummary } from '../diff/finding.js';
import { encodeTerminal } from './encode/terminal.js';
import { renderJson } from './json.js';

/** What came of one pair of a batch. */
export type BatchResult =
  | { readonly name: string; readonly passed: boolean; readonly report: DiffReport }
  /** `error` says why the pair could not be compared; one line for each fault. */
  | { readonly name: string; readonly error: string };

/** A batch as data: the reports as `specshift diff` writes them, in the order of the file. */
export function renderBatchJson(results: readonly BatchResult[]): string {
  const pairs = results.map((result) => {
    const name = `"name": ${JSON.stringify(result.name)}`;
    if ('error' in result) return `{${name}, "error": ${JSON.stringify(result.error)}}`;
    return `{${name}, "passed": ${result.passed}, "report": ${renderJson(result.report).trimEnd()}}`;
  });
  const list = pairs.length === 0 ? '[]' : `[\n${pairs.join(',\n')}\n]`;
  return `{"format": "specshift.batch/1", "pairs": ${list}}\n`;
}

/** A batch for people: a line for each pair, and a total. */
export function renderBatchText(results: readonly BatchResult[]): string {
  const longest = Math.max(0, ...results.map(({ name }) => encodeTerminal(name).length));
  const lines = results.map((result) => {
    const name = encodeTerminal(result.name).padEnd(Math.min(longest, MOST_PADDING));
    if ('error' in result) return `✗ ${name}  not compared: ${encodeTerminal(result.error.split('\n')[0] ?? '')}`;
    return `${result.passed ? '✓' : '✗'} ${name}  ${countsOf(result.report.summary)}`;
  });
  const compared = results.filter((result) => 'report' in result);
  const failed = compared.filter(({ passed }) => !passed).length;
  const broken = results.length - compared.length;
  const total = counted(results.length, 'pair');
  const parts = [
    `${compared.length - failed} passed`,
    `${failed} failed`,
    ...(broken === 0 ? [] : [`${broken} not compared`]),
  ];
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), `${total}: ${parts.join(', ')}.`].join('\n')}\n`;
}

const MOST_PADDING = 60;

function countsOf({ breaking, undecided, unclassified, dangerous, nonBreaking, levels }: DiffSummary): string {
  const counts: readonly (readonly [number, string])[] = [
    [breaking, 'breaking'],
    [undecided, 'undecided'],
    [unclassified, 'unclassified'],
    [dangerous, 'dangerous'],
    [nonBreaking, 'safe'],
    [levels.off, 'off'],
  ];
  return counts.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ') || 'no changes';
}
