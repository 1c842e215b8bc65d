import { stringLiteral } from './text.js';

/** The imports of a module, collected while its statements are written. */
export class ImportList {
  /** By module, the names and whether one is used as a value. */
  readonly #modules = new Map<string, Map<string, boolean>>();

  values(module: string, names: readonly string[]): void {
    this.#add(module, names, true);
  }

  types(module: string, names: readonly string[]): void {
    this.#add(module, names, false);
  }

  #add(module: string, names: readonly string[], isValue: boolean): void {
    const known = this.#modules.get(module) ?? new Map<string, boolean>();
    if (names.length > 0) this.#modules.set(module, known);
    for (const name of names) known.set(name, isValue || known.get(name) === true);
  }

  /** One statement a module, the same for the same names in any order. */
  statements(): string[] {
    return [...this.#modules].map(([module, names]) => {
      const sorted = [...names].sort(([left], [right]) => (left < right ? -1 : 1));
      const isTypes = sorted.every(([, isValue]) => !isValue);
      const list = sorted.map(([name, isValue]) => (isValue || isTypes ? name : `type ${name}`));
      return `import ${isTypes ? 'type ' : ''}{ ${list.join(', ')} } from ${stringLiteral(module)};`;
    });
  }
}
