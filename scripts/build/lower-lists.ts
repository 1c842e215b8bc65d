import ts from 'typescript';

/**
 * The text of a source file in which lists are looked at by index, where it goes through them as through anything that can be
 * iterated: by `for … of`, and by names in brackets. V8 makes an object for each step of an iteration until it has compiled the
 * function for speed, which it never does for most of a program that ends within a second.
 *
 * What a list is, the types say. Anything else is gone through as it was.
 */
export function lowerLists(file: ts.SourceFile, checker: ts.TypeChecker): string {
  return new ListLowering(file, checker).textOf(file);
}

class ListLowering {
  readonly #text: string;
  readonly #checker: ts.TypeChecker;
  /** What is written for a node. */
  readonly #instead = new Map<ts.Node, string>();
  #names = 0;

  constructor(file: ts.SourceFile, checker: ts.TypeChecker) {
    this.#text = file.text;
    this.#checker = checker;
  }

  /** With the space and the comments before the node. */
  textOf(node: ts.Node): string {
    const written = this.#instead.get(node) ?? this.#lowered(node);
    if (written !== undefined) return this.#text.slice(node.pos, node.getStart()) + written;
    let text = '';
    let end = node.pos;
    ts.forEachChild(node, (child) => {
      text += this.#text.slice(end, child.pos) + this.textOf(child);
      end = child.end;
    });
    return text + this.#text.slice(end, node.end);
  }

  #lowered(node: ts.Node): string | undefined {
    if (ts.isForOfStatement(node)) return this.#loop(node);
    if (ts.isVariableDeclarationList(node)) return this.#declarations(node);
    if (ts.isFunctionLike(node) && 'body' in node) this.#lowerParameters(node);
    return undefined;
  }

  #loop({ initializer, expression, statement, awaitModifier }: ts.ForOfStatement): string | undefined {
    if (!ts.isVariableDeclarationList(initializer) || awaitModifier !== undefined) return undefined;
    const [declaration] = initializer.declarations;
    if (declaration === undefined) return undefined;
    const keyword = keywordOf(initializer);
    const body = (item: string) =>
      `{ ${keyword} ${this.#bind(declaration, item).join(', ')};${this.textOf(statement)}\n}`;
    if (this.#isList(expression)) {
      const [list, index] = [this.#name(), this.#name()];
      const start = `let ${index} = 0, ${list} = ${this.textOf(expression)}`;
      return `for (${start}; ${index} < ${list}.length; ${index}++) ${body(`${list}[${index}]`)}`;
    }
    if (!this.#isListPattern(declaration.name)) return undefined;
    const item = this.#name();
    return `for (const ${item} of ${this.textOf(expression)}) ${body(item)}`;
  }

  #declarations(list: ts.VariableDeclarationList): string | undefined {
    if (!list.declarations.some(({ name, initializer }) => initializer !== undefined && ts.isArrayBindingPattern(name)))
      return undefined;
    const written = list.declarations.flatMap((declaration) => {
      const { name, initializer } = declaration;
      if (initializer === undefined || !ts.isArrayBindingPattern(name)) return [this.textOf(declaration)];
      const each = eachOf(name, initializer);
      if (each !== undefined) return each.flatMap(([element, value]) => this.#bind(element, `(${this.textOf(value)})`));
      if (!this.#isList(initializer)) return [this.textOf(declaration)];
      return this.#bind(declaration, `(${this.textOf(initializer)})`);
    });
    return `${keywordOf(list)} ${written.join(', ')}`;
  }

  /** Gives a parameter that is a list with names a name of its own; the names are declared in the body. */
  #lowerParameters({ parameters, body }: ts.FunctionLikeDeclaration): void {
    // A default may speak of the names before it.
    if (body === undefined || parameters.some(({ initializer }) => initializer !== undefined)) return;
    const declared: string[] = [];
    for (const parameter of parameters) {
      if (parameter.dotDotDotToken !== undefined || !this.#isListPattern(parameter.name)) continue;
      const item = this.#name();
      this.#instead.set(parameter.name, item);
      declared.push(...this.#bind(parameter, item));
    }
    if (declared.length === 0) return;
    const inside = ts.isBlock(body) ? this.textOf(body) : `return (${this.textOf(body)}\n);`;
    this.#instead.set(body, `{ let ${declared.join(', ')};${inside}\n}`);
  }

  /** The declarations that give a value its name, or its parts theirs. */
  #bind({ name }: Named, value: string): readonly string[] {
    if (ts.isIdentifier(name)) return [`${name.text} = ${value}`];
    if (!ts.isArrayBindingPattern(name) || !this.#isListPattern(name)) return [`${this.textOf(name)} = ${value}`];
    const isNamed = NAME.test(value) && name.elements.some(ts.isBindingElement);
    const list = isNamed ? value : this.#name();
    return [
      ...(isNamed ? [] : [`${list} = ${value}`]),
      ...name.elements.flatMap((element, index): readonly string[] => {
        if (!ts.isBindingElement(element)) return [];
        const item = `${list}[${index}]`;
        if (element.dotDotDotToken !== undefined) return this.#bind(element, `${list}.slice(${index})`);
        if (element.initializer === undefined) return this.#bind(element, item);
        return this.#bind(element, `(${item} === undefined ? ${this.textOf(element.initializer)} : ${item})`);
      }),
    ];
  }

  #isListPattern(name: ts.BindingName): boolean {
    return ts.isArrayBindingPattern(name) && this.#isList(name);
  }

  #isList(node: ts.Node): boolean {
    const type = this.#checker.getTypeAtLocation(node);
    const isList = (one: ts.Type): boolean => {
      const known = this.#checker.getBaseConstraintOfType(one) ?? one;
      return known.isUnion()
        ? known.types.every(isList)
        : this.#checker.isArrayType(known) || this.#checker.isTupleType(known);
    };
    return isList(type);
  }

  /** A name that nothing in the project has. */
  #name(): string {
    return `list$${++this.#names}`;
  }
}

const NAME = /^list\$\d+$/;

type Named = Pick<ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration, 'name'>;

/** `[a, b] = [1, 2]` as `a = 1` and `b = 2`. */
function eachOf(
  { elements }: ts.ArrayBindingPattern,
  list: ts.Expression,
): readonly (readonly [ts.BindingElement, ts.Expression])[] | undefined {
  if (!ts.isArrayLiteralExpression(list) || list.elements.some(ts.isSpreadElement)) return undefined;
  if (list.elements.length !== elements.length) return undefined;
  const each = elements.flatMap((element, index) => {
    const value = list.elements[index];
    const isPlain = ts.isBindingElement(element) && !element.dotDotDotToken && !element.initializer;
    return isPlain && value !== undefined ? [[element, value] as const] : [];
  });
  return each.length === elements.length ? each : undefined;
}

function keywordOf(list: ts.VariableDeclarationList): 'const' | 'let' {
  return (list.flags & ts.NodeFlags.Const) === 0 ? 'let' : 'const';
}
