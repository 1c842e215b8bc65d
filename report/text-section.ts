import type { Finding, FindingImpact } from '../diff/finding.js';

/** A part of the report for people: what is alike in what it does to callers. */
export interface Section {
  readonly heading: string;
  /** One word or two, for the head of a column. */
  readonly short: string;
  readonly mark: string;
  readonly colour: string;
  readonly holds: (finding: Finding) => boolean;
}

/** What breaks running programs stands before what only breaks compiling them. */
export const SECTIONS: readonly Section[] = [
  section('Breaking on the wire', 'breaking', '✗', '31', 'breaking', ({ contract }) => contract === 'wire'),
  section('Breaking compiled code only', 'in code', '✗', '31', 'breaking', ({ contract }) => contract === 'source'),
  section('Undecided', 'undecided', '?', '35', 'undecided'),
  section('Unclassified', 'unclassified', '?', '35', 'unclassified'),
  section('Dangerous', 'dangerous', '!', '33', 'dangerous'),
  section('Safe', 'safe', '+', '32', 'non-breaking'),
];

function section(
  heading: string,
  short: string,
  mark: string,
  colour: string,
  impact: FindingImpact,
  condition: (finding: Finding) => boolean = () => true,
): Section {
  return { heading, short, mark, colour, holds: (finding) => finding.impact === impact && condition(finding) };
}
