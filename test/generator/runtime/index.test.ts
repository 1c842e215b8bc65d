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

test('imports nothing but itself', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const targets = sources.flatMap((source) =>
    [...source.matchAll(/\bfrom '([^']+)'|\bimport\(/g)].map((match) => match[1] ?? ''),
  );
  expect(targets.filter((target) => !/^\.\/[a-z-]+\.js$/.test(target))).toEqual([]);
});

const resource = `
  import { authorizeByToken, createClient, nextCursor, operation, paged } from './index.js';
  const api = { baseUrl: 'https://api.intercom.io', headers: { 'Intercom-Version': '2.15' }, authorize: authorizeByToken };
  const byCursor = { next: nextCursor, from: ['pages', 'next', 'starting_after'], to: 'starting_after' };
  const listContacts = /* @__PURE__ */ paged('GET /contacts{?page,per_page,starting_after}', ['data'], byCursor);
  const listAllContacts = /* @__PURE__ */ operation('GET /contacts{?page,per_page,starting_after}');
  const retrieveConversation = /* @__PURE__ */ operation('GET /conversations/{conversation_id}{?display_as}');
  const replyConversation = /* @__PURE__ */ operation('POST /conversations/{conversation_id}/reply');
`;
const rest = `
  await retrieveConversation(client, { conversation_id: '1' });
  await replyConversation(client, { conversation_id: '1', body: {} });
`;

test('names nothing that only Node has', async () => {
  const all = Object.keys(runtime).join();
  const code = await bundle(`import { ${all} } from './index.js'; console.log(${all})`);
  expect(code.match(/\b(?:process|Buffer|require|global|setImmediate|__dirname)\b(?!["'`])/g)).toEqual(null);
});

test('an import that is not used costs nothing', async () => {
  expect(await bundle(`import './index.js'; import * as all from './index.js';`)).toEqual('');
  expect(await bundle(resource)).toEqual('');
  const used = await bundle(`${resource} console.log(operation, createClient, authorizeByToken)`);
  expect(used).not.toMatch(/HMAC|Basic|FormData|Blob|TextDecoder|asyncIterator|deepObject|Cookie|rel=/);
});

test.each([
  ['three calls', 'await listAllContacts(client);', 4_060, 2_140],
  [
    'three calls, and a list in pages',
    'for await (const contact of listContacts(client)) console.log(contact);',
    4_910,
    2_570,
  ],
])('%s are small', async (_, list, minified, gzip) => {
  const code = await bundle(`${resource} const client = createClient(api, { token: 't' }); ${list} ${rest}`);
  expect([code.length <= minified, gzipSync(code, { level: 9 }).length <= gzip]).toEqual([true, true]);
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
