import type { SecurityScheme } from '../../openapi/model/security.js';
import { type Json, setField } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';

type Schemes = ReadonlyMap<string, SecurityScheme>;

type NameOf = (name: string) => string;

/** The security schemes of two documents, paired by what callers present, else by name. */
export interface SchemePairs {
  readonly both: readonly (readonly [SecurityScheme, SecurityScheme])[];
  readonly removed: readonly SecurityScheme[];
  readonly added: readonly SecurityScheme[];
  /** The name in the base of each scheme, for a name in the base and for one in the revision. */
  readonly names: readonly [NameOf, NameOf];
  /** The same, with one name for all schemes that ask for the same: what is presented for one fits the others. */
  readonly alike: readonly [NameOf, NameOf];
}

/**
 * The name of a scheme is not seen by callers, so a scheme that is declared alike under another name is the same scheme. Those of
 * one name come first: a name that still stands for the same leaves no doubt.
 */
export function pairSchemes(base: Schemes, revision: Schemes): SchemePairs {
  const partner = new Map<SecurityScheme, SecurityScheme>();
  const taken = new Set<SecurityScheme>();
  const take = (before: SecurityScheme, after: SecurityScheme | undefined): void => {
    if (after === undefined || partner.has(before) || taken.has(after)) return;
    partner.set(before, after);
    taken.add(after);
  };
  const alike = (before: SecurityScheme, after: SecurityScheme): boolean => meaning(before) === meaning(after);
  for (const before of base.values()) {
    const after = revision.get(before.name);
    if (after !== undefined && alike(before, after)) take(before, after);
  }
  for (const before of base.values()) {
    if (partner.has(before)) continue;
    take(
      before,
      [...revision.values()].find((after) => !taken.has(after) && alike(before, after)),
    );
  }
  for (const before of base.values()) take(before, revision.get(before.name));
  const partnerName = new Map([...partner].map(([before, after]) => [after.name, before.name]));
  // A scheme that is new under a name the base uses for another is not that other.
  const newName = (name: string): string => (base.has(name) && revision.has(name) ? `${name} (new)` : name);
  const byMeaning = new Map([...base.values()].reverse().map((scheme) => [meaning(scheme), scheme.name]));
  const baseName = (name: string): string => byMeaning.get(meaningOf(base.get(name))) ?? name;
  const revisionName = (name: string): string => {
    const same = byMeaning.get(meaningOf(revision.get(name))) ?? partnerName.get(name);
    return same === undefined ? newName(name) : baseName(same);
  };
  return {
    both: [...partner],
    removed: [...base.values()].filter((scheme) => !partner.has(scheme)),
    added: [...revision.values()].filter((scheme) => !taken.has(scheme)),
    names: [(name) => name, (name) => partnerName.get(name) ?? newName(name)],
    alike: [baseName, revisionName],
  };
}

function meaningOf(scheme: SecurityScheme | undefined): string {
  return scheme === undefined ? '' : meaning(scheme);
}

function meaning(scheme: SecurityScheme): string {
  const flows: Record<string, Json> = {};
  if (scheme.type === 'oauth2') {
    for (const [name, { scopes, ...urls }] of scheme.flows)
      setField(flows, name, { ...urls, scopes: [...scopes.keys()].sort() });
  }
  return canonical({ type: scheme.type, ...schemeFields(scheme), flows });
}

/** The fields that decide what a caller presents, OAuth flows apart. Descriptions do not. */
export function schemeFields(scheme: SecurityScheme): { readonly [keyword: string]: Json } {
  switch (scheme.type) {
    case 'apiKey':
      // The name of a header ignores case (RFC 9110, section 5.1).
      return {
        in: scheme.in,
        name: scheme.in === 'header' ? scheme.parameterName.toLowerCase() : scheme.parameterName,
      };
    case 'http':
      return { scheme: scheme.scheme, bearerFormat: scheme.bearerFormat ?? null };
    case 'openIdConnect':
      return { openIdConnectUrl: scheme.openIdConnectUrl };
    case 'oauth2':
      return { oauth2MetadataUrl: scheme.metadataUrl ?? null };
    case 'mutualTLS':
      return {};
  }
}
