import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Pairs of documents that reach the usual parts of a comparison, below the root of the project. */
const SAMPLES = 'scripts/build/samples';
/** Two large ones, which reach the parts that only large documents do. */
const LARGE = ['specs/intercom/2.15.yaml', 'specs/intercom/preview.yaml'];

/**
 * Writes what is compared to have V8 compile a program: each pair in YAML and in JSON, a base and its revision one after another.
 * @param folder where files that are not there yet are written
 */
export async function writeSamples(root: string, folder: string): Promise<readonly string[]> {
  // By name, a base comes before its revision.
  const small = (await readdir(join(root, SAMPLES))).sort().map((name) => join(SAMPLES, name));
  const files = [...small, ...LARGE].map((file) => join(root, file));
  const asJson = files.map(async (file, index) => {
    const json = join(folder, `${index}.json`);
    await writeFile(json, JSON.stringify(parse(await readFile(file, 'utf8')), null, 2));
    return json;
  });
  return [...files, ...(await Promise.all(asJson))];
}
