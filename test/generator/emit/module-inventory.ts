import ts from 'typescript';

/** What a module consists of; what is in comments and literals does not count. */
export interface Inventory {
  /** Kinds of statements, such as `ImportDeclaration`. */
  readonly statements: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Constants that are made by a call: the functions of operations. */
  readonly calls: number;
}

export function inventory(text: string): Inventory {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ESNext, true);
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (ts.isTemplateLiteral(node) || ts.isRegularExpressionLiteral(node)) names.add('a literal that is not emitted');
    ts.forEachChild(node, visit);
  };
  visit(file);
  const statements = new Set(file.statements.map((statement) => ts.SyntaxKind[statement.kind] ?? ''));
  const calls = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ initializer }) => initializer !== undefined && ts.isCallExpression(initializer));
  return { statements, names, calls: calls.length };
}

/** The module that was asked about last, for it is often asked again. */
let parsed: { readonly text: string; readonly file: ts.SourceFile } | undefined;

function parse(text: string): ts.SourceFile {
  if (parsed?.text !== text) {
    parsed = { text, file: ts.createSourceFile('types.ts', text, ts.ScriptTarget.ESNext, true) };
  }
  return parsed.file;
}

/** The members of an exported interface, or of the object that one of them is, by way of their names. */
export function membersOf(text: string, interfaceName: string, ...path: readonly string[]): string[] {
  const declaration = parse(text).statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === interfaceName,
  );
  let members = declaration !== undefined && ts.isInterfaceDeclaration(declaration) ? declaration.members : undefined;
  for (const name of path) {
    const member = members?.find((each) => nameOf(each) === name);
    const type = member !== undefined && ts.isPropertySignature(member) ? member.type : undefined;
    members = type !== undefined && ts.isTypeLiteralNode(type) ? type.members : undefined;
  }
  return members?.map(nameOf) ?? [];
}

function nameOf({ name }: ts.TypeElement): string {
  return name !== undefined && 'text' in name ? name.text : '';
}
