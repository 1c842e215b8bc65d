import type { Json } from '../../openapi/source/json.js';

/** How much callers may rely on an element, from nothing to everything. */
export type Stability = 'internal' | 'draft' | 'alpha' | 'beta' | 'stable';

const LEVELS: readonly Stability[] = ['internal', 'draft', 'alpha', 'beta', 'stable'];

const SYNONYMS: ReadonlyMap<string, Stability> = new Map([
  ...LEVELS.map((level) => [level, level] as const),
  ['experimental', 'alpha'],
  ['preview', 'beta'],
  ['ga', 'stable'],
  ['general-availability', 'stable'],
]);

/** What the extensions of an element say of its stability; what says nothing, or nothing known, is stable. */
export function stabilityOf(extensions: ReadonlyMap<string, Json>): Stability {
  if (extensions.get('x-internal') === true) return 'internal';
  const stated = levelOf(extensions.get('x-stability-level')) ?? levelOf(extensions.get('x-stability'));
  return stated ?? (extensions.get('x-beta') === true ? 'beta' : 'stable');
}

function levelOf(value: Json | undefined): Stability | undefined {
  return typeof value === 'string' ? SYNONYMS.get(value.toLowerCase()) : undefined;
}

/** Whether an element promises less than before. */
export function isLessStable(before: Json | undefined, after: Json | undefined): boolean {
  return rankOf(after) < rankOf(before);
}

/** Whether its makers say that it may change or go at any time. */
export function isUnstable(extensions: ReadonlyMap<string, Json>): boolean {
  return rankOf(stabilityOf(extensions)) <= LEVELS.indexOf('alpha');
}

function rankOf(level: Json | undefined): number {
  const ranks: readonly (Json | undefined)[] = LEVELS;
  const rank = ranks.indexOf(level);
  return rank < 0 ? LEVELS.length - 1 : rank;
}
