import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shared } from '../../shared.js';

/** Two files of versions of one API. */
export type FilePair = readonly [base: string, revision: string];

/** Every consecutive pair of versions in the project itself. */
export function projectPairs(): readonly FilePair[] {
  const folder = join(root, 'specs/intercom');
  return consecutive(
    readdirSync(folder).filter((name) => /^(\d|preview)/.test(name)),
    folder,
  );
}

export function officialPairs(): readonly FilePair[] {
  const folder = join(shared, 'intercom/official');
  return consecutive(
    readdirSync(folder).filter((name) => name.endsWith('.yaml')),
    folder,
  );
}

/** Pairs that a list names, relative to its own folder. */
export function listedPairs(list: string): readonly FilePair[] {
  const folder = join(shared, list, '..');
  const pairs: readonly { readonly base: string; readonly revision: string }[] = JSON.parse(
    readFileSync(join(shared, list), 'utf8'),
  );
  return pairs.map(({ base, revision }) => [join(folder, base), join(folder, revision)]);
}

function consecutive(names: readonly string[], folder: string): readonly FilePair[] {
  const paths = [...names].sort(byVersion).map((name) => join(folder, name));
  return paths.slice(1).map((path, index) => [paths[index] ?? path, path]);
}

/** 2.9 comes before 2.10, and names after numbers. */
function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
