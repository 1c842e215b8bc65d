import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../../io.js';

/** A folder of its own with files in it, and a cache beside them. */
export interface Project {
  readonly folder: string;
  readonly put: (path: string, text: string) => void;
  readonly generate: (...args: string[]) => ReturnType<typeof runCommand>;
  readonly end: () => void;
}

/** Two versions of an API, one with an overlay and one in two files. */
export const FILES: Readonly<Record<string, string>> = {
  'specshift.config.yaml': `apis:
  - name: pets
    output: client
    versions:
      - {version: "1", file: 1.yaml}
      - {version: "2", file: 2.yaml, overlays: [fix.yaml], base: "1"}
`,
  '1.yaml': documentOf('1', 'listPets'),
  '2.yaml': documentOf('2', 'allPets').replace('{description: All.}', '{$ref: "parts.yaml#/all"}'),
  'parts.yaml': 'all: {description: All.}\n',
  'fix.yaml': `overlay: 1.0.0
info: {title: Fix, version: '1'}
actions: [{target: $.info, update: {description: Mended.}}]
`,
};

export function documentOf(version: string, operationId: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
paths:
  /pets:
    get: {operationId: ${operationId}, tags: [Pets], responses: {'200': {description: All.}}}
`;
}

export function project(files: Readonly<Record<string, string>> = FILES): Project {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  return {
    folder,
    put,
    generate: (...args) =>
      runCommand(['generate', ...args], { cwd: folder, env: { SPECSHIFT_CACHE: join(folder, '.cache') } }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Every file below a folder with its text. */
export function tree(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => !entry.isDirectory());
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}
