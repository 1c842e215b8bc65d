import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Reach } from './program.js';

/** Pairs of documents, a base and its revision one after another, below the root of the project. */
const SMALL = ['scripts/build/samples/pets.base.yaml', 'scripts/build/samples/pets.revision.yaml'];
/**
 * What they do not reach is compiled while somebody waits. The second pair has what OpenAPI 3.0 has; the last is real, and reaches what
 * nobody would think of.
 */
const LARGE = [
  ...SMALL,
  'scripts/build/samples/shop.base.yaml',
  'scripts/build/samples/shop.revision.yaml',
  'specs/intercom/2.15.yaml',
  'specs/intercom/preview.yaml',
];

/**
 * Writes what is compared to have V8 compile what small or large documents reach of a program: each pair in YAML and in JSON.
 * @param folder where files that are not there yet are written
 */
export async function writeSamples(root: string, folder: string, reach: Reach): Promise<readonly string[]> {
  const files = (reach === 'large' ? LARGE : SMALL).map((file) => join(root, file));
  const asJson = files.map(async (file, index) => {
    const json = join(folder, `${index}.json`);
    await writeFile(json, JSON.stringify(parse(await readFile(file, 'utf8')), null, 2));
    return json;
  });
  return [...files, ...(await Promise.all(asJson))];
}
