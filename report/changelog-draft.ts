import { counted } from '../diff/counted.js';
import type { ReportDocument } from '../diff/finding.js';
import type {
  ChangelogDraft,
  DraftEntry,
  DraftExample,
  DraftSection,
  DraftSectionKind,
} from '../migrate/changelog-draft/draft.js';
import type { Json } from '../openapi/source/json.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { LONGEST_LINE, layOut, spaced } from './json-lines.js';
import { prose } from './sentence-markdown.js';

/** Operations that are listed of one entry. */
const MOST_OPERATIONS = 8;

const TITLES: {
  readonly [Kind in DraftSectionKind]: readonly [title: string, introduction: string, one: string, many: string];
} = {
  breaking: [
    'Breaking changes',
    'Requests that worked are refused, or answers are not what they were.',
    'breaking change',
    'breaking changes',
  ],
  check: [
    'Changes to check',
    'Nothing is refused for certain, but what these mean for you depends on how you use them.',
    'change to check',
    'changes to check',
  ],
  client: [
    'Changes for generated clients',
    'Requests and answers stay as they are. Code written against a generated client needs other names.',
    'change for generated clients',
    'changes for generated clients',
  ],
  deprecated: ['Deprecated', 'This still works. Plan to move away from it.', 'deprecation', 'deprecations'],
  new: ['New', 'Nothing has to be done.', 'addition', 'additions'],
  other: ['Also changed', 'Nothing has to be done.', 'other change', 'other changes'],
};

/** The draft of a changelog as Markdown. */
export function renderChangelogDraft({ from, to, selector, sections }: ChangelogDraft): string {
  const lines = [`# ${encodeMarkdown(to.title)} ${encodeMarkdown(to.version)}`, '', countsOf(from, sections)];
  if (selector !== undefined) {
    const header = markdownCode(`${selector.name}: ${selector.value}`);
    lines.push('', `Requests choose this version with the header ${header}.`);
  }
  const all = [...lines, ...sections.flatMap(renderSection)];
  // A block ends with an empty line, and so does an entry before a heading.
  return `${all
    .filter((line, index) => line !== '' || all[index - 1] !== '')
    .join('\n')
    .trimEnd()}\n`;
}

function countsOf({ version }: ReportDocument, sections: readonly DraftSection[]): string {
  const compared = `Compared with ${encodeMarkdown(version)}`;
  if (sections.length === 0) return `${compared}, nothing changed for callers.`;
  const counts = sections.map(({ kind, resources }) => {
    const count = resources.reduce((sum, { entries }) => sum + entries.length, 0);
    const [, , one, many] = TITLES[kind];
    return counted(count, one, many);
  });
  const last = counts.pop() ?? '';
  return `${compared}: ${counts.length === 0 ? last : `${counts.join(', ')} and ${last}`}.`;
}

function renderSection({ kind, resources }: DraftSection): readonly string[] {
  const [title, introduction] = TITLES[kind];
  return [
    '',
    `## ${title}`,
    '',
    introduction,
    ...resources.flatMap(({ name, entries }) => [
      '',
      `### ${nameOf(name)}`,
      '',
      ...entries.flatMap((entry) => renderEntry(entry, kind === 'new' || kind === 'deprecated')),
    ]),
  ];
}

function nameOf(resource: string): string {
  if (resource === 'Document') return 'The API as a whole';
  return resource === 'Components without operations' ? 'Schemas that no operation uses' : encodeMarkdown(resource);
}

function renderEntry(
  { sentence, items, notes, operations, step, example }: DraftEntry,
  isNew: boolean,
): readonly string[] {
  const lines = [`- ${prose(sentence)}`, ...[...items, ...notes].map((one) => `  - ${prose(one)}`)];
  if (operations.length > 0) lines.push(`  - Operations: ${operationsText(operations)}`);
  if (step !== undefined) lines.push(`  - What to do: ${prose(step)}`);
  if (example !== undefined) lines.push(...renderExample(example, isNew));
  return lines;
}

function operationsText(operations: readonly string[]): string {
  const shown = operations.length > MOST_OPERATIONS + 1 ? operations.slice(0, MOST_OPERATIONS) : operations;
  const more = operations.length - shown.length;
  return `${shown.map((one) => markdownCode(one.replace(/^(webhook) \S+ /, '$1 '))).join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** What is new has no former state that anybody needs to see. */
function renderExample({ kind, before, after }: DraftExample, isNew: boolean): readonly string[] {
  const show = (label: string, value: Json | undefined): readonly string[] => {
    if (value === undefined) return [];
    if (kind === 'call') return [`  - ${label}: ${markdownCode(String(value))}`];
    const line = spaced(value);
    if (line.length <= LONGEST_LINE) return [`  - ${label}: ${markdownCode(line)}`];
    return [`  - ${label}:`, '', '    ```json', ...layOut(value, '').map((text) => `    ${text}`), '    ```', ''];
  };
  return isNew ? show('Example', after) : [...show('Before', before), ...show('After', after)];
}
