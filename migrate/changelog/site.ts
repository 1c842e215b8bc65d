import type { SchemaPair } from '../../diff/pair/schema/schema-comparison.js';
import { conjunctionOf } from '../../diff/schema/conjunction.js';
import { type View, viewOf } from '../../diff/schema/view.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { PathStep } from './place.js';

/** What one document says of a value. */
export interface SiteSide {
  /** All schemas that apply to the value, as they are written. */
  readonly schemas: readonly Schema[];
  /** Whether the object around it demands it; absent where it is no property. */
  readonly required?: boolean;
}

/** A value that an operation carries. Both sides are there where the two documents were compared in it, else one. */
export interface Site {
  readonly base?: SiteSide;
  readonly revision?: SiteSide;
  /** The comparison of the two; absent where there is only one. */
  readonly pair?: SchemaPair;
}

const SIDES = ['base', 'revision'] as const;

/** One of the two documents. */
export type Side = (typeof SIDES)[number];

/** What a document says of the value of a site as a whole; `undefined` where it has none. */
function viewAt(site: Site, side: Side): View | undefined {
  const own = site[side];
  return own === undefined ? undefined : viewOf(conjunctionOf(own.schemas));
}

/** A value with everything it may be: itself, and each alternative of its unions as far as they go. */
export function alternativesOf(sites: readonly Site[]): readonly Site[] {
  const all: Site[] = [];
  const seen = new Set<string>();
  const queue = [...sites];
  for (const site of queue) {
    const key = SIDES.map((side) => keyOf(site, side)).join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    all.push(site);
    queue.push(...branchesOf(site));
  }
  return all;
}

/** The values one step inside others. */
export function inside(sites: readonly Site[], step: PathStep): readonly Site[] {
  return alternativesOf(sites).flatMap((site) => {
    const [base, revision] = SIDES.map((side) => partsOf(viewAt(site, side), step));
    return joined(site, base ?? [], revision ?? []);
  });
}

function partsOf(view: View | undefined, step: PathStep): readonly SiteSide[] {
  if (view === undefined) return [];
  switch (step.kind) {
    case 'property': {
      const schemas = view.properties.get(step.name);
      return schemas === undefined ? [] : [{ schemas, required: view.required.has(step.name) }];
    }
    case 'items':
      return [...view.prefixItems, view.items].filter((schemas) => schemas.length > 0).map((schemas) => ({ schemas }));
    case 'values': {
      const schemas = view.additional.filter(({ always }) => always === undefined);
      return schemas.length === 0 ? [] : [{ schemas }];
    }
  }
}

function branchesOf(site: Site): readonly Site[] {
  const [base, revision] = SIDES.map((side) => {
    const unions = viewAt(site, side)?.unions ?? [];
    return unions.flatMap(({ branches }) => branches).map((branch) => ({ schemas: [branch] }));
  });
  const alternatives = joined(site, base ?? [], revision ?? []);
  if (site.pair === undefined) return alternatives;
  // Where one side has a union and the other has none, the whole of that side may be one of the alternatives.
  const [left, right] = SIDES.map((side) => wholeOf(site, side));
  return [
    ...alternatives,
    ...joined(site, left ?? [], revision ?? []).filter(({ pair }) => pair !== undefined),
    ...joined(site, base ?? [], right ?? []).filter(({ pair }) => pair !== undefined),
  ];
}

/** The schemas that say what a side is, as the comparison takes them against an alternative. */
function wholeOf(site: Site, side: Side): readonly SiteSide[] {
  const members = viewAt(site, side)?.conjunction.members ?? [];
  return members.length === 0 ? [] : [{ ...site[side], schemas: members }];
}

/** Parts of a value, two and two where they were compared with each other in it, else each by itself. */
function joined(site: Site, base: readonly SiteSide[], revision: readonly SiteSide[]): readonly Site[] {
  const children = base.length === 0 || revision.length === 0 ? undefined : childrenOf(site.pair);
  if (children === undefined || children.size === 0) return apart(base, revision);
  const sites: Site[] = [];
  const partners = new Map(revision.map((part) => [conjunctionKey(part), part]));
  const left = new Set(revision);
  for (const before of base) {
    const found = (children.get(conjunctionKey(before)) ?? []).flatMap((pair) => {
      const after = partners.get(pair.revision.conjunction.key);
      return after === undefined ? [] : [{ pair, after }];
    });
    for (const { pair, after } of found) {
      left.delete(after);
      sites.push({ base: before, revision: after, pair });
    }
    if (found.length === 0) sites.push({ base: before });
  }
  return [...sites, ...apart([], [...left])];
}

function apart(base: readonly SiteSide[], revision: readonly SiteSide[]): readonly Site[] {
  return [...base.map((before) => ({ base: before })), ...revision.map((after) => ({ revision: after }))];
}

type Children = ReadonlyMap<string, readonly SchemaPair[]>;

/** Many claims are about the same few values. */
const childrenByPair = new WeakMap<SchemaPair, Children>();

/** The pairs inside a pair, by what they compare of the base. */
function childrenOf(pair: SchemaPair | undefined): Children | undefined {
  if (pair === undefined) return undefined;
  const known = childrenByPair.get(pair);
  if (known !== undefined) return known;
  const children = new Map<string, SchemaPair[]>();
  for (const child of new Set(pair.children.map((one) => one.pair))) {
    const { key } = child.base.conjunction;
    const alike = children.get(key);
    if (alike === undefined) children.set(key, [child]);
    else alike.push(child);
  }
  childrenByPair.set(pair, children);
  return children;
}

function conjunctionKey({ schemas }: SiteSide): string {
  return conjunctionOf(schemas).key;
}

/** Equal for the same value of a document. Whether it may be null need not be known for that. */
function keyOf(site: Site, side: Side): string {
  const own = site[side];
  return own === undefined
    ? '-'
    : conjunctionOf(own.schemas)
        .members.map(({ id }) => id)
        .join();
}
