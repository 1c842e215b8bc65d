import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import type { GeneratedFile } from '../../../generator/generate.js';
import { generateClient } from '../../../generator/generate.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import { documentAt } from './documents.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const SHARED = resolve(ROOT, '../shared');
const OFFICIAL = ['2.15.yaml', 'preview.yaml'].map((name) => join(SHARED, 'intercom/official', name));
const HOSTILE = join(SHARED, 'hostile/spec');
const hasShared = existsSync(HOSTILE) && OFFICIAL.every((path) => existsSync(path));

/** What the strictest of callers may have switched on. */
const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  target: 'es2022',
  module: 'nodenext',
  noEmit: true,
  types: [],
};

const folder = mkdtempSync(join(tmpdir(), 'specshift-compile-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Client {
  readonly document: ApiDocument;
  readonly files: readonly GeneratedFile[];
}

async function generate(path: string, name: string): Promise<Client | undefined> {
  const document = await documentAt(path).catch((error: unknown) => {
    if (error instanceof DocumentError) return undefined;
    throw error;
  });
  if (document === undefined) return undefined;
  const files = await generateClient(document, { apiName: 'api', runtimeImport: '../runtime/index.js' });
  mkdirSync(join(folder, name));
  for (const file of files) writeFileSync(join(folder, name, file.path), file.text);
  return { document, files };
}

/** What the compiler in this package says about the folder. */
function compile(compiler: string): Promise<string> {
  const binary = join(ROOT, 'node_modules', compiler, 'bin/tsc');
  return new Promise((done) => {
    execFile(process.execPath, [binary, '-p', folder, '--pretty', 'false'], (_, stdout, stderr) =>
      done(stdout + stderr),
    );
  });
}

/** Kinds of statements and identifiers of a module; what is in comments and literals does not count. */
function inventory(text: string): { statements: Set<string>; names: Set<string>; functions: number } {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ESNext, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isTemplateLiteral(node) || ts.isRegularExpressionLiteral(node)) names.add('a literal that is not emitted');
    ts.forEachChild(node, visit);
  };
  visit(file);
  const statements = new Set(file.statements.map((statement) => ts.SyntaxKind[statement.kind] ?? ''));
  return { statements, names, functions: file.statements.filter(ts.isFunctionDeclaration).length };
}

/** The members of `name` in an exported interface of the types module, or of the interface itself. */
function membersOf(text: string, interfaceName: string, name?: string): string[] {
  const file = ts.createSourceFile('types.ts', text, ts.ScriptTarget.ESNext, true);
  const declaration = file.statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === interfaceName,
  );
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) return [];
  const keys = (members: readonly ts.TypeElement[]): string[] =>
    members.map(({ name: key }) => (key !== undefined && 'text' in key ? key.text : ''));
  if (name === undefined) return keys(declaration.members);
  const member = declaration.members.find((each) => each.name?.getText() === name);
  if (member === undefined || !ts.isPropertySignature(member)) return [];
  return member.type !== undefined && ts.isTypeLiteralNode(member.type) ? keys(member.type.members) : [];
}

const ALLOWED = new Set([
  'ImportDeclaration',
  'ExportDeclaration',
  'InterfaceDeclaration',
  'TypeAliasDeclaration',
  'FirstStatement',
  'FunctionDeclaration',
]);

describe.skipIf(!hasShared)('clients of real and hostile documents (../shared)', async () => {
  const clients = new Map<string, Client>();
  if (hasShared) {
    const hostile = readdirSync(HOSTILE).map((name) => join(HOSTILE, name));
    for (const path of [...OFFICIAL, ...hostile]) {
      const name = path.slice(SHARED.length + 1).replace(/\W+/g, '-');
      const client = await generate(path, name);
      if (client !== undefined) clients.set(name, client);
    }
    cpSync(join(ROOT, 'generator/runtime'), join(folder, 'runtime'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  }

  it('are there', () => {
    expect(clients.size).toBeGreaterThan(25);
  });

  it('compile with TypeScript 5.9 and 7', async () => {
    expect(await Promise.all(['typescript', 'typescript7'].map(compile))).toEqual(['', '']);
  });

  it.each([...clients.keys()])('%s holds declarations only, and every operation and schema', (name) => {
    const { document, files } = clients.get(name) ?? { document: undefined, files: [] };
    const modules = files.filter(({ path }) => path.endsWith('.ts'));
    let functions = 0;
    for (const { path, text } of modules) {
      const found = inventory(text);
      expect([...found.statements].filter((kind) => !ALLOWED.has(kind))).toEqual([]);
      expect([...found.names].filter((each) => /PWNED|not emitted/.test(each))).toEqual([]);
      expect(text).not.toMatch(/\p{Cs}/u);
      if (path !== 'index.ts') functions += found.functions;
    }
    const types = files.find(({ path }) => path === 'types.ts')?.text ?? '';
    const schemas = document?.components.schemas ?? new Map();
    expect(functions).toBe(document?.operations.length);
    expect(membersOf(types, 'operations').length).toBeGreaterThanOrEqual(document?.operations.length ?? 0);
    expect(membersOf(types, 'components', 'schemas')).toEqual([...schemas.keys()]);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
