import {
  type ArrayLiteralExpression,
  type ObjectLiteralExpression,
  Project,
  type SourceFile,
  SyntaxKind,
} from 'ts-morph';

const LINE_WIDTH = 120;
const project = new Project({ useInMemoryFileSystem: true });

/** The kinds of change that a table of rules has a list for. */
export function kindsIn(table: string): readonly string[] {
  return listsIn(parse(table)).map(([kind]) => kind);
}

/** Whether a table takes a rule from its file. */
export function imports(table: string, id: string): boolean {
  return parse(table).getImportDeclaration(`./${id}.js`) !== undefined;
}

/** A rule table with one rule more under a kind that it has, formatted as the formatter would. */
export function register(table: string, id: string, kind: string): string {
  const file = parse(table);
  addImport(file, id);
  const found = listsIn(file).find(([name]) => name === kind);
  if (found !== undefined) addName(found[1], kind, exportName(id));
  return file.getFullText();
}

/** The name under which the file of a rule exports it. */
export function exportName(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function parse(table: string): SourceFile {
  return project.createSourceFile('table.ts', table, { overwrite: true });
}

/** The lists of rules by kind, in the order of the table. */
function listsIn(file: SourceFile): readonly (readonly [kind: string, list: ArrayLiteralExpression])[] {
  const tables = file.getVariableDeclarations().flatMap((declaration): readonly ObjectLiteralExpression[] => {
    const value = declaration.getInitializer();
    const inner = value?.asKind(SyntaxKind.SatisfiesExpression)?.getExpression() ?? value;
    const table = inner?.asKind(SyntaxKind.ObjectLiteralExpression);
    return table === undefined ? [] : [table];
  });
  return tables.flatMap((table) =>
    table.getProperties().flatMap((property): readonly (readonly [string, ArrayLiteralExpression])[] => {
      const entry = property.asKind(SyntaxKind.PropertyAssignment);
      const kind = entry?.getNameNode().asKind(SyntaxKind.StringLiteral)?.getLiteralValue();
      const list = entry?.getInitializerIfKind(SyntaxKind.ArrayLiteralExpression);
      return kind === undefined || list === undefined ? [] : [[kind, list]];
    }),
  );
}

/** Adds the import in the order of the files. */
function addImport(file: SourceFile, id: string): void {
  const declarations = file.getImportDeclarations();
  const later = declarations.findIndex((declaration) => {
    const [, other] = /^\.\/(.+)\.js$/.exec(declaration.getModuleSpecifierValue()) ?? [];
    return other !== undefined && other > id;
  });
  const text = `import { ${exportName(id)} } from './${id}.js';`;
  file.insertStatements(later < 0 ? declarations.length : (declarations[later]?.getChildIndex() ?? 0), text);
}

/** Adds a name in the order of names, on one line as long as that is not too long. */
function addName(list: ArrayLiteralExpression, kind: string, name: string): void {
  const present = list.getElements().filter((element) => element.isKind(SyntaxKind.Identifier));
  const names = [...present.map((element) => element.getText()), name].sort();
  const line = `[${names.join(', ')}]`;
  const fits = `  '${kind}': ${line},`.length <= LINE_WIDTH;
  const text = fits ? line : `[\n${names.map((one) => `    ${one},\n`).join('')}  ]`;
  list.getSourceFile().replaceText([list.getStart(), list.getEnd()], text);
}
