import ts from 'typescript';

const { factory } = ts;

/** `export interface <name> { … }` */
export function declare(name: string, list: readonly ts.PropertySignature[]): ts.Node {
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return factory.createInterfaceDeclaration(modifiers, name, undefined, undefined, list);
}

/** `{ … }` */
export function members(list: readonly ts.PropertySignature[]): ts.TypeNode {
  return factory.createTypeLiteralNode(list);
}

/** `<name>: <type>` */
export function property(name: string, type: ts.TypeNode, optional = false): ts.PropertySignature {
  return factory.createPropertySignature(
    undefined,
    propertyNode(name),
    optional ? factory.createToken(ts.SyntaxKind.QuestionToken) : undefined,
    type,
  );
}

/** `<type>["<key>"]` */
export function index(type: string, key: string): ts.TypeNode {
  const literal = factory.createLiteralTypeNode(factory.createStringLiteral(key));
  return factory.createIndexedAccessTypeNode(factory.createTypeReferenceNode(type), literal);
}

function propertyNode(name: string): ts.PropertyName {
  if (/^(?:0|[1-9]\d{0,14})$/.test(name)) return factory.createNumericLiteral(name);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? factory.createIdentifier(name) : factory.createStringLiteral(name);
}
