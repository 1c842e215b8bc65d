import { policies } from '../diff/policy/policies.js';
import { POLICY_NAMES } from '../diff/policy/policy.js';
import type { RuleReference } from '../diff/policy/rule-reference.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { CONTRACTS, impactWords, ways } from './rule-text.js';

/** The reference page of all rules. `more` are sections that follow. */
export function renderRulePage(
  groups: ReadonlyMap<string, readonly RuleReference[]>,
  more: readonly { readonly title: string; readonly lines: readonly string[] }[] = [],
): string {
  const count = [...groups.values()].flat().length;
  return `${[
    '# Rules',
    '',
    `The ${count} rules by which \`specshift diff\` judges changes. This page is made from the rules: \`npm run generate\` writes it.`,
    '',
    ...[...groups].map(([element, rules]) => `- [${element}](#${anchor(element)}) (${rules.length})`),
    ...['Policies', ...more.map(({ title }) => title)].map((title) => `- [${title}](#${anchor(title)})`),
    ...[...groups].flatMap(([element, rules]) => [
      '',
      `## ${element}`,
      '',
      ...contents(rules),
      ...rules.flatMap(renderRule),
    ]),
    ...policySection(),
    ...more.flatMap(({ title, lines }) => ['', `## ${title}`, '', ...lines]),
  ].join('\n')}\n`;
}

function contents(rules: readonly RuleReference[]): readonly string[] {
  return rules.map(({ id, summary }) => `- [${id}](#${id}): ${encodeMarkdown(summary)}`);
}

/** One rule as Markdown. */
export function renderRuleMarkdown(rule: RuleReference): string {
  return `${renderRule(rule).slice(1).join('\n')}\n`;
}

function renderRule(rule: RuleReference): readonly string[] {
  const { id, summary, why, fix, contract, aliases, on, example } = rule;
  const rows = ways(rule).flatMap(([way, outcomes]) =>
    outcomes.map((outcome) => {
      const levels = POLICY_NAMES.map((name) => outcome.levels[name].level);
      return `| ${[way, impactWords(outcome), ...levels].join(' | ')} |`;
    }),
  );
  const former = aliases.length === 0 ? [] : [`- formerly ${aliases.map(markdownCode).join(', ')}`];
  return [
    '',
    `### ${id}`,
    '',
    `${encodeMarkdown(summary)} ${encodeMarkdown(why)}`,
    '',
    `- fix: ${encodeMarkdown(fix)}`,
    `- contract: ${contract}, ${CONTRACTS[contract]}`,
    `- judges ${markdownCode(on)}`,
    ...former,
    '',
    `| travels | impact | ${POLICY_NAMES.join(' | ')} |`,
    `| --- | --- | ${POLICY_NAMES.map(() => '---').join(' | ')} |`,
    ...rows,
    ...(example === undefined ? [] : ['', '```yaml', `# before`, example.before, `# after`, example.after, '```']),
  ];
}

function policySection(): readonly string[] {
  return [
    '',
    '## Policies',
    '',
    'A policy says how loudly a finding is told; its impact stays. The first entry that holds decides, and where none does a',
    'finding keeps its level: error for breaking, warning for dangerous, undecided and unclassified, info for the rest.',
    ...POLICY_NAMES.flatMap((name) => {
      const { summary, entries } = policies[name];
      const table = entries.map(({ rules, impacts, contract, direction, level, reason }) => {
        const what = rules === undefined ? 'every rule' : rules.map(markdownCode).join(', ');
        const conditions = [
          ...(impacts ?? []),
          ...(contract === undefined ? [] : [contract]),
          ...(direction === undefined ? [] : [direction]),
        ];
        return `| ${what} | ${conditions.join(', ') || 'always'} | ${level} | ${encodeMarkdown(reason)} |`;
      });
      const head = table.length === 0 ? [] : ['', '| rules | where | level | reason |', '| --- | --- | --- | --- |'];
      return ['', `### ${name}`, '', encodeMarkdown(summary), ...head, ...table];
    }),
  ];
}

/** The anchor GitHub gives to a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
}
