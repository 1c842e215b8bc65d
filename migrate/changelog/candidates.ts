import type { Change, ChangeKind } from '../../diff/change.js';
import type { Schema } from '../../openapi/model/schema.js';
import { effectOf } from './change-kinds.js';
import { directionAt, isSame, mediaTypesAt, type Nearness, nearnessOf, reaches } from './change-place.js';
import type { ComparedPair, OperationPair } from './compared-pair.js';
import type { OperationPlace, PathStep } from './place.js';
import type { Side, Site, SiteSide } from './site.js';
import { type Standing, standingsAt, valueStanding } from './standing.js';
import { type Level, type Trail, trailTo, walk } from './trail.js';

/** A place in one operation, with what leads to it. */
export interface Spot {
  readonly pair: OperationPair;
  /** Absent: the operation itself. */
  readonly at?: OperationPlace;
  readonly trail?: Trail;
  readonly base: readonly Standing[];
  readonly revision: readonly Standing[];
}

/** A change that is about a place, with what stands there as far as the change is concerned. */
export interface Candidate {
  readonly change: Change;
  readonly nearness: Nearness;
  readonly base: readonly Standing[];
  readonly revision: readonly Standing[];
}

/** Everything about a place in an operation. */
export function spotAt(compared: ComparedPair, pair: OperationPair, at: OperationPlace | undefined): Spot {
  const trail = at === undefined ? undefined : trailTo(pair, at, compared.comparison);
  return {
    pair,
    ...(at === undefined ? {} : { at }),
    ...(trail === undefined ? {} : { trail }),
    base: standingsAt(pair, at, 'base', trail),
    revision: standingsAt(pair, at, 'revision', trail),
  };
}

/** The changes of a kind, or of all kinds, that are about a spot and that some rule has a word for. */
export function candidatesAt(compared: ComparedPair, spot: Spot, kind?: ChangeKind): readonly Candidate[] {
  const direction = directionAt(spot.pair, spot.at);
  const all = [...elementCandidates(compared, spot, kind), ...schemaCandidates(compared, spot, kind)];
  return all.filter(({ change }) => {
    return reaches(change, spot.pair, direction) && compared.findingsOf(change).length > 0;
  });
}

function elementCandidates(compared: ComparedPair, spot: Spot, kind: ChangeKind | undefined): readonly Candidate[] {
  const { pair, at } = spot;
  return compared.changesOf(pair).flatMap((change): readonly Candidate[] => {
    if (kind !== undefined && change.kind !== kind) return [];
    const nearness = nearnessOf(change, pair, at);
    if (nearness === undefined) return [];
    const { base, revision } = spot;
    if (nearness === 'exact') return [{ change, nearness, base, revision }];
    const effect = effectOf(change.kind);
    // What only changed proves nothing of what stands inside.
    if (effect === 'changed' || at === undefined) return [];
    const side = effect === 'added' ? 'revision' : 'base';
    const own = withinElement(compared, spot, change, side);
    return [{ change, nearness, base, revision, [side]: own }];
  });
}

/** What stands at a place inside of an element that came or went as a whole. */
function withinElement(compared: ComparedPair, spot: Spot, change: Change, side: Side): readonly Standing[] {
  const { pair, at } = spot;
  if (at === undefined) return spot[side];
  if (change.kind === 'response.added' || change.kind === 'response.removed') {
    if (at.part.kind !== 'response') return spot[side];
    const inStatus = { ...at, part: { kind: 'response', status: change.status } } as const;
    return standingsAt(pair, inStatus, side, trailTo(pair, inStatus, compared.comparison));
  }
  if (change.kind === 'media-type.added' || change.kind === 'media-type.removed') {
    const own = mediaTypesAt(pair, at).find(({ origin }) => isSame(origin, change[side]));
    return own?.schema === undefined ? [] : leafOf(walk([siteOn(side, own.schema)], at.path), side);
  }
  return spot[side];
}

function siteOn(side: Side, schema: Schema): Site {
  return side === 'base' ? { base: { schemas: [schema] } } : { revision: { schemas: [schema] } };
}

function leafOf({ levels }: Trail, side: Side): readonly Standing[] {
  const leaf = levels.at(-1)?.sites ?? [];
  return leaf.flatMap((site) => site[side] ?? []).flatMap(valueStanding);
}

