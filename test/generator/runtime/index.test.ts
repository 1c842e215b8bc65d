import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import * as runtime from '../../../generator/runtime/index.js';

const folder = join(import.meta.dirname, '../../../generator/runtime');

async function bundle(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: folder, loader: 'ts' } as const;
  const result = await build({ stdin, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false });
  return result.outputFiles[0]?.text ?? '';
}

test('what generated code can import', () => {
  expect(Object.keys(runtime).sort()).toEqual([
    'ApiError',
    'ClientError',
    'NetworkError',
    'ResponseError',
    'TimeoutError',
    'call',
    'createClient',
    'rateLimit',
    'verifySignature',
  ]);
});

test('imports nothing but itself', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const targets = sources.flatMap((source) =>
    [...source.matchAll(/\bfrom '([^']+)'|\bimport\(/g)].map((match) => match[1] ?? ''),
  );
  expect(targets.filter((target) => !/^\.\/[a-z-]+\.js$/.test(target))).toEqual([]);
});

test('an import that is not used costs nothing', async () => {
  expect(await bundle(`import './index.js'; import * as all from './index.js';`)).toEqual('');
  expect(await bundle(`import { verifySignature } from './index.js'; console.log(verifySignature)`)).not.toMatch(
    /Authorization|retry-after/,
  );
  expect(await bundle(`import { call } from './index.js'; console.log(call)`)).not.toMatch(/HMAC/);
});

test('is small', async () => {
  const code = await bundle(`export { call, createClient } from './index.js'`);
  expect({ minified: code.length < 11_000, gzip: gzipSync(code, { level: 9 }).length < 4_950 }).toEqual({
    minified: true,
    gzip: true,
  });
});

test.each(['typescript', 'typescript7'])('compiles with %s as strictly as a program may ask', async (compiler) => {
  const target = await mkdtemp(join(tmpdir(), 'runtime-'));
  onTestFinished(() => rm(target, { recursive: true }));
  await cp(folder, join(target, 'runtime'), { recursive: true });
  await writeFile(join(target, 'package.json'), '{"type":"module"}');
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    noEmit: true,
    declaration: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedDeclarations: true,
    erasableSyntaxOnly: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noFallthroughCasesInSwitch: true,
  };
  await writeFile(join(target, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['runtime'] }));
  const tsc = join(folder, `../../node_modules/${compiler}/bin/tsc`);
  const run = promisify(execFile)(process.execPath, [tsc, '-p', target]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { readonly stdout: string }) => stdout,
  );
  expect(await run).toEqual('');
});
