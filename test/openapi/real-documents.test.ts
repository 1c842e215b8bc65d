import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadFile } from '../../openapi/load/load-file.js';
import { decodeSource } from '../../openapi/source/text.js';
import { readPath, refusals } from '../documents.js';
import { hasShared, shared } from '../shared.js';

interface RealDocument {
  readonly path: string;
  readonly operations: number;
  readonly schemas: number;
  readonly validity: string;
}

const real: readonly RealDocument[] = hasShared
  ? JSON.parse(readFileSync(join(shared, 'real-world/manifest.json'), 'utf8'))
  : [];
const official = hasShared
  ? readdirSync(join(shared, 'intercom/official')).filter((name) => /^(?:\d|preview).*\.yaml$/.test(name))
  : [];

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

describe.skipIf(!hasShared)('published documents', () => {
  test.each(real.filter(({ validity }) => validity === 'valid').map((it) => [it.path, it] as const))(
    '%s is read in full',
    async (path, it) => {
      const { operations, components } = await readPath(join(shared, 'real-world', path));
      expect([operations.length, components.schemas.size]).toEqual([it.operations, it.schemas]);
    },
  );

  test.each(real.map(({ path }) => path))('%s is read or refused with a place', async (path) => {
    for (const refusal of await refusals(readPath(join(shared, 'real-world', path))))
      expect(refusal).toMatch(/^[1-9]\d*:[1-9]\d* [a-z-]+$/);
  });

  test.each(official)('official %s is read', async (name) => {
    const text = readFileSync(join(shared, 'intercom/official', name), 'utf8');
    const { operations, components } = await readPath(join(shared, 'intercom/official', name));
    const raw = parse(text);
    const count = Object.values<object>(raw.paths).reduce(
      (sum, item) => sum + Object.keys(item).filter((key) => METHODS.has(key)).length,
      0,
    );
    expect([operations.length, components.schemas.size]).toEqual([count, Object.keys(raw.components.schemas).length]);
  });

  test('a duplicate key and a syntax error of real history are explained', async () => {
    const folder = join(shared, 'intercom/snapshots');
    expect(await refusals(readPath(join(folder, 'duplicate-key.yaml')))).toEqual(['11507:5 duplicate-key']);
    expect(await refusals(readPath(join(folder, 'invalid-yaml.yaml')))).toEqual(['33508:172 yaml-syntax']);
  });

  test('both YAML readers agree on every file', () => {
    const files = [
      ...official.map((name) => join(shared, 'intercom/official', name)),
      ...real.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ path }) => join(shared, 'real-world', path)),
    ];
    for (const path of files) {
      const bytes = readFileSync(path);
      const ours = loadFile(path, bytes).value;
      const theirs = parse(decodeSource(path, bytes).text, { merge: true, maxAliasCount: -1, uniqueKeys: false });
      expect(ours, path).toEqual(theirs);
    }
  });
});
