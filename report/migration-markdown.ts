import { counted } from '../diff/counted.js';
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
  fieldsToTell,
  operationsToTell,
  operationWords,
  resourceWords,
  SECTION_WORDS,
  statementOf,
  titleOf,
  toolWords,
} from './migration-words.js';
import { prose } from './sentence-markdown.js';

/** What is listed of one card. */
const MOST_OPERATIONS = 12;
const MOST_FIELDS = 40;
const MOST_ANNOUNCED = 3;
const MOST_FINDINGS = 3;

/** The migration report as Markdown, with a box to tick for each thing to do. */
export function renderMigrationMarkdown(report: MigrationReport): string {
  const { from, to, verdict, sections, claims } = report;
  const numbers = numbersOf(report);
  const lines = [
    `# ${encodeMarkdown(to.title)}: ${encodeMarkdown(from.label)} → ${encodeMarkdown(to.label)}`,
    '',
    `**${encodeMarkdown(verdict.text)}**`,
    '',
    ...(report.counts.findings === 0
      ? []
      : [...headLines(report), ...planLines(report, numbers), ...setupLines(report)]),
    ...sections.flatMap((section) => sectionLines(section, numbers)),
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
    ...(from.date === null && to.date === null ? [] : [`- Documents: ${dates.join(', ')}`]),
    ...(steps.length < 2
      ? []
      : [
          `- In ${steps.length} steps: ${steps.map(({ label, breaking }) => `${encodeMarkdown(label)} (${counted(breaking, 'breaking finding')})`).join(', ')}. What came and went again on the way is not told.`,
        ]),
  ].concat(
    header === null
      ? []
      : [`- Requests choose the version with the header ${markdownCode(`${header.name}: ${header.after}`)}`],
  );
}

function setupLines({ setup }: MigrationReport): readonly string[] {
  if (setup === null) return [];
  return ['', '## The client', '', 'Every piece of code below builds on it.', '', ...codeLines(setup, '')];
}

/** What is to be done, one box a card, in the order of the cards. */
function planLines({ sections, setup }: MigrationReport, numbers: Numbers): readonly string[] {
  if (numbers.size === 0) return [];
  return [
    '',
    '## To do, in this order',
    '',
    ...(setup === null ? [] : ['- [ ] Switch the client']),
    ...sections.flatMap(({ kind, cards }) => [
      ...(cards.some((card) => numbers.has(card)) ? ['', `${SECTION_WORDS[kind][0]}:`, ''] : []),
      ...cards.filter((card) => numbers.has(card)).map((card) => `- [ ] ${headingOf(card, numbers)}`),
    ]),
  ];
}

/** The numbers of the cards with something to do. */
type Numbers = ReadonlyMap<MigrationCard, number>;

function numbersOf({ sections }: MigrationReport): Numbers {
  const cards = sections.flatMap((section) => section.cards).filter(({ steps }) => steps.length > 0);
  return new Map(cards.map((card, index) => [card, index + 1]));
}

function headingOf(card: MigrationCard, numbers: Numbers): string {
  const number = numbers.get(card);
  const title = prose(titleOf(card));
  return `${number === undefined ? '' : `${number}. `}${encodeMarkdown(resourceWords(card.resource))}: ${title}`;
}

function sectionLines({ kind, cards }: MigrationSection, numbers: Numbers): readonly string[] {
  const [title, introduction] = SECTION_WORDS[kind];
  const head = ['', `## ${title} (${cards.length})`, '', introduction];
  if (kind === 'other') return [...head, '', ...cards.flatMap(shortLines)];
  return [
    ...head,
    ...cards.flatMap((card) => (kind === 'added' ? addedLines(card) : cardLines(card, kind === 'silent', numbers))),
  ];
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

function cardLines(card: MigrationCard, isMixed: boolean, numbers: Numbers): readonly string[] {
  // Where all cards break callers, none needs to say so.
  const badges = isMixed ? badgeOf(card) : [];
  const told = card.steps.length === 0 ? [] : [prose(statementOf(card))];
  return [
    '',
    `### ${headingOf(card, numbers)}`,
    '',
    ...[
      ...(badges.length === 0 ? [] : [`*${encodeMarkdown(sentenceCase(badges.join(', ')))}.*`]),
      ...told,
      ...(card.why === null ? [] : [encodeMarkdown(card.why)]),
    ]
      .join(' ')
      .split('\n'),
    '',
    ...[...card.items, ...card.notes].map((item) => `- ${prose(item)}`),
    ...card.steps.slice(1).map((step) => `- [ ] ${prose(step)}`),
    ...(card.tool === null ? [] : [`- ${encodeMarkdown(toolWords(card.tool))}`]),
    ...placeLines(card),
    ...exampleLines(card),
  ];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function placeLines(card: MigrationCard): readonly string[] {
  const { arrived, announced, findings } = card;
  const [operations, fields] = [operationsToTell(card), fieldsToTell(card)];
  const prints = findings.map(({ fingerprint, rule }) => `${markdownCode(rule)} ${markdownCode(fingerprint)}`);
  return [
    ...(operations.length === 0
      ? []
      : [
          `- Operations: ${listed(
            operations.map((one) => markdownCode(operationWords(one))),
            MOST_OPERATIONS,
          )}`,
        ]),
    ...(fields.length === 0 ? [] : [`- Fields: ${listed(fields.map(markdownCode), MOST_FIELDS)}`]),
    ...(arrived === null || arrived.length === 0 ? [] : [`- ${encodeMarkdown(sentenceCase(arrivedWords(arrived)))}`]),
    ...(announced.length === 0 ? [] : [`- Announced: ${listed(announced.map(encodeMarkdown), MOST_ANNOUNCED, '; ')}`]),
    `- ${findings.length === 1 ? 'Finding' : `${findings.length} findings`}: ${listed(prints, MOST_FINDINGS)}`,
  ];
}

/** The first of several, and how many more there are. */
function listed(items: readonly string[], most: number, between = ', '): string {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const more = items.length - shown.length;
  return `${shown.join(between)}${more === 0 ? '' : ` and ${more} more`}`;
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
      const known = source === null ? '' : `; source: ${encodeMarkdown(source)}`;
      return `- ${encodeMarkdown(version)}: ${encodeMarkdown(title)} (${impact ?? 'no finding'}${told}${known})`;
    }),
  ];
}
