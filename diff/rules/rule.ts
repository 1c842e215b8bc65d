import type { ChangeKind, ChangeOf, Direction } from '../change.js';

/** What a change does to callers. */
export type Impact = 'breaking' | 'dangerous' | 'non-breaking';

/** Who notices: `wire` when bytes on the wire differ, `source` when only code compiled against a client does. */
export type Contract = 'wire' | 'source';

/** How loudly a finding is told. A policy sets it; this is where it starts. */
export type Level = 'error' | 'warning' | 'info' | 'off';

/**
 * An impact that is derived: whether the receiving side accepts all that the sending side may send is decided, and a value that
 * it rejects is shown. Where that cannot be decided the finding is undecided.
 */
export interface Derived {
  /** The impact when a value proves that the receiving side rejects what the sending side may send. */
  readonly refuted: Impact;
  /** The impact when the receiving side accepts every value. */
  readonly included: Impact;
}

/** The impact that follows from the values alone: a rejected value breaks, and nothing else does. */
export const derived: Derived = { refuted: 'breaking', included: 'non-breaking' };

/** The impact in one direction. */
export type DirectionImpact = Impact | Derived;

/** The judgement of one kind of change. */
export interface Rule<Kind extends ChangeKind = ChangeKind> {
  /** Element, then what happened to it: `parameter-became-required`. Equal to the file name, and stable. */
  readonly id: string;
  /** Former ids, which configurations and accepted findings may still use. Absent: there are none. */
  readonly aliases?: readonly string[];
  /** The kind of change it judges. */
  readonly on: Kind;
  readonly contract: Contract;
  /** One impact, or one per direction; a direction that is left out is not judged by this rule. */
  readonly impact: DirectionImpact | { readonly [Way in Direction]?: DirectionImpact };
  /** Absent: error for breaking, warning for dangerous, info for non-breaking. */
  readonly level?: Level;
  /** What the rule finds, in one sentence. */
  readonly summary: string;
  /** What happens to a caller. */
  readonly why: string;
  /** What the owner of the API can do instead. */
  readonly fix: string;
  /** The message for this change, or `undefined` when the rule has nothing to say about it. Names stand in double quotes. */
  readonly judge: (change: ChangeOf<Kind>) => string | undefined;
}

/** A rule for one kind, whichever it is. */
export type AnyRule = { readonly [Kind in ChangeKind]: Rule<Kind> }[ChangeKind];

/** Keeps the type of the change a rule names for its `judge`. */
export function defineRule<Kind extends ChangeKind>(rule: Rule<Kind>): Rule<Kind> {
  return rule;
}

/** Every rule by the kind it judges: a kind without an entry does not compile. */
export type RuleTable = { readonly [Kind in ChangeKind]: readonly Rule<Kind>[] };

/** The rules for a change, typed for exactly its kind. */
export function rulesFor<Kind extends ChangeKind>(table: RuleTable, kind: Kind): readonly Rule<Kind>[] {
  return table[kind];
}

/** The impact a rule states for a direction; absent when it does not judge that direction. */
export function impactIn({ impact }: Pick<Rule, 'impact'>, direction: Direction): DirectionImpact | undefined {
  return typeof impact === 'string' || 'refuted' in impact ? impact : impact[direction];
}
