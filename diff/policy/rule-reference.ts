import { DIRECTIONS, type Direction } from '../change.js';
import { type AnyRule, type Contract, type Impact, impactIn, type Level, type Rule } from '../rules/rule.js';
import { policies } from './policies.js';
import { decideLevel, POLICY_NAMES, type PolicyName, startingLevel } from './policy.js';
import { exampleOf, type RuleExample } from './rule-example.js';

/** What a rule says of a change in one direction. */
export interface RuleOutcome {
  readonly direction: Direction;
  readonly impact: Impact;
  /** Set where the impact depends on whether a value is found that one side sends and the other rejects. */
  readonly when?: 'a value proves it' | 'no value proves it';
  readonly levels: Readonly<Record<PolicyName, { readonly level: Level; readonly reason: string | null }>>;
}

/** Everything there is to know about a rule, as data. */
export interface RuleReference {
  readonly id: string;
  readonly aliases: readonly string[];
  /** The OpenAPI element it is about: `Parameters`. */
  readonly element: string;
  /** The kind of change it judges. */
  readonly on: string;
  readonly contract: Contract;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly outcomes: readonly RuleOutcome[];
  /** Absent: the rule has none. */
  readonly example?: RuleExample;
}

/** Elements in the order in which a document is read, by the first word of the kinds of change about them. */
const ELEMENTS: readonly (readonly [string, readonly string[]])[] = [
  ['Servers', ['server']],
  ['Security', ['security', 'security-scheme']],
  ['Operations', ['operation']],
  ['Parameters', ['path', 'parameter']],
  ['Request bodies', ['request-body']],
  ['Media types and encodings', ['media-type', 'encoding']],
  ['Responses', ['response']],
  ['Headers', ['header']],
  ['Links', ['link']],
  ['Callbacks', ['callback']],
  ['Webhooks', ['webhook']],
  ['Schemas', ['schema']],
  ['Extensions', ['extension']],
];

/** All rules as data, grouped by element; the groups in the order of a document, the rules by id. */
export function groupRules(rules: readonly AnyRule[]): ReadonlyMap<string, readonly RuleReference[]> {
  const groups = new Map<string, RuleReference[]>(ELEMENTS.map(([element]) => [element, []]));
  for (const reference of rules.map(referenceTo)) {
    const group = groups.get(reference.element);
    if (group === undefined) groups.set(reference.element, [reference]);
    else group.push(reference);
  }
  return new Map([...groups].filter(([, group]) => group.length > 0));
}

/** A rule as data. */
export function referenceTo(rule: AnyRule): RuleReference {
  const { id, aliases = [], on, contract, summary, why, fix } = rule;
  const outcomes = DIRECTIONS.flatMap((direction) => outcomesOf(rule, direction));
  const example = exampleOf(id);
  const texts = { id, aliases, element: elementOf(on), on, contract, summary, why, fix, outcomes };
  return example === undefined ? texts : { ...texts, example };
}

function elementOf(kind: string): string {
  const first = kind.split('.')[0] ?? kind;
  const known = ELEMENTS.find(([, words]) => words.includes(first));
  return known?.[0] ?? `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

function outcomesOf(
  rule: Pick<Rule, 'id' | 'impact' | 'contract' | 'level'>,
  direction: Direction,
): readonly RuleOutcome[] {
  const impact = impactIn(rule, direction);
  if (impact === undefined) return [];
  if (typeof impact === 'string') return [outcome(rule, direction, impact)];
  if (impact.refuted === impact.included) return [outcome(rule, direction, impact.refuted)];
  return [
    { ...outcome(rule, direction, impact.refuted), when: 'a value proves it' },
    { ...outcome(rule, direction, impact.included), when: 'no value proves it' },
  ];
}

function outcome(
  { id, contract, level: stated }: Pick<Rule, 'id' | 'contract' | 'level'>,
  direction: Direction,
  impact: Impact,
): RuleOutcome {
  const start = stated ?? startingLevel(impact);
  const levels = POLICY_NAMES.map((name) => {
    const leveled = { rule: id, impact, contract, direction, level: start };
    return [name, decideLevel(policies[name].entries, leveled)] as const;
  });
  // The entries name each policy once.
  return { direction, impact, levels: Object.fromEntries(levels) as RuleOutcome['levels'] };
}