function schemaCandidates(compared: ComparedPair, spot: Spot, kind: ChangeKind | undefined): readonly Candidate[] {
  const { trail } = spot;
  if (trail === undefined || (kind !== undefined && !/^(?:schema\.|extension\.)/.test(kind))) return [];
  return trail.levels.flatMap((level, index) => {
    const rest = trail.path.slice(index);
    return factsAt(compared, level, kind).flatMap(({ change, site }) => {
      return candidateFrom(change, site, spot, rest) ?? [];
    });
  });
}

interface SiteFact {
  readonly change: Change;
  readonly site: Site;
}

function factsAt({ comparison }: ComparedPair, level: Level, kind: ChangeKind | undefined): readonly SiteFact[] {
  return level.alternatives.flatMap((site) => {
    return (site.pair?.facts ?? []).flatMap((fact): readonly SiteFact[] => {
      if (kind !== undefined && fact.data.kind !== kind) return [];
      const change = comparison.changeOf(fact);
      return change === undefined ? [] : [{ change, site }];
    });
  });
}

/** A change found on the way to a place, if it is about the place. `rest` is the way from where it was found. */
function candidateFrom(
  change: Change,
  site: Site,
  { base, revision }: Spot,
  rest: readonly PathStep[],
): Candidate | undefined {
  const [step, ...deeper] = rest;
  const name = step?.kind === 'property' ? step.name : undefined;
  const ends: Nearness = deeper.length === 0 ? 'exact' : 'around';
  switch (change.kind) {
    case 'schema.property.added':
    case 'schema.property.removed':
    case 'schema.property.refused':
    case 'schema.property.allowed': {
      if (name === undefined || change.property !== name) return undefined;
      const side = effectOf(change.kind) === 'added' ? 'revision' : 'base';
      if (ends === 'around') return within(change, change.schema, deeper, side, { base, revision });
      return { change, nearness: ends, base: [], revision: [], [side]: demanded(change, base, revision) };
    }
    case 'schema.alternative.added':
    case 'schema.alternative.removed': {
      const side = change.kind === 'schema.alternative.added' ? 'revision' : 'base';
      if (step !== undefined) return within(change, change.schema, rest, side, { base, revision });
      const own = valueStanding({ schemas: [change.schema] });
      return { change, nearness: 'exact', base: [], revision: [], [side]: own };
    }
    case 'schema.required.changed':
      if (step !== undefined && (ends === 'around' || !change.properties.some((one) => one === name))) return undefined;
      return { change, nearness: 'exact', base, revision };
    case 'schema.type.changed':
      // What stands inside a value of another type came or went with the type.
      if (step !== undefined) return insideType(change, site, rest);
      return onSite(change, site, { base, revision });
    default:
      return step === undefined ? onSite(change, site, { base, revision }) : undefined;
  }
}

function insideType(change: Change, { base, revision }: Site, path: readonly PathStep[]): Candidate {
  const leaf = (side: Side, own: SiteSide | undefined): readonly Standing[] => {
    return own === undefined ? [] : leafOf(walk([side === 'base' ? { base: own } : { revision: own }], path), side);
  };
  return { change, nearness: 'around', base: leaf('base', base), revision: leaf('revision', revision) };
}

function onSite(change: Change, site: Site, sides: Pick<Candidate, 'base' | 'revision'>): Candidate {
  const own = (side: Side): readonly Standing[] => {
    const value = site[side];
    return [...(value === undefined ? [] : valueStanding(value)), ...sides[side]];
  };
  return { change, nearness: 'exact', base: own('base'), revision: own('revision') };
}

/** What stands where a property came or went: of several, the one that the change is about. */
function demanded(
  change: Extract<Change, { readonly property: string; readonly schema: Schema }>,
  base: readonly Standing[],
  revision: readonly Standing[],
): readonly Standing[] {
  const all = effectOf(change.kind) === 'added' ? revision : base;
  return all.filter(({ sides }) => sides.some(({ schemas }) => schemas.includes(change.schema)));
}

function within(
  change: Change,
  schema: Schema,
  path: readonly PathStep[],
  side: Side,
  sides: Pick<Candidate, 'base' | 'revision'>,
): Candidate {
  return { change, nearness: 'around', ...sides, [side]: leafOf(walk([siteOn(side, schema)], path), side) };
}
