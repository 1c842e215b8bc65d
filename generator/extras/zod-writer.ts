import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { referenceOf } from '../emit/raw-document.js';
import type { Direction, SchemaForms } from '../emit/schema-forms.js';
import { readTypes } from '../emit/schema-shape.js';
import { objectKey, stringLiteral } from '../emit/text.js';
import { numberChecks, sizeChecks, textChecks } from './zod-checks.js';

/** What is nested deeper is not looked at. */
const MAX_DEPTH = 64;

/** Gives the name of the schema that a reference leads to; `undefined` where it leads nowhere. */
export type NameOf = (reference: string, direction: Direction) => string | undefined;

/** Writes schemas of a document as expressions of zod. */
export class ZodWriter {
  readonly #forms: SchemaForms;
  readonly #nameOf: NameOf;
  /** The functions of the module that expressions call. */
  readonly used = new Set<string>();

  constructor(forms: SchemaForms, nameOf: NameOf) {
    this.#forms = forms;
    this.#nameOf = nameOf;
  }

  /** An expression for the values of a schema, as those see them who read or write them. */
  expression(schema: Json | undefined, direction: Direction, depth = 0): string {
    if (schema === false) return 'z.never()';
    if (!isObject(schema) || depth > MAX_DEPTH) return 'z.unknown()';
    const inner = (each: Json | undefined): string => this.expression(each, direction, depth + 1);
    const parts: string[] = [];
    const reference = referenceOf(schema);
    if (reference !== undefined) parts.push(this.#nameOf(reference, direction) ?? 'z.unknown()');
    parts.push(...this.#own(schema, direction, inner));
    for (const each of listOf(schema, 'allOf')) parts.push(inner(each));
    for (const keyword of ['anyOf', 'oneOf']) {
      const alternatives = listOf(schema, keyword).map(inner);
      if (alternatives.length > 0) parts.push(union(alternatives));
    }
    const { nullable } = readTypes(schema);
    const whole = parts.filter((part) => part !== 'z.unknown()').reduce(intersection, '') || 'z.unknown()';
    const excluded = field(schema, 'not');
    const checked = isObject(excluded) ? `${whole}.refine(isNot(() => ${inner(excluded)}))` : whole;
    if (isObject(excluded)) this.used.add('isNot');
    return nullable && checked !== 'z.unknown()' ? `${checked}.nullable()` : checked;
  }

  /** What a schema says itself. Without a type it speaks of values of the types that its keywords are for, and of no others. */
  #own(schema: JsonObject, direction: Direction, inner: (schema: Json | undefined) => string): readonly string[] {
    const literals = this.#literals(schema, direction);
    if (literals !== undefined) return [literals];
    const { types } = readTypes(schema);
    if (types.length > 0) return [union(types.map((type) => this.#ofType(type, schema, direction, inner)))];
    return TYPE_OF_KEYWORDS.filter(([, keywords]) =>
      keywords.some((keyword) => field(schema, keyword) !== undefined),
    ).map(([type]) => {
      const expression = this.#ofType(type, schema, direction, inner);
      // Documents leave out the type of objects, and mean it.
      if (type === 'object') return expression;
      this.used.add('isNot');
      return `z.union([${expression}, z.unknown().refine(isNot(() => ${BARE[type]}))])`;
    });
  }

  #ofType(type: string, schema: JsonObject, direction: Direction, inner: (schema: Json | undefined) => string): string {
    switch (type) {
      case 'string':
        return `z.string()${this.#checks(textChecks(schema))}`;
      case 'integer':
      case 'number':
        return `z.number()${this.#checks(numberChecks(schema, type === 'integer'))}`;
      case 'boolean':
        return 'z.boolean()';
      case 'null':
        return 'z.null()';
      case 'array':
        return this.#array(schema, inner);
      default:
        return this.#object(schema, direction, inner);
    }
  }

  /** An enum that may grow is only a hint for its readers. */
  #literals(schema: JsonObject, direction: Direction): string | undefined {
    const constant = field(schema, 'const');
    const values = constant === undefined ? field(schema, 'enum') : [constant];
    if (!isArray(values) || values.length === 0) return undefined;
    if (direction === 'read' && this.#forms.isOpen(schema)) {
      const kinds = [...new Set(values.map(kindOf))].sort();
      return kinds.includes('object') ? 'z.unknown()' : union(kinds.map((kind) => `z.${kind}()`));
    }
    const plain = values.filter((value) => value === null || typeof value !== 'object');
    if (plain.length < values.length) return 'z.unknown()';
    return `z.literal([${plain.map((value) => (typeof value === 'string' ? stringLiteral(value) : String(value))).join(', ')}])`;
  }

  #array(schema: JsonObject, inner: (schema: Json | undefined) => string): string {
    const items = field(schema, 'prefixItems') === undefined ? inner(field(schema, 'items')) : 'z.unknown()';
    const first = listOf(schema, 'prefixItems').map(inner);
    const rest = field(schema, 'items') === undefined ? 'z.unknown()' : inner(field(schema, 'items'));
    if (first.length > 0) this.used.add('startsWith');
    const tuple = first.length === 0 ? '' : `.refine(startsWith(() => [${first.join(', ')}], () => ${rest}))`;
    return `z.array(${items})${this.#checks(sizeChecks(schema, 'Items', 'hasItems'))}${tuple}`;
  }

  #object(schema: JsonObject, direction: Direction, inner: (schema: Json | undefined) => string): string {
    const properties = field(schema, 'properties');
    const names = isObject(properties) ? Object.keys(properties) : [];
    const required = new Set(listOf(schema, 'required').filter((name) => typeof name === 'string'));
    const members = names.flatMap((name) => {
      const property = isObject(properties) ? field(properties, name) : undefined;
      if (name === '__proto__' || this.#forms.isHidden(property, direction)) {
        required.delete(name);
        return [];
      }
      return [`${objectKey(name)}: ${inner(property)}${required.has(name) ? '' : '.optional()'}`];
    });
    const others = field(schema, 'additionalProperties');
    const isStrict = others === false && field(schema, 'patternProperties') === undefined;
    const shape = members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
    const object = isObject(others)
      ? `z.object(${shape}).catchall(${inner(others)})`
      : `z.${isStrict ? 'strictObject' : 'looseObject'}(${shape})`;
    const demanded = [...required].filter((name) => name !== '__proto__').sort();
    if (demanded.length > 0) this.used.add('hasAll');
    const presence =
      demanded.length === 0 ? '' : `.refine(hasAll([${demanded.map((name) => stringLiteral(name)).join(', ')}]))`;
    return `${object}${presence}${this.#checks(sizeChecks(schema, 'Properties', 'hasProperties'))}`;
  }

  #checks(checks: readonly { readonly uses: string; readonly text: string }[]): string {
    for (const { uses } of checks) if (uses !== '') this.used.add(uses);
    return checks.map(({ text }) => text).join('');
  }
}

function union(alternatives: readonly string[]): string {
  const different = [...new Set(alternatives)];
  if (different.length === 1) return different[0] ?? 'z.unknown()';
  return different.includes('z.unknown()') ? 'z.unknown()' : `z.union([${different.join(', ')}])`;
}

function intersection(left: string, right: string): string {
  return left === '' || left === right ? right : `z.intersection(${left}, ${right})`;
}

function kindOf(value: Json): string {
  // What a document writes with many digits is a number for programs.
  return value === null ? 'null' : typeof value === 'bigint' ? 'number' : typeof value;
}

function listOf(schema: JsonObject, keyword: string): readonly Json[] {
  const value = field(schema, keyword);
  return isArray(value) ? value : [];
}

const TYPE_OF_KEYWORDS = [
  ['string', ['minLength', 'maxLength', 'pattern']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  ['object', ['properties', 'additionalProperties', 'minProperties', 'maxProperties']],
] as const;

const BARE = { string: 'z.string()', number: 'z.number()', array: 'z.array(z.unknown())' } as const;
