import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { emptyRecord } from './empty-record.js';
import type { PreparedSchema } from './prepared-schema.js';
import { pointerText, type RawDocument, referenceOf } from './raw-document.js';
import type { Direction, SchemaForms } from './schema-forms.js';
import { isBareReference, isBinary, isComposite, isFile, readTypes, SHAPE } from './schema-shape.js';
import { statedTags } from './schema-tags.js';
import { annotations } from './types-annotations.js';
import { type Composition, compose, widenIndex } from './types-composition.js';
import { binarySchema, enumSchema, fileSchema, literalSchema, printedAs } from './types-values.js';
import type { Verbatim } from './verbatim.js';

/** Schemas nested deeper than this are moved to the definitions, so that no stage needs a deep stack. */
const MAXIMUM_DEPTH = 48;

/**
 * Copies schemas into {@link PreparedSchema}s, as readers or writers of their values see them. A schema that is reached by a reference into another schema, shared between
 * several places or nested very deep becomes a definition of its own.
 */
export class SchemaPreparer {
  readonly definitions = new Map<string, PreparedSchema>();
  /** Components of which writers see another form than readers, as far as somebody refers to them. */
  readonly inputs = new Map<string, PreparedSchema>();
  readonly #document: RawDocument;
  readonly #verbatim: Verbatim;
  readonly #forms: SchemaForms;
  readonly #direction: Direction;
  readonly #anything: PreparedSchema;
  readonly #prepared = new Map<JsonObject, PreparedSchema>();
  readonly #definitionNames = new Map<JsonObject, string>();
  readonly #waiting: JsonObject[] = [];
  readonly #inputsWaiting: [name: string, schema: Json][] = [];

  constructor(document: RawDocument, verbatim: Verbatim, forms: SchemaForms, direction: Direction) {
    this.#document = document;
    this.#verbatim = verbatim;
    this.#forms = forms;
    this.#direction = direction;
    this.#anything = printedAs('{}', verbatim);
  }

