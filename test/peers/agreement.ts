import type { Disagreement, Disagreements, Otherwise } from './disagreement.js';
import { CLASSES } from './disagreement.js';
import type { Met } from './expectation.js';
import { SUITES } from './peer-case.js';
import type { Surveyed } from './survey.js';

const TOOLS = {
  criteo: 'Criteo openapi-comparator',
  'openapi-diff': 'OpenAPITools openapi-diff',
  optic: 'Optic',
  qubership: 'Qubership api-smart-diff',
} as const;

/** The page that says how far we agree with other tools, as Markdown. */
export function agreementPage(
  surveyed: readonly Surveyed[],
  { policies, disagreements, otherwise }: Disagreements,
): string {
  return [
    '# Agreement with other tools',
    '',
    'The test cases of four other tools, run by us. `npm run peers` writes this page from what we find and from',
    '`disagreements.yaml`, which gives the reason for each disagreement.',
    '',
    '## Verdicts',
    '',
    ...suiteTable(surveyed, disagreements),
    '',
    '*Policy*: we decided otherwise, for the reasons below. *Peer*: the tool is wrong by the specification. *Refused*: a document',
    'breaks the specification, and we say so instead of comparing it. *Bug*: ours.',
    '',
    '## Every change, its class and its place',
    '',
    ...completeTable(surveyed),
    '',
    '## Policies',
    '',
    ...policies.flatMap(({ name, reason }) => [`- **${name}** (${countOf(disagreements, name)}): ${oneLine(reason)}`]),
    '',
    '## Disagreements',
    '',
    ...disagreementTable(surveyed, disagreements),
    '',
    '## Expected changes that we tell otherwise',
    '',
    'Those of the cases above, and of these, whose verdict we share:',
    '',
    ...otherwiseTable(otherwise),
    '',
    ...expectationTable(surveyed),
    '',
  ].join('\n');
}

function suiteTable(surveyed: readonly Surveyed[], disagreements: readonly Disagreement[]): readonly string[] {
  const classOf = new Map(disagreements.map((entry) => [entry.case, entry.class]));
  const rows = SUITES.map((suite) => {
    const own = surveyed.filter((it) => it.case.suite === suite);
    const differing = own.filter((it) => !it.agrees);
    const counts = CLASSES.map((name) => differing.filter((it) => classOf.get(it.name) === name).length);
    return [TOOLS[suite], own.length, own.length - differing.length, ...counts];
  });
  return table(['tool', 'cases', 'agree', ...CLASSES], rows);
}

function completeTable(surveyed: readonly Surveyed[]): readonly string[] {
  const complete = surveyed.flatMap(({ completeness }) => (completeness === undefined ? [] : [completeness]));
  const met = complete.flatMap((it) => it.met);
  const quiet = met.filter(({ isQuiet }) => isQuiet);
  const loud = met.filter(({ isQuiet }) => !isQuiet);
  const of = (list: readonly Met[], how: Met['how']): string => share(list.filter((it) => it.how === how).length, list);
  const extra = complete.flatMap((it) => it.extra).length;
  const findings = surveyed.flatMap(({ outcome, completeness }) =>
    completeness !== undefined && outcome.kind === 'compared' ? outcome.findings : [],
  );
  return [
    `The Qubership suite lists every change of a case, here of ${complete.length} cases.`,
    '',
    ...table(
      ['', 'share'],
      [
        ['expected changes that we tell at the place, with the class', of(loud, 'met')],
        ['… at the place, with another class', of(loud, 'place')],
        ['… not at the place', of(loud, 'missed')],
        ['expected to concern no caller, and we say nothing worse', of(quiet, 'met')],
        ['findings of ours that nothing expects', share(extra, findings)],
      ],
    ),
  ];
}

function disagreementTable(surveyed: readonly Surveyed[], disagreements: readonly Disagreement[]): readonly string[] {
  const theirs = new Map(surveyed.map((it) => [it.name, it.case.verdict]));
  const rows = disagreements.map((entry) => {
    const cause = entry.policy === undefined ? entry.class : `policy: ${entry.policy}`;
    return [entry.case, theirs.get(entry.case) ?? '', entry.ours, cause, oneLine(entry.reason)];
  });
  return table(['case', 'they say', 'we say', 'class', 'reason'], rows);
}

function otherwiseTable(otherwise: readonly Otherwise[]): readonly string[] {
  return table(
    ['case', 'reason'],
    otherwise.map((entry) => [entry.case, oneLine(entry.reason)]),
  );
}

function expectationTable(surveyed: readonly Surveyed[]): readonly string[] {
  const rows = surveyed.flatMap(({ name, completeness }) =>
    (completeness?.met ?? [])
      .filter(({ how }) => how !== 'met')
      .map(({ expectation: { action, type, before, after }, told }) => {
        const place = (after ?? before ?? [])[0] ?? '';
        return [name, `${action} ${type}`, `\`${place}\``, told.join(', ') || 'nothing there'];
      }),
  );
  return table(['case', 'expected', 'at', 'we say'], rows);
}

function countOf(disagreements: readonly Disagreement[], policy: string): number {
  return disagreements.filter((entry) => entry.policy === policy).length;
}

function share(count: number, all: readonly unknown[]): string {
  const percent = all.length === 0 ? 0 : (100 * count) / all.length;
  return `${count} of ${all.length} (${percent.toFixed(1)} %)`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}
