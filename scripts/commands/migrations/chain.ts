import type { ApiConfig } from '../../input/api-config.js';

/** A version and the one it is compared with. */
export type Link = readonly [base: string, version: string];

/**
 * The steps from one version to another along `base`. Where the second was not made from the first, the move is one step of its own.
 */
export function chainBetween({ versions }: ApiConfig, from: string, to: string): readonly Link[] {
  const links: Link[] = [];
  let current = to;
  // No chain is longer than there are versions, whatever circle a file describes.
  for (let count = 0; count < versions.length; count++) {
    const base = versions.find(({ version }) => version === current)?.base;
    if (base === undefined) break;
    links.unshift([base, current]);
    if (base === from) return links;
    current = base;
  }
  return [[from, to]];
}

/** All pairs of versions of which one was made from the other, in the order of the file. */
export function relatedPairs(config: ApiConfig): readonly Link[] {
  const names = config.versions.map(({ version }) => version);
  return names.flatMap((from) =>
    names.flatMap((to): readonly Link[] => {
      const [first] = chainBetween(config, from, to);
      const isRelated = config.versions.some(({ version, base }) => first?.[1] === version && base === from);
      return isRelated && first?.[0] === from && from !== to ? [[from, to]] : [];
    }),
  );
}

/**
 * The moves that are told in full: every neighbouring pair, and from the first version of a chain to its last that is not only an
 * experiment.
 */
export function toldPairs(config: ApiConfig): readonly Link[] {
  const bases = new Set(config.versions.map(({ base }) => base));
  const isFirst = (name: string): boolean =>
    config.versions.some(({ version, base }) => version === name && base === undefined);
  const isLast = (name: string): boolean =>
    config.versions.some(({ version, kind }) => version === name && kind !== 'unstable' && !bases.has(name));
  return relatedPairs(config).filter(([from, to]) => {
    return chainBetween(config, from, to).length === 1 || (isFirst(from) && isLast(to));
  });
}
