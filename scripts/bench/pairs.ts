import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared');
const probes = join(shared, 'probes');

/** Two documents that are compared, the base first. */
export interface BenchPair {
  readonly name: string;
  readonly files: readonly [string, string];
}

/** What is measured. Documents that are not part of the project may be absent. */
export const PAIRS: readonly BenchPair[] = [
  pair('small', probes, 'res-200-to-2XX.base.yaml', 'res-200-to-2XX.rev.yaml'),
  pair('intercom', join(shared, 'intercom/official'), '2.15.yaml', 'preview.yaml'),
  pair('github', join(root, 'node_modules/@octokit/openapi/generated'), 'ghes-3.17.json', 'ghes-3.19.json'),
  pair('stripe', join(shared, 'pairs/stripe'), '2021-10.json', '2022-04.json'),
];

function pair(name: string, folder: string, base: string, revision: string): BenchPair {
  return { name, files: [join(folder, base), join(folder, revision)] };
}

export function isPresent({ files }: BenchPair): boolean {
  return files.every((file) => existsSync(file));
}

/** Small pairs, as many as asked for, each of them several times if need be. */
export function smallPairs(count: number): readonly BenchPair[] {
  const names = existsSync(probes) ? readdirSync(probes).filter((name) => name.endsWith('.base.yaml')) : [];
  const pairs = names.sort().map((name) => pair(name, probes, name, name.replace('.base.', '.rev.')));
  const copies = Array.from({ length: Math.ceil(count / Math.max(1, pairs.length)) }, () => pairs);
  return copies.flat().slice(0, count);
}

/** Hands over a file that lists pairs as `diff --batch` reads them, and removes it afterwards. */
export async function withBatchFile<Result>(
  pairs: readonly BenchPair[],
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(process.env['TMPDIR'] ?? '/tmp', 'specshift-bench-'));
  try {
    const file = join(folder, 'pairs.json');
    writeFileSync(file, JSON.stringify(pairs.map(({ files: [base, revision] }) => ({ base, revision }))));
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