  prepare(schema: Json | undefined, depth = 0): PreparedSchema {
    if (schema === false) return printedAs('never', this.#verbatim);
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
    do {
      for (let input = this.#inputsWaiting.pop(); input !== undefined; input = this.#inputsWaiting.pop()) {
        this.inputs.set(input[0], this.prepare(input[1]));
      }
      for (let schema = this.#waiting.pop(); schema !== undefined; schema = this.#waiting.pop()) {
        if (!this.#prepared.has(schema)) this.prepare(schema);
      }
    } while (this.#inputsWaiting.length > 0);
    for (const [schema, name] of this.#definitionNames) {
      const place = this.#prepared.get(schema) ?? this.#read(schema, 0);
      const content = { ...place };
      // Other schemas hold the object already, so it becomes the reference.
      for (const key of Object.keys(place)) Reflect.deleteProperty(place, key);
      place.$ref = this.#definitionReference(name);
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
    return { $ref: this.#definitionReference(name) };
  }

  #definitionReference(name: string): string {
    return `#/${this.#direction === 'read' ? 'definitions' : 'inputDefinitions'}/${name}`;
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
      const printed = this.#verbatim.name(name);
      const isInput = this.#direction === 'write' && this.#forms.isInput(target.value);
      if (isInput) this.#wantInput(printed, target.value);
      return { $ref: `#/${isInput ? 'inputs' : 'components/schemas'}/${printed.replaceAll('/', '~1')}` };
    }
    if (target.value === true || target.value === false) return this.prepare(target.value);
    if (!isObject(target.value)) return {};
    return this.#definition(target.value, pointerText(target.pointer));
  }

  /** Asked for more than once, it is prepared once. */
  #wantInput(name: string, schema: Json): void {
    if (this.inputs.has(name)) return;
    this.inputs.set(name, {});
    this.#inputsWaiting.push([name, schema]);
  }

  #shape(schema: JsonObject, notes: PreparedSchema, depth: number): PreparedSchema {
    const constant = field(schema, 'const');
    if (constant !== undefined) return { ...notes, ...literalSchema(constant, this.#verbatim) };
    const { types, nullable } = readTypes(schema);
    const members = field(schema, 'enum');
    if (isArray(members) && !isObject(field(schema, 'properties'))) {
      const isOpen = this.#direction === 'read' && this.#forms.isOpen(schema);
      return { ...notes, ...enumSchema(members, { types, nullable, isOpen }, this.#verbatim) };
    }
    const keywords = this.#keywords(schema, depth);
    const combined = this.#combined(schema, depth);
    const isComposed = Object.keys(combined).some((keyword) => keyword !== 'discriminator');
    const result: PreparedSchema = { ...notes, ...(nullable ? { nullable } : {}) };
    if (types.length <= 1) {
      const [type] = types.length === 0 && keywords.items !== undefined ? ['array'] : types;
      if (type === 'string' && isBinary(schema)) return { ...notes, ...binarySchema(nullable, this.#verbatim) };
      if (type === 'string' && this.#direction === 'write' && isFile(schema)) {
        return { ...notes, ...fileSchema(nullable, this.#verbatim) };
      }
      // Where the composition says what the value is, "object" alone would add nothing but an index signature.
      const isSaid = type === undefined || (type === 'object' && isComposed && keywords.properties === undefined);
      return compose({ ...result, ...(isSaid ? {} : { type }), ...keywords }, combined, this.#anything);
    }
    const { items, prefixItems, ...object } = keywords;
    const oneOf = types.map((type): PreparedSchema => {
      if (type === 'array') return { type, ...(items ? { items } : {}), ...(prefixItems ? { prefixItems } : {}) };
      return type === 'object' ? { type, ...object } : { type };
    });
    return isComposed ? { ...result, allOf: [{ oneOf }, compose({}, combined, this.#anything)] } : { ...result, oneOf };
  }

  #keywords(schema: JsonObject, depth: number): PreparedSchema {
    const result: PreparedSchema = this.#required(schema);
    const properties = field(schema, 'properties');
    if (isObject(properties)) {
      const shown = Object.entries(properties).filter(([, each]) => !this.#forms.isHidden(each, this.#direction));
      result.properties = this.#map(shown, depth);
    }
    const patterns = field(schema, 'patternProperties');
    if (isObject(patterns)) result.patternProperties = this.#map(Object.entries(patterns), depth);
    const additional = field(schema, 'additionalProperties');
    if (typeof additional === 'boolean') result.additionalProperties = additional;
    if (isObject(additional)) result.additionalProperties = this.prepare(additional, depth + 1);
    const items = field(schema, 'items');
    const prefix = isArray(items) ? items : field(schema, 'prefixItems');
    if (isArray(prefix) && prefix.length > 0) result.prefixItems = prefix.map((item) => this.prepare(item, depth + 1));
    if (items !== undefined && !isArray(items)) result.items = this.prepare(items, depth + 1);
    return this.#direction === 'read' ? result : widenIndex(result, printedAs('undefined', this.#verbatim));
  }

  #combined(schema: JsonObject, depth: number): Composition {
    const keywords: Composition = {};
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const list = field(schema, keyword);
      if (!isArray(list)) continue;
      if (list.length > 0) keywords[keyword] = list.map((item) => this.prepare(item, depth + 1));
      else if (keyword !== 'allOf') keywords[keyword] = [printedAs('never', this.#verbatim)];
    }
    const discriminator = this.#discriminator(schema);
    if (discriminator !== undefined) keywords.discriminator = discriminator;
    return keywords;
  }

  #discriminator(schema: JsonObject): PreparedSchema['discriminator'] | undefined {
    const value = field(schema, 'discriminator');
    const propertyName = isObject(value) ? field(value, 'propertyName') : undefined;
    if (!isObject(value) || typeof propertyName !== 'string') return undefined;
    const mapping = emptyRecord<string>();
    const mapped = new Set<string>();
    const add = (key: string, reference: string): void => {
      const { $ref } = this.#reference(reference);
      if ($ref === undefined) return;
      mapping[this.#verbatim.text(key)] = $ref;
      mapped.add($ref);
    };
    const entries = field(value, 'mapping');
    for (const [key, text] of isObject(entries) ? Object.entries(entries) : []) {
      if (typeof text !== 'string') continue;
      const named = Object.hasOwn(this.#document.components('schemas'), text);
      add(key, named ? pointerText(['components', 'schemas', text]) : text);
    }
    // The specification takes the name of the schema, but what the schema itself says is what servers send.
    for (const { reference, tags } of statedTags(this.#document, schema, propertyName)) {
      const { $ref } = this.#reference(reference);
      if ($ref !== undefined && !mapped.has($ref)) for (const tag of tags) add(tag, reference);
    }
    return { propertyName: this.#verbatim.name(propertyName), ...(Object.keys(mapping).length > 0 ? { mapping } : {}) };
  }

  #required(schema: JsonObject): PreparedSchema {
    const required = field(schema, 'required');
    if (!isArray(required)) return {};
    const properties = field(schema, 'properties');
    const isThere = (name: string): boolean =>
      !isObject(properties) || !this.#forms.isHidden(field(properties, name), this.#direction);
    const names = required
      .filter((name) => typeof name === 'string')
      .filter(isThere)
      .map((name) => this.#verbatim.name(name));
    return names.length === 0 ? {} : { required: [...new Set(names)] };
  }

  #map(schemas: readonly [string, Json | undefined][], depth: number): Record<string, PreparedSchema> {
    const result = emptyRecord<PreparedSchema>();
    for (const [name, schema] of schemas) result[this.#verbatim.name(name)] = this.prepare(schema, depth + 1);
    return result;
  }
}
