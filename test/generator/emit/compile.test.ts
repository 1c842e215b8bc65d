import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../shared.js';
import { type Client, ClientFolder, COMPILERS } from '../client-folder.js';

const OFFICIAL = ['2.15.yaml', 'preview.yaml'].map((name) => join(shared, 'intercom/official', name));
const HOSTILE = join(shared, 'hostile/spec');

/** Kinds of statements and identifiers of a module; what is in comments and literals does not count. */
function inventory(text: string): { statements: Set<string>; names: Set<string>; calls: number } {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ESNext, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isTemplateLiteral(node) || ts.isRegularExpressionLiteral(node)) names.add('a literal that is not emitted');
    ts.forEachChild(node, visit);
  };
  visit(file);
  const statements = new Set(file.statements.map((statement) => ts.SyntaxKind[statement.kind] ?? ''));
  // The function of an operation is a constant that the runtime makes.
  const calls = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ initializer }) => initializer !== undefined && ts.isCallExpression(initializer));
  return { statements, names, calls: calls.length };
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
  const folder = hasShared ? new ClientFolder() : undefined;
  afterAll(() => folder?.remove());
  if (folder !== undefined) {
    const hostile = readdirSync(HOSTILE).map((name) => join(HOSTILE, name));
    for (const path of [...OFFICIAL, ...hostile]) {
      const name = path.slice(shared.length).replace(/\W+/g, '-');
      const client = await folder.add(path, name);
      if (client !== undefined) clients.set(name, client);
    }
  }

  it('are there', () => {
    expect(clients.size).toBeGreaterThan(25);
  });

  it.each(COMPILERS)('compile with %s', async (compiler) => {
    expect(await folder?.compile(compiler)).toBe('');
  });

  it.each([...clients.keys()])('%s holds declarations only, and every operation and schema', (name) => {
    const { document, files } = clients.get(name) ?? { document: undefined, files: [] };
    const modules = files.filter(({ path }) => path.endsWith('.ts'));
    let calls = 0;
    for (const { text } of modules) {
      const found = inventory(text);
      expect([...found.statements].filter((kind) => !ALLOWED.has(kind))).toEqual([]);
      expect([...found.names].filter((each) => /PWNED|not emitted/.test(each))).toEqual([]);
      expect(text).not.toMatch(/\p{Cs}/u);
      calls += found.calls;
    }
    const types = files.find(({ path }) => path === 'types.ts')?.text ?? '';
    const schemas = document?.components.schemas ?? new Map();
    expect(calls).toBe(document?.operations.length);
    expect(membersOf(types, 'operations').length).toBeGreaterThanOrEqual(document?.operations.length ?? 0);
    expect(membersOf(types, 'components', 'schemas')).toEqual([...schemas.keys()]);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
