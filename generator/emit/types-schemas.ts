import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { emptyRecord } from './empty-record.js';
import type { PreparedSchema } from './prepared-schema.js';
import { pointerText, type RawDocument, referenceOf } from './raw-document.js';
import { isBareReference, isBinary, isComposite, readTypes, SHAPE } from './schema-shape.js';
import { annotations } from './types-annotations.js';
import { literalType } from './types-literals.js';
import type { Verbatim } from './verbatim.js';

/** Schemas nested deeper than this are moved to the definitions, so that no stage needs a deep stack. */
const MAXIMUM_DEPTH = 48;

/**
 * Copies schemas into {@link PreparedSchema}s. A schema that is reached by a reference into another schema, shared between
 * several places or nested very deep becomes a definition of its own.
 */
export class SchemaPreparer {
  readonly definitions = new Map<string, PreparedSchema>();
  readonly #document: RawDocument;
  readonly #verbatim: Verbatim;
  readonly #prepared = new Map<JsonObject, PreparedSchema>();
  readonly #definitionNames = new Map<JsonObject, string>();
  readonly #waiting: JsonObject[] = [];

  constructor(document: RawDocument, verbatim: Verbatim) {
    this.#document = document;
    this.#verbatim = verbatim;
  }

  prepare(schema: Json | undefined, depth = 0): PreparedSchema {
    if (schema === false) return this.#type('never');
    if (!isObject(schema)) return {};
    if (isComposite(schema)) {
      if (depth > MAXIMUM_DEPTH || this.#prepared.has(schema)) return this.#definition(schema);
      // Set before descending, so that a schema that holds itself is found.
      this.#prepared.set(schema, {});
    }
    const prepared = this.#read(schema, depth);
    if (isComposite(schema)) this.#prepared.set(schema, prepared);
    return prepared;
  }

  /** Prepares what is waiting and moves shared schemas out of their first place. To be called once, at the end. */
  finish(): void {
    for (let schema = this.#waiting.pop(); schema !== undefined; schema = this.#waiting.pop()) {
      if (!this.#prepared.has(schema)) this.prepare(schema);
    }
    for (const [schema, name] of this.#definitionNames) {
      const place = this.#prepared.get(schema) ?? this.#read(schema, 0);
      const content = { ...place };
      // Other schemas hold the object already, so it becomes the reference.
      for (const key of Object.keys(place)) Reflect.deleteProperty(place, key);
      place.$ref = `#/definitions/${name}`;
      this.definitions.set(name, content);
    }
  }

  #definition(schema: JsonObject, wanted = `schema ${this.#definitionNames.size + 1}`): PreparedSchema {
    let name = this.#definitionNames.get(schema);
    if (name === undefined) {
      name = this.#verbatim.name(wanted);
      this.#definitionNames.set(schema, name);
      this.#waiting.push(schema);
    }
    return { $ref: `#/definitions/${name}` };
  }

  /** A schema that is printed as `code`. */
  #type(code: string): PreparedSchema {
    return { $ref: `#/${this.#verbatim.code(code)}` };
  }

