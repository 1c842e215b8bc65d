import { POLICY_NAMES } from '../diff/policy/policy.js';
import type { RuleOutcome, RuleReference } from '../diff/policy/rule-reference.js';
import { wrap } from './wrap.js';

/** All rules for people: a line each, by element. */
export function renderRuleList(groups: ReadonlyMap<string, readonly RuleReference[]>, width: number): string {
  const longest = Math.max(...[...groups.values()].flat().map(({ id }) => id.length));
  const lines = [...groups].flatMap(([element, rules]) => [
    element,
    ...rules.flatMap(({ id, summary }) => {
      const [first = '', ...rest] = wrap(summary, width - longest - 4);
      return [`  ${id.padEnd(longest)}  ${first}`, ...rest.map((line) => `${' '.repeat(longest + 4)}${line}`)];
    }),
    '',
  ]);
  return `${lines.join('\n')}"specshift explain <rule>" says more about one.\n`;
}

/** One rule for people. */
export function renderRuleText(rule: RuleReference, width: number): string {
  const paragraph = (label: string, text: string): readonly string[] => {
    const [first = '', ...rest] = wrap(text, width - LABEL);
    return [label.padEnd(LABEL) + first, ...rest.map((line) => ' '.repeat(LABEL) + line)];
  };
  return [
    `${rule.id}: ${rule.summary}`,
    '',
    ...(rule.aliases.length === 0 ? [] : paragraph('formerly', rule.aliases.join(', '))),
    ...paragraph('why', rule.why),
    ...paragraph('fix', rule.fix),
    ...paragraph('contract', `${rule.contract}: ${CONTRACTS[rule.contract]}`),
    ...paragraph('judges', rule.on),
    ...exampleLines(rule),
    ...ways(rule).flatMap(([way, outcomes]) => [
      '',
      `${way}:`,
      ...outcomes.flatMap((outcome) => [`  ${impactWords(outcome)}`, ...levelLines(outcome, width)]),
    ]),
    '',
  ].join('\n');
}

/** The example as it stands in the documents: these lines are not wrapped, so that they can be taken as they are. */
function exampleLines({ example }: RuleReference): readonly string[] {
  if (example === undefined) return [];
  const side = (label: string, text: string): readonly string[] =>
    text.split('\n').map((line, index) => (index === 0 ? label : '').padEnd(LABEL) + line);
  return ['', ...side('before', example.before), ...side('after', example.after)];
}

const LABEL = 10;

export const CONTRACTS = {
  wire: 'requests or answers differ',
  source: 'only code compiled against a client differs',
} as const;

/** `breaking`, or `breaking where a value proves it`. */
export function impactWords({ impact, when }: RuleOutcome): string {
  return when === undefined ? impact : `${impact} where ${when}`;
}

/** The outcomes of a rule by the way things travel; both ways are one entry where they do not differ. */
export function ways({ outcomes }: RuleReference): readonly (readonly [string, readonly RuleOutcome[]])[] {
  const [sent, received] = (['request', 'response'] as const).map((way) =>
    outcomes.filter(({ direction }) => direction === way),
  );
  if (sent === undefined || received === undefined) return [];
  const told = (list: readonly RuleOutcome[]): string => JSON.stringify(list.map((one) => ({ ...one, direction: '' })));
  if (told(sent) === told(received)) return [['sent or received', sent]];
  const both: readonly (readonly [string, readonly RuleOutcome[]])[] = [
    ['sent by callers', sent],
    ['received by callers', received],
  ];
  return both.filter(([, list]) => list.length > 0);
}

function levelLines({ levels }: RuleOutcome, width: number): readonly string[] {
  const longest = Math.max(...POLICY_NAMES.map((name) => name.length));
  return POLICY_NAMES.flatMap((name) => {
    const { level, reason } = levels[name];
    const head = `    ${name.padEnd(longest)}  ${level}`;
    const [first = '', ...rest] = wrap(`${head}${reason === null ? '' : `: ${reason}`}`.trimStart(), width - 8);
    return [`    ${first}`, ...rest.map((line) => `${' '.repeat(longest + 6)}${line}`)];
  });
}
