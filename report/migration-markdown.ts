import type {
  ClaimsPart,
  CodePair,
  MigrationCard,
  MigrationReport,
  MigrationSection,
  PayloadPair,
} from '../migrate/report/migration-report.js';
import type { Json } from '../openapi/source/json.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { encodeTerminal } from './encode/terminal.js';
import { LONGEST_LINE, layOut, spaced } from './json-lines.js';
import {
  arrivedWords,
  badgeOf,
  countWords,
  operationWords,
  resourceWords,
  SECTION_WORDS,
  toolWords,
} from './migration-words.js';
import { prose } from './sentence-markdown.js';

/** Operations that are listed of one card. */
const MOST_OPERATIONS = 12;

/** The migration report as Markdown, with a box to tick for each thing to do. */
export function renderMigrationMarkdown(report: MigrationReport): string {
  const { from, to, verdict, sections, claims } = report;
  const lines = [
    `# ${encodeMarkdown(to.title)}: ${encodeMarkdown(from.label)} → ${encodeMarkdown(to.label)}`,
    '',
    `**${encodeMarkdown(verdict.text)}**`,
    '',
    ...(report.counts.findings === 0 ? [] : [...headLines(report), ...setupLines(report)]),
    ...sections.flatMap(sectionLines),
    ...(claims === null ? [] : claimLines(claims)),
  ];
  return `${lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trimEnd()}\n`;
}

function headLines(report: MigrationReport): readonly string[] {
  const { from, to, steps, header } = report;
  const dates = [from, to].map(
    ({ label, date }) => `${encodeMarkdown(label)}${date === null ? '' : ` of ${encodeMarkdown(date)}`}`,
  );
  return [
    ...countWords(report).map((line) => `- ${line}`),
    `- Documents: ${dates.join(', ')}`,
    ...(steps.length < 2
      ? []
      : [
          `- In ${steps.length} steps: ${steps.map(({ label, breaking }) => `${encodeMarkdown(label)} (${breaking} breaking)`).join(', ')}. What came and went again on the way is not told.`,
        ]),
  ].concat(
    header === null
      ? []
      : [`- Requests choose the version with the header ${markdownCode(`${header.name}: ${header.after}`)}`],
  );
}

function setupLines({ setup, verdict }: MigrationReport): readonly string[] {
  if (setup === null) return [];
  const box = verdict.nothingToDo ? [] : ['- [ ] Switch the client. Every piece of code below builds on it.', ''];
  return ['', '## The client', '', ...box, ...codeLines(setup, '')];
}

function sectionLines({ kind, cards }: MigrationSection): readonly string[] {
  const [title, introduction] = SECTION_WORDS[kind];
  const head = ['', `## ${title} (${cards.length})`, '', introduction];
  if (kind === 'other') return [...head, '', ...cards.flatMap(shortLines)];
  return [...head, ...cards.flatMap((card) => (kind === 'added' ? addedLines(card) : cardLines(card)))];
}

function shortLines(card: MigrationCard): readonly string[] {
  return [`- ${prose(card.what)}`, ...card.items.map((item) => `  - ${prose(item)}`)];
}

function addedLines(card: MigrationCard): readonly string[] {
  return [
    '',
    `### ${encodeMarkdown(resourceWords(card.resource))}: ${prose(card.what)}`,
    '',
    ...[...card.items, ...card.notes].map((item) => `- ${prose(item)}`),
    ...placeLines(card),
    ...exampleLines(card),
  ];
}

function cardLines(card: MigrationCard): readonly string[] {
  const badges = badgeOf(card);
  return [
    '',
    `### ${encodeMarkdown(resourceWords(card.resource))}: ${prose(card.what)}`,
    '',
    ...(card.why === null
      ? []
      : [`${badges.length === 0 ? '' : `*${encodeMarkdown(badges.join(', '))}.* `}${encodeMarkdown(card.why)}`, '']),
    ...card.steps.map((step) => `- [ ] ${prose(step)}`),
    ...[...card.items, ...card.notes].map((item) => `- ${prose(item)}`),
    ...(card.tool === null ? [] : [`- ${encodeMarkdown(toolWords(card.tool))}`]),
    ...placeLines(card),
    ...exampleLines(card),
  ];
}

