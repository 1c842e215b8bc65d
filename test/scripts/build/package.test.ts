import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../generator/runtime/serve.js';
import { root } from '../../shared.js';
import { otherNodes, type PackedProject, packedProject } from './packed-project.js';

let at: PackedProject;

beforeAll(() => {
  at = packedProject();
});

afterAll(() => at?.end());

const PROGRAM = `import { createIntercom, NetworkError } from 'specshift/intercom/2.15';
import { api, createClient } from 'specshift/intercom/preview';
import { listContacts } from 'specshift/intercom/preview/contacts';

export async function names(baseUrl: string): Promise<readonly string[]> {
  const intercom = createIntercom({ token: 't', baseUrl });
  const contact = await intercom.contacts.retrieve({ contact_id: 'a/b' });
  const id: string | undefined = contact.id;
  const { data } = await listContacts(createClient(api, { token: 't', baseUrl }));
  const failed = await intercom.contacts.list().safe();
  return [id ?? '', String(data?.length), String(failed.ok), typeof NetworkError];
}
// @ts-expect-error An argument of another type.
createIntercom({ token: 7 });
`;

/** The program as JavaScript: the types are stripped by leaving them out. */
const SCRIPT = `import { createIntercom } from 'specshift/intercom/2.15';
import { api, createClient } from 'specshift/intercom/preview';
import { listContacts } from 'specshift/intercom/preview/contacts';
const [baseUrl] = process.argv.slice(2);
const intercom = createIntercom({ token: 't', baseUrl });
await intercom.contacts.retrieve({ contact_id: 'a/b' });
await listContacts(createClient(api, { token: 't', baseUrl }));
console.log('done');
`;

function compile(compiler: string, module: string, resolution: string): Promise<string> {
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    module,
    moduleResolution: resolution,
  };
  const config = join(at.folder, `tsconfig.${resolution}.json`);
  writeFileSync(join(at.folder, 'program.ts'), PROGRAM);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files: ['program.ts'] }));
  const bin = join(root, 'node_modules', compiler, 'bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, '-p', config, '--pretty', 'false'], (_, stdout) => resolve(stdout));
  });
}

describe('the packed tarball', () => {
  test('holds the command, the clients, and no source twice', () => {
    const paths = [...at.files.keys()];
    const folders = new Set(
      paths.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    );
    expect([...folders].filter((folder) => !/\.cache$/.test(folder)).sort()).toEqual([
      'LICENSE',
      'README.md',
      'action.yml',
      'diff',
      'dist/ajv.js',
      'dist/comparison.js',
      'dist/intercom',
      'dist/package.json',
      'dist/program.js',
      'dist/refa.js',
      'dist/runtime',
      'dist/specshift.js',
      'package.json',
      'report',
      'scripts',
    ]);
    const isClient = (path: string): boolean => path.startsWith('dist/intercom/');
    expect(paths.filter((path) => isClient(path) && !/\.js$|\.d\.ts$|\/package\.json$/.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.ts$/.test(path) && !isClient(path) && !path.startsWith('dist/runtime/'))).toEqual(
      [],
    );
    expect(at.packedBytes).toBeLessThan(4_000_000);
  });

  test.each([
    ['typescript', 'nodenext', 'nodenext'],
    ['typescript', 'esnext', 'bundler'],
    ['typescript7', 'nodenext', 'nodenext'],
    ['typescript7', 'esnext', 'bundler'],
  ])('has types for %s, module %s, resolution %s', async (compiler, module, resolution) => {
    expect(await compile(compiler, module, resolution)).toBe('');
  });

  test.each([process.execPath, ...otherNodes()])('runs on %s', async (node) => {
    writeFileSync(join(at.folder, 'program.js'), SCRIPT);
    const server = await serve({ body: '{"type":"list","data":[]}' });
    const stdout = await new Promise((resolve, reject) => {
      execFile(node, ['program.js', server.url], { cwd: at.folder }, (error, out) =>
        error ? reject(error) : resolve(out),
      );
    });
    expect([
      stdout,
      server.received.map(({ method, url, headers }) => [method, url, headers['intercom-version']]),
    ]).toEqual([
      'done\n',
      [
        ['GET', '/contacts/a%2Fb', '2.15'],
        ['GET', '/contacts', 'Preview'],
      ],
    ]);
  });

  test.skipIf(otherNodes().length > 0)('other versions of Node are given in SPECSHIFT_NODES', ({ skip }) => skip());

  test('is bundled for a browser, and only with what is called', async () => {
    writeFileSync(
      join(at.folder, 'program.js'),
      SCRIPT.replace(/const \[.*\n/, "const baseUrl = 'https://api.example';\n"),
    );
    writeFileSync(
      join(at.folder, 'small.js'),
      `${SCRIPT.split('\n').slice(1, 3).join('\n')}\nlistContacts(createClient(api)).then(console.log);\n`,
    );
    const [program, small] = await Promise.all(
      ['program.js', 'small.js'].map(async (entry) => {
        const { outputFiles, metafile } = await build({
          absWorkingDir: at.folder,
          entryPoints: [entry],
          bundle: true,
          write: false,
          minify: true,
          metafile: true,
          platform: 'browser',
          format: 'esm',
          logLevel: 'silent',
        });
        const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
        return { bytes: outputFiles[0]?.contents.length ?? 0, imports };
      }),
    );
    expect([program?.imports, small?.imports]).toEqual([[], []]);
    expect(small?.bytes).toBeLessThan((program?.bytes ?? 0) / 2);
  });

  test('the command runs where it is installed', ({ skip }) => {
    if (!at.hasDependencies) skip('The cache of npm lacks a dependency, so only the tarball was unpacked.');
    const work = join(at.folder, 'work');
    mkdirSync(work, { recursive: true });
    writeFileSync(
      join(work, 'pets.yaml'),
      'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\npaths: {/pets: {get: {operationId: listPets, responses: {"200": {description: All.}}}}}\n',
    );
    const command = join(at.folder, 'node_modules/.bin/specshift');
    const run = (...args: string[]): string =>
      execFileSync(command, args, { cwd: work, encoding: 'utf8', stdio: 'pipe' });
    expect(run('init')).toContain('specshift.config.yaml is written.');
    expect(run('generate').split(' → ')[0]).toBe('Pets: 1 operation, 0 schemas');
    expect(run('generate', '--check').split(' → ')[0]).toBe('Pets: 1 operation, 0 schemas');
  });
});
