import type { Outcome } from './outcome.js';
import type { Suite } from './peer-case.js';

/**
 * What we say about a pair as a whole: the worst that happens on the wire. `source` where only compiled code breaks, `open` where
 * something is undecided or judged by no rule, `none` where there is no finding, `refused` where a document cannot be read.
 */
export type Verdict = 'none' | 'safe' | 'source' | 'dangerous' | 'open' | 'breaking' | 'refused';

/** Our verdict about a pair. */
export function verdictOf(outcome: Outcome): Verdict {
  if (outcome.kind === 'refused') return 'refused';
  const { findings } = outcome;
  const onWire = findings.filter(({ contract }) => contract === 'wire').map(({ impact }) => impact);
  if (onWire.includes('breaking')) return 'breaking';
  if (findings.some(({ impact }) => impact === 'undecided' || impact === 'unclassified')) return 'open';
  if (onWire.includes('dangerous')) return 'dangerous';
  if (findings.some(({ impact }) => impact !== 'non-breaking')) return 'source';
  return findings.length > 0 ? 'safe' : 'none';
}

/** Any finding at all, whatever it weighs. */
const TOLD: readonly Verdict[] = ['safe', 'source', 'dangerous', 'breaking'];

/** Nothing that affects a caller: said to be safe, or not worth a finding. */
const HARMLESS: readonly Verdict[] = ['none', 'safe'];

/** What each word of a suite means, as the verdicts of ours that agree with it. */
const MEANING: Readonly<Record<Suite, Readonly<Record<string, readonly Verdict[]>>>> = {
  // Its tool reports messages with a severity; a message above "Info" makes the case breaking.
  criteo: { breaking: ['breaking'], 'not-breaking': HARMLESS },
  'openapi-diff': {
    // The test asserts that the documents differ, and says nothing about callers.
    changed: TOLD,
    breaking: ['breaking'],
    // The test asserts a difference, and that it is compatible.
    'non-breaking': ['safe'],
    // The test asserts compatibility only.
    'not-breaking': HARMLESS,
    'no-change': ['none'],
    // The test asserts that the document is refused.
    error: ['refused'],
  },
  // The configuration of a suppressed case excuses the change that it has. We run without one: the change must be told.
  optic: { breaking: ['breaking'], suppressed: ['dangerous', 'breaking'], 'not-breaking': HARMLESS },
  qubership: {
    breaking: ['breaking'],
    risky: ['dangerous'],
    'non-breaking': ['safe'],
    // Texts for people, which no caller depends on.
    annotation: HARMLESS,
    // Used for what the specification tells readers to ignore.
    unclassified: HARMLESS,
    'no-change': ['none'],
  },
};

/** Whether our verdict says what the word of a suite means. A word without a meaning is an error of the table above. */
export function agrees(suite: Suite, word: string, ours: Verdict): boolean {
  const meaning = MEANING[suite][word];
  if (meaning === undefined) throw new TypeError(`The suite "${suite}" has no word "${word}".`);
  return meaning.includes(ours);
}