function placeLines({ operations, arrived, announced, findings, fields }: MigrationCard): readonly string[] {
  const shown = operations.length > MOST_OPERATIONS + 1 ? operations.slice(0, MOST_OPERATIONS) : operations;
  const more = operations.length - shown.length;
  const names = shown.map((one) => markdownCode(operationWords(one))).join(', ');
  return [
    ...(operations.length === 0 ? [] : [`- Operations: ${names}${more === 0 ? '' : ` and ${more} more`}`]),
    ...(fields.length < 2 ? [] : [`- Fields: ${fields.slice(0, 40).map(markdownCode).join(', ')}`]),
    ...(arrived === null || arrived.length === 0 ? [] : [`- ${encodeMarkdown(arrivedWords(arrived))}`]),
    ...announced.slice(0, 3).map((title) => `- Announced: ${encodeMarkdown(title)}`),
    `- ${findings.length === 1 ? 'Finding' : `${findings.length} findings`}: ${findings
      .slice(0, 3)
      .map(({ fingerprint, rule }) => `${markdownCode(rule)} ${markdownCode(fingerprint)}`)
      .join(', ')}${findings.length > 3 ? ' …' : ''}`,
  ];
}

function exampleLines({ payload, code }: MigrationCard): readonly string[] {
  return [...(payload === null ? [] : payloadLines(payload)), ...(code === null ? [] : ['', ...codeLines(code, '')])];
}

function payloadLines({ kind, operation, part, before, after }: PayloadPair): readonly string[] {
  const where = operation === null || part === null ? '' : ` ${markdownCode(`${operationWords(operation)}, ${part}`)}`;
  const side = (label: string, value: Json | undefined): readonly string[] => {
    if (value === undefined) return [];
    if (kind === 'call') return ['', `${label}: ${markdownCode(String(value))}`];
    const line = spaced(value);
    if (line.length <= LONGEST_LINE) return ['', `${label}:${where} ${markdownCode(line)}`];
    return ['', `${label}:${where}`, '', ...block('json', layOut(value, ''))];
  };
  return before === undefined ? side('Example', after) : [...side('Before', before), ...side('After', after)];
}

function codeLines({ before, after }: CodePair, indent: string): readonly string[] {
  const lines = (label: string, code: string | null): readonly string[] =>
    code === null ? [] : [`// ${label}`, ...code.split('\n').map((line) => encodeTerminal(line))];
  const both = [
    ...lines('before', before),
    ...(before === null || after === null ? [] : ['']),
    ...lines(before === null ? 'new' : 'after', after),
  ];
  return block('ts', both).map((line) => indent + line);
}

/** Code between more backticks than it holds. */
function block(language: string, lines: readonly string[]): readonly string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence, ''];
}

function claimLines({ claims, proved, unproved, unannounced }: ClaimsPart): readonly string[] {
  return [
    '',
    `## What the changelogs say (${proved} of ${claims} claims are proved by the documents)`,
    '',
    `### Said, and not in the documents (${unproved.length})`,
    '',
    ...(unproved.length === 0 ? ['Nothing.'] : []),
    ...unproved.flatMap(({ version, title, status, objections }) => [
      `- ${encodeMarkdown(version)}: ${encodeMarkdown(title)} (**${status}**)`,
      ...objections.map((objection) => `  - ${encodeMarkdown(objection)}`),
    ]),
    '',
    `### In the documents, and said by no changelog (${unannounced.length})`,
    '',
    ...(unannounced.length === 0 ? ['Nothing.'] : []),
    ...unannounced.map(({ version, title, impact, source, card }) => {
      const told = card === null ? '' : `, finding ${markdownCode(card)}`;
      const known = source === null ? '' : `; known from ${encodeMarkdown(source)}`;
      return `- ${encodeMarkdown(version)}: ${encodeMarkdown(title)} (${impact ?? 'no finding'}${told}${known})`;
    }),
  ];
}
