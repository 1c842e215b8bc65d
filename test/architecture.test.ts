import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../scripts/version.js';
import { root } from './shared.js';

/** For each folder, what it may import: other folders of the project, and packages. Node's own modules are named where allowed. */
const ALLOWED: readonly {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}[] = [
  { folder: 'openapi/source', folders: [], packages: [] },
  { folder: 'openapi/load', folders: ['openapi/source'], packages: ['js-yaml', 'yaml', 'node:buffer', 'node:module'] },
  { folder: 'openapi/overlay', folders: ['openapi/source', 'openapi/load'], packages: ['json-p3'] },
  { folder: 'openapi/resolve', folders: ['openapi/source', 'openapi/load'], packages: [] },
  { folder: 'openapi/model', folders: ['openapi/source', 'openapi/load', 'openapi/resolve'], packages: [] },
  { folder: 'openapi', folders: [], packages: [] },
  { folder: 'generator/runtime', folders: [], packages: [] },
  { folder: 'generator', folders: ['openapi'], packages: ['openapi-typescript', 'typescript'] },
  {
    folder: 'diff/schema/inclusion',
    folders: ['openapi/source', 'openapi/model', 'diff/schema'],
    packages: ['ajv', 'ajv-formats', 'json-schema-diff', 'refa', 'node:module', 'node:worker_threads'],
  },
  { folder: 'diff', folders: ['openapi'], packages: ['node:crypto', 'node:module'] },
  { folder: 'migrate', folders: ['openapi', 'generator', 'diff'], packages: [] },
  {
    folder: 'report/html',
    folders: ['openapi/source', 'diff', 'migrate', 'report'],
    packages: ['preact', 'preact-render-to-string'],
  },
  { folder: 'report', folders: ['openapi/source', 'diff', 'migrate'], packages: [] },
  {
    folder: 'scripts/bench/containment',
    folders: ['openapi', 'diff'],
    packages: ['ajv', 'ajv-formats', 'node:fs', 'node:path', 'node:url'],
  },
  {
    folder: 'scripts/bench/client',
    folders: ['scripts'],
    packages: [
      'esbuild',
      'node:child_process',
      'node:fs',
      'node:http',
      'node:net',
      'node:os',
      'node:path',
      'node:url',
      'node:util',
      'node:zlib',
    ],
  },
  {
    folder: 'scripts/build',
    folders: ['scripts'],
    packages: [
      'esbuild',
      'typescript',
      'wabt',
      'yaml',
      'node:child_process',
      'node:diagnostics_channel',
      'node:fs',
      'node:module',
      'node:os',
      'node:path',
      'node:url',
      'node:v8',
      'node:vm',
    ],
  },
  {
    folder: 'scripts',
    folders: ['openapi', 'generator', 'diff', 'migrate', 'report'],
    packages: [
      'yaml',
      'esbuild',
      'ts-morph',
      'node:child_process',
      'node:crypto',
      'node:diagnostics_channel',
      'node:fs',
      'node:http',
      'node:module',
      'node:net',
      'node:os',
      'node:path',
      'node:timers',
      'node:url',
      'node:util',
      'node:vm',
      'node:zlib',
    ],
  },
];

interface Import {
  readonly from: string;
  readonly target: string;
}

function sources(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return (
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      // The benchmark of clients keeps its peers to itself.
      .filter((path) => !path.includes('node_modules'))
      .sort()
  );
}

/** Every import of a file: of values and types, static and dynamic, and those through `require` or only resolved. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, '');
  const pattern =
    /(?:^import\b[^'"]*|^export\b[^'"]*\bfrom\s*|\bimport\(\s*|\b(?:load|resolve)\(\s*)['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => {
    const specifier = match[1] ?? '';
    const isRelative = specifier.startsWith('.');
    return { from: file, target: isRelative ? relative(root, resolve(root, dirname(file), specifier)) : specifier };
  });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.split('/')[0] ?? specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('imports point up the pipeline only', () => {
  test.each(ALLOWED)('$folder', ({ folder, folders, packages }) => {
    const inner = ALLOWED.filter((other) => other.folder !== folder && isWithin(other.folder, folder));
    const own = sources(folder).filter((file) => !inner.some((other) => isWithin(file, other.folder)));
    const strangers = own.flatMap(importsOf).filter(({ target }) => {
      const isOwn = ALLOWED.some((other) => isWithin(target, other.folder));
      if (!isOwn) return !packages.includes(packageName(target));
      return !isWithin(target, folder) && !folders.some((allowed) => isWithin(target, allowed));
    });
    expect(strangers).toEqual([]);
  });

  test('every folder of code has its rule', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && !/^[.]|^(?:node_modules|dist|coverage|test|generated|specs)$/.test(entry.name),
      )
      .map((entry) => entry.name);
    expect(folders.filter((folder) => !ALLOWED.some((rule) => rule.folder === folder))).toEqual([]);
  });
});

describe('files', () => {
  const code = ['openapi', 'generator', 'diff', 'migrate', 'report', 'scripts'].flatMap(sources);

  test('stay under 250 lines', () => {
    const tests = sources('test').filter((file) => !file.includes('/fixtures/'));
    const long = [...code, ...tests].filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  test('have names that say what they hold', () => {
    expect(code.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)\.ts$/.test(file))).toEqual([]);
  });

  test('files, network, clock and process belong to scripts', () => {
    const stages = code.filter((file) => !file.startsWith('scripts/') && !file.startsWith('generator/runtime/'));
    const pattern = /\bprocess\.|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/;
    const strangers = stages.filter((file) =>
      pattern.test(readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, '')),
    );
    expect(strangers).toEqual([]);
  });
});

test('the command knows the version of the package', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});
