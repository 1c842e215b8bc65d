import type { Step } from '../../../diff/payload/payload-path.js';
import { camelCase } from '../../../generator/emit/identifiers.js';
import { RESERVED_IDENTIFIERS } from '../../../generator/emit/reserved.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { declared, together } from '../../changelog-draft/example-book.js';
import { text } from './literal.js';
import { member } from './member.js';
import { mayBeNull } from './type-text.js';

/** Code that goes from one value into it. What stands in one of several alternatives is looked for before it is read. */
export class Walk {
  readonly #lines: string[] = [];
  readonly #taken: Set<string>;
  #depth = 0;
  #expression: string;
  /** Whether the value may be missing or null. */
  #isMaybe: boolean;
  /** Whether the type is a union even where the schema is not. */
  #isUnion: boolean;

  constructor(start: string, taken: readonly string[], isMaybe: boolean, isUnion: boolean) {
    this.#expression = start;
    this.#isMaybe = isMaybe;
    this.#isUnion = isUnion;
    this.#taken = new Set([...RESERVED_IDENTIFIERS, start, ...taken]);
  }

  get expression(): string {
    return this.#expression;
  }

  get isMaybe(): boolean {
    return this.#isMaybe;
  }

  /** Whether what is read next may be missing from some of the alternatives that the value has in generated types. */
  get isUnion(): boolean {
    return this.#isUnion;
  }

  into(step: Step): void {
    if (step.kind === 'item') this.#item(step.container);
    else this.property(step.container, step.name);
  }

  property(container: Schema, name: string): void {
    const parts = declared([container], name);
    const isOptional = !together([container]).some(({ required }) => required.includes(name));
    if (parts.length > 0 && !this.#isUnion) {
      this.#expression += member(name, this.#isMaybe);
      this.#isMaybe = this.#isMaybe || isOptional || mayBeNull(parts);
      this.#isUnion = isOfSeveral(parts);
      return;
    }
    this.#isUnion = false;
    const isMap = together([container]).some(({ additionalProperties }) => additionalProperties !== undefined);
    if (parts.length === 0 && isMap && name === 'key') {
      this.#expression += `${this.#isMaybe ? '?.' : ''}[${text(name)}]`;
      this.#isMaybe = true;
      return;
    }
    this.narrow(name);
    this.#expression += member(name);
    this.#isMaybe = true;
    // Several alternatives that have it may hold different things.
    const found = partsWith(container, name);
    this.#isUnion = found.length > 1 || found.some((schemas) => isOfSeveral(schemas));
  }

  /** Goes on only where the value is an object with a property. */
  narrow(name: string): void {
    const variable = this.keep('value');
    this.open(`if (typeof ${variable} === 'object' && ${variable} !== null && ${text(name)} in ${variable}) {`);
    this.#isMaybe = false;
    this.#isUnion = false;
  }

  #item(container: Schema): void {
    const isList = together([container]).some(({ items, types }) => items !== undefined || types?.includes('array'));
    if (!isList || this.#isUnion) {
      const variable = this.keep('list');
      this.open(`if (Array.isArray(${variable})) {`);
      this.#expression = variable;
      this.#isMaybe = false;
      this.#isUnion = false;
    }
    this.#expression += `${this.#isMaybe ? '?.' : ''}[0]`;
    this.#isMaybe = true;
    this.#isUnion = isOfSeveral(together([container]).flatMap(({ items }) => items ?? []));
  }

  /** Puts the value into a variable, unless it is in one. */
  keep(wanted: string): string {
    if (/^[\w$]+$/.test(this.#expression)) return this.#expression;
    const variable = this.name(wanted === 'value' ? (/\w+$/.exec(this.#expression)?.[0] ?? wanted) : wanted, 'value');
    this.line(`const ${variable} = ${this.#expression};`);
    this.#expression = variable;
    return variable;
  }

  /** A name for a variable that is free. */
  name(wanted: string, fallback: string): string {
    const base = camelCase(wanted, fallback);
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}${number}`;
      const chosen = this.#taken.has(name) && number === 1 ? `${base}Value` : name;
      if (this.#taken.has(chosen)) continue;
      this.#taken.add(chosen);
      return chosen;
    }
  }

  line(code: string): void {
    this.#lines.push(code.replace(/^/gm, '  '.repeat(this.#depth)));
  }

  open(code: string): void {
    this.line(code);
    this.#depth++;
  }

  /** All lines, with what is open closed. */
  finish(): string {
    const lines = [...this.#lines];
    for (let depth = this.#depth - 1; depth >= 0; depth--) lines.push(`${'  '.repeat(depth)}}`);
    return lines.join('\n');
  }
}

/** Whether a value has one of several types besides null: only one of them need have what is read next. */
function isOfSeveral(schemas: readonly Schema[], depth = 0): boolean {
  return together(schemas).some(({ anyOf, oneOf, types = [] }) => {
    if (types.filter((type) => type !== 'null').length > 1) return true;
    return [anyOf, oneOf].some((list) => {
      const branches = list.filter((branch) => !isNull(branch));
      return branches.length > 1 || (depth < MOST_DEPTH && branches.length === 1 && isOfSeveral(branches, depth + 1));
    });
  });
}

function isNull({ types, const: only }: Schema): boolean {
  return only === null || (types?.length === 1 && types[0] === 'null');
}

/** What each alternative that declares a property says of it, those inside alternatives included. */
function partsWith(container: Schema, name: string, depth = 0): readonly (readonly Schema[])[] {
  const own = declared([container], name);
  if (own.length > 0) return [own];
  if (depth > MOST_DEPTH) return [];
  const branches = together([container]).flatMap(({ anyOf, oneOf }) => [...anyOf, ...oneOf]);
  return branches.flatMap((branch) => partsWith(branch, name, depth + 1));
}

const MOST_DEPTH = 4;