  #read(schema: JsonObject, depth: number): PreparedSchema {
    const notes = annotations(schema, this.#verbatim);
    const reference = referenceOf(schema);
    if (reference === undefined) return this.#shape(schema, notes, depth);
    const base = this.#reference(reference);
    if (isBareReference(schema)) return { ...notes, ...base };
    const { $ref: _, ...siblings } = schema;
    if (SHAPE.every((keyword) => keyword === 'nullable' || !Object.hasOwn(siblings, keyword))) {
      return field(schema, 'nullable') === true ? { ...notes, anyOf: [base, { type: 'null' }] } : { ...notes, ...base };
    }
    return { ...notes, allOf: [base, this.#shape(siblings, {}, depth + 1)], ...this.#required(schema) };
  }

  #reference(reference: string): PreparedSchema {
    const target = this.#document.target(reference);
    if (target === undefined) return {};
    const [root, kind, name, ...rest] = target.pointer;
    if (root === 'components' && kind === 'schemas' && name !== undefined && rest.length === 0) {
      return { $ref: `#/components/schemas/${this.#verbatim.name(name).replaceAll('/', '~1')}` };
    }
    if (target.value === true || target.value === false) return this.prepare(target.value);
    if (!isObject(target.value)) return {};
    return this.#definition(target.value, pointerText(target.pointer));
  }

  #shape(schema: JsonObject, notes: PreparedSchema, depth: number): PreparedSchema {
    const constant = field(schema, 'const');
    if (constant !== undefined) return { ...notes, ...this.#literal(constant) };
    const { types, nullable } = readTypes(schema);
    const members = field(schema, 'enum');
    if (isArray(members) && !isObject(field(schema, 'properties'))) {
      return { ...notes, ...this.#enumeration(members, types, nullable) };
    }
    const keywords = this.#keywords(schema, depth);
    const combined = this.#combined(schema, depth);
    const result: PreparedSchema = { ...notes, ...(nullable ? { nullable } : {}) };
    if (types.length <= 1) {
      const [type] = types.length === 0 && keywords.items !== undefined ? ['array'] : types;
      if (type === 'string' && isBinary(schema)) return { ...notes, ...this.#binary(nullable) };
      // Where the composition says what the value is, "object" alone would add nothing but an index signature.
      if (type === 'object' && combined.composed && keywords.properties === undefined)
        return { ...result, ...keywords, ...combined.keywords };
      return { ...result, ...(type === undefined ? {} : { type }), ...keywords, ...combined.keywords };
    }
    const { items, prefixItems, ...object } = keywords;
    const anyOf = types.map((type): PreparedSchema => {
      if (type === 'array') return { type, ...(items ? { items } : {}), ...(prefixItems ? { prefixItems } : {}) };
      return type === 'object' ? { type, ...object } : { type };
    });
    return combined.composed ? { ...result, allOf: [{ anyOf }, combined.keywords] } : { ...result, anyOf };
  }

  #literal(value: Json): PreparedSchema {
    if (value === null) return { type: 'null' };
    if (typeof value === 'string') return { const: this.#verbatim.text(value) };
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { const: value };
    return this.#type(literalType(value));
  }

  #enumeration(members: readonly Json[], types: readonly string[], nullable: boolean): PreparedSchema {
    if (members.length === 0) return this.#type(nullable ? 'null' : 'never');
    const [type] = types;
    return {
      ...(types.length === 1 && type !== undefined && type !== 'object' ? { type } : {}),
      ...(nullable ? { nullable } : {}),
      enum: members.map((member) => {
        if (member === null || typeof member === 'boolean') return member;
        if (typeof member === 'string') return this.#verbatim.text(member);
        return typeof member === 'number' && Number.isFinite(member)
          ? member
          : this.#verbatim.code(literalType(member));
      }),
    };
  }

  #binary(nullable: boolean): PreparedSchema {
    return nullable ? { anyOf: [this.#type('Blob'), { type: 'null' }] } : this.#type('Blob');
  }

  #keywords(schema: JsonObject, depth: number): PreparedSchema {
    const result: PreparedSchema = this.#required(schema);
    const properties = field(schema, 'properties');
    if (isObject(properties)) result.properties = this.#map(properties, depth);
    const patterns = field(schema, 'patternProperties');
    if (isObject(patterns)) result.patternProperties = this.#map(patterns, depth);
    const additional = field(schema, 'additionalProperties');
    if (typeof additional === 'boolean') result.additionalProperties = additional;
    if (isObject(additional)) result.additionalProperties = this.prepare(additional, depth + 1);
    const items = field(schema, 'items');
    const prefix = isArray(items) ? items : field(schema, 'prefixItems');
    if (isArray(prefix) && prefix.length > 0) result.prefixItems = prefix.map((item) => this.prepare(item, depth + 1));
    if (items !== undefined && !isArray(items)) result.items = this.prepare(items, depth + 1);
    return result;
  }

  #combined(schema: JsonObject, depth: number): { keywords: PreparedSchema; composed: boolean } {
    const keywords: PreparedSchema = {};
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const list = field(schema, keyword);
      if (!isArray(list)) continue;
      if (list.length > 0) keywords[keyword] = list.map((item) => this.prepare(item, depth + 1));
      else if (keyword !== 'allOf') keywords[keyword] = [this.#type('never')];
    }
    const discriminator = this.#discriminator(field(schema, 'discriminator'));
    if (discriminator !== undefined) keywords.discriminator = discriminator;
    return { keywords, composed: Object.keys(keywords).some((keyword) => keyword !== 'discriminator') };
  }

  #discriminator(value: Json | undefined): PreparedSchema['discriminator'] | undefined {
    const propertyName = isObject(value) ? field(value, 'propertyName') : undefined;
    if (!isObject(value) || typeof propertyName !== 'string') return undefined;
    const mapping = emptyRecord<string>();
    const entries = field(value, 'mapping');
    for (const [key, text] of isObject(entries) ? Object.entries(entries) : []) {
      if (typeof text !== 'string') continue;
      const named = Object.hasOwn(this.#document.components('schemas'), text);
      const { $ref } = this.#reference(named ? pointerText(['components', 'schemas', text]) : text);
      if ($ref !== undefined) mapping[this.#verbatim.text(key)] = $ref;
    }
    return { propertyName: this.#verbatim.name(propertyName), ...(Object.keys(mapping).length > 0 ? { mapping } : {}) };
  }

  #required(schema: JsonObject): PreparedSchema {
    const required = field(schema, 'required');
    if (!isArray(required)) return {};
    const names = required.filter((name) => typeof name === 'string').map((name) => this.#verbatim.name(name));
    return names.length === 0 ? {} : { required: [...new Set(names)] };
  }

  #map(schemas: JsonObject, depth: number): Record<string, PreparedSchema> {
    const result = emptyRecord<PreparedSchema>();
    for (const [name, schema] of Object.entries(schemas))
      result[this.#verbatim.name(name)] = this.prepare(schema, depth + 1);
    return result;
  }
}
