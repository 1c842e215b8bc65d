import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasShared, shared } from '../shared.js';

/** The tools whose test cases we run: openapi-diff (OpenAPITools), openapi-comparator (Criteo), Optic, api-smart-diff (Qubership). */
export const SUITES = ['criteo', 'openapi-diff', 'optic', 'qubership'] as const;

export type Suite = (typeof SUITES)[number];

/** One change that the Qubership suite expects, with every pointer under which it may be told. */
export interface Expectation {
  readonly action: 'add' | 'remove' | 'replace';
  readonly type: 'breaking' | 'non-breaking' | 'risky' | 'deprecated' | 'annotation' | 'unclassified';
  /** JSON Pointers without `#`; absent where the element is on the other side only. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A pair of documents with what another tool says about it. */
export interface PeerCase {
  readonly suite: Suite;
  readonly id: string;
  /** Paths below the folder of the cases. */
  readonly base: string;
  readonly revision: string;
  /** The tool's word. */
  readonly verdict: string;
  /** `complete` where the tool's tests list every change. */
  readonly strength: string;
  /** In the shape of its suite. */
  readonly expected: unknown;
}

/** A small pair, chosen where another tool is silent or cries wolf. */
export interface Probe {
  readonly id: string;
  readonly base: string;
  readonly revision: string;
  /** `none` where no caller is affected. A question mark: nobody had decided. */
  readonly expected: string;
}

const caseFolder = join(shared, 'peer-cases');
const probeFolder = join(shared, 'probes');

/** All cases with absolute paths, sorted by suite and id; empty where the data is absent. */
export const peerCases: readonly PeerCase[] = read<PeerCase>(caseFolder).sort(
  (a, b) => compare(a.suite, b.suite) || compare(a.id, b.id),
);

/** All probes with absolute paths, sorted by id; empty where the data is absent. */
export const probes: readonly Probe[] = read<Probe>(probeFolder).sort((a, b) => compare(a.id, b.id));

/** What the Qubership suite expects of a case; empty where it expects no change. */
export function expectationsOf({ suite, expected }: PeerCase): readonly Expectation[] {
  // The cases of this suite hold a list of this shape, or null.
  return suite === 'qubership' && expected !== null ? (expected as readonly Expectation[]) : [];
}

function read<Item extends { readonly base: string; readonly revision: string }>(folder: string): Item[] {
  if (!hasShared) return [];
  const items: readonly Item[] = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
  return items.map((item) => ({ ...item, base: join(folder, item.base), revision: join(folder, item.revision) }));
}

/** By code units, so that no locale has a say. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
