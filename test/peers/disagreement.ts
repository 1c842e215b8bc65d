import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../shared.js';
import type { Verdict } from './verdict.js';

/**
 * Why we say something else about a case: a `policy` of ours, named once; the `peer` is wrong by the specification; a document
 * is `refused` that breaks the specification; or our own `bug`.
 */
export const CLASSES = ['policy', 'peer', 'refused', 'bug'] as const;

/** One case about which we disagree, looked at by eye. */
export interface Disagreement {
  /** `<suite>/<id>`. */
  readonly case: string;
  /** What we say; when that changes, the entry has to be looked at again. */
  readonly ours: Verdict;
  readonly class: (typeof CLASSES)[number];
  /** The policy, for the class of that name only. */
  readonly policy?: string;
  /** What is special about this case. */
  readonly reason: string;
}

/** A decision that several cases differ by, and why we made it. */
export interface Policy {
  readonly name: string;
  readonly reason: string;
}

/** A case whose verdict we share, and whose changes we tell in another way than its suite. */
export interface Otherwise {
  /** `<suite>/<id>`. */
  readonly case: string;
  readonly reason: string;
}

/** What `disagreements.yaml` holds. */
export interface Disagreements {
  readonly policies: readonly Policy[];
  readonly disagreements: readonly Disagreement[];
  readonly otherwise: readonly Otherwise[];
}

/** Everything in `disagreements.yaml`, in its order. */
export function readDisagreements(): Disagreements {
  return parse(readFileSync(join(root, 'test/peers/disagreements.yaml'), 'utf8'));
}
