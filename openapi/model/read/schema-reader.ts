import { describeType, field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema, SchemaReference } from '../schema.js';
import { isDocumentRoot, type ReadContext } from './context.js';
import { Fields } from './fields.js';
import { Findings } from './findings.js';
import { keywordKinds, NOTE, NULLABLE, SCHEMA } from './keyword-kinds.js';
import { readDiscriminator } from './read-discriminator.js';
import { readSchemaNotes } from './read-notes.js';
import { readAssertions } from './schema-assertions.js';
import { SchemaCheck } from './schema-check.js';
import { emptyDraft, type NewDraft, type SchemaDraft, schemaOf } from './schema-draft.js';
import { readFully, schemaNode } from './schema-node.js';
import { translateNullable, warnAboutPlainNullable } from './schema-nullable.js';
import { KNOWN_KEYWORDS, SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from './schema-vocabulary.js';

/**
 * Reads Schema Objects. Each object of the document becomes one schema, however often it is referred to. A schema is read when it
 * is asked for something, but what is wrong in any of them is found by {@link finish}.
 */
export class SchemaReader {
  readonly #context: ReadContext;
  /** What was found by looking through what nobody has read. */
  readonly findings: Findings;
  readonly check: SchemaCheck;
  readonly #byRaw = new Map<object, Schema>();
  /** Schemas handed out whose text nobody has looked at. */
  readonly #unchecked: Schema[] = [];
  readonly #references: Schema[] = [];
  /** References by their text, where that means the same everywhere. */
  readonly #followed = new Map<string, SchemaReference>();
  #count = 0;

  constructor(context: ReadContext) {
    this.#context = context;
    this.findings = new Findings(context, {
      reader: (raw, origin) => readFully(this.#known(raw, origin)),
      nullable: (raw, origin) => warnAboutPlainNullable(context, raw, origin),
    });
    this.check = new SchemaCheck(context.line === '3.0', this.findings);
  }

  /** The schema of a value. */
  read(raw: Json, origin: Origin): Schema {
    const count = this.#byRaw.size;
    const schema = this.#known(raw, origin);
    if (this.#byRaw.size > count && !this.#context.isSealed) this.#unchecked.push(schema);
    return schema;
  }

  /** Reports whatever is wrong in any schema handed out so far, and references that only lead to themselves. */
  finish(): void {
    const verdicts = new Map<Schema, boolean>();
    for (;;) {
      const schema = this.#unchecked.pop();
      const reference = schema === undefined ? this.#references.pop() : undefined;
      if (schema !== undefined && this.#context.isPlain) {
        this.findings.trail.begin(schema.origin);
        this.check.visit(schema.raw, 0);
      } else if (schema !== undefined) readFully(schema);
      else if (reference !== undefined) this.#checkCycle(reference, verdicts);
      else return;
    }
  }

  #known(raw: Json, origin: Origin): Schema {
    if (typeof raw === 'boolean') return this.#boolean(raw, origin);
    if (!isObject(raw)) {
      this.#context.fault('type', origin, `A schema must be an object, not ${describeType(raw)}.`);
      return this.#boolean(true, origin);
    }
    let schema = this.#byRaw.get(raw);
    if (schema === undefined) {
      schema = schemaNode(this.#count++, raw, origin, this);
      this.#byRaw.set(raw, schema);
    }
    return schema;
  }

  /** A schema inside another one, which is looked at together with that one. */
  #child(raw: Json, origin: Origin): Schema {
    if (!this.#context.isPlain) return this.read(raw, origin);
    if (!this.#context.isSealed || !isObject(raw)) return this.#known(raw, origin);
    // Whatever else leads to such a schema was read before: from now on its owner alone asks for it, and once.
    return this.#byRaw.get(raw) ?? schemaNode(this.#count++, raw, origin, this);
  }

  readonly draft: NewDraft = (raw, origin) => emptyDraft(this.#count++, raw, origin);

  #boolean(value: boolean, origin: Origin): Schema {
    if (this.#context.line === '3.0' && origin.key !== 'additionalProperties') {
      this.#context.fault('type', origin, 'A schema must be an object in OpenAPI 3.0, not a boolean.');
    }
    const schema = this.draft(value, origin);
    schema.always = value;
    return schemaOf(schema);
  }

  /** Reads what a schema says; that of a node is read once. */
  fill(node: Schema): SchemaDraft {
    const { raw } = node;
    const schema = emptyDraft(node.id, raw, node.origin);
    if (!isObject(raw)) return schema;
    const fields = new Fields(this.#context, raw, schema.origin, 'A schema');
    if (field(raw, '$ref') !== undefined) {
      const reference = this.#reference(raw, schema.origin);
      if (reference === undefined) {
        schema.unresolved = true;
      } else {
        schema.ref = reference;
        if (!this.#context.isSealed) this.#references.push(node);
      }
      if (this.#context.line === '3.0') {
        this.#fillReferenceSiblings(schema, fields);
        return schema;
      }
    }
    const kinds = keywordKinds(raw);
    readAssertions(fields, kinds, schema);
    if ((kinds & SCHEMA) > 0) this.#fillChildren(fields, schema);
    this.#fillTexts(fields, schema);
    if ((kinds & NOTE) > 0) this.#fillNotes(fields, schema);
    if ((kinds & NULLABLE) > 0 && this.#context.line === '3.0')
      translateNullable(this.draft, this.#context, fields, schema);
    return schema;
  }

  /** OpenAPI 3.0 ignores what stands beside `$ref`. Authors who write `nullable` there mean it, and descriptions are kept. */
  #fillReferenceSiblings(schema: SchemaDraft, fields: Fields): void {
    if (typeof fields.get('description') === 'string') schema.description = fields.string('description') ?? '';
    schema.deprecated = fields.get('deprecated') === true;
    schema.extensions = fields.extensions();
    if (fields.get('nullable') === true && schema.ref !== undefined) {
      translateNullable(this.draft, this.#context, fields, schema);
    }
  }

  #reference(raw: JsonObject, origin: Origin): SchemaReference | undefined {
    const text = this.#context.referenceText(raw, origin);
    if (text === undefined) return undefined;
    const known = this.#followed.get(text);
    if (known !== undefined) return known;
    // One property that refers to nothing leaves an object that can be worked with; a whole body or component does not.
    const isProperty = origin.parent?.key === 'properties';
    const found = this.#context.follow(
      text,
      origin,
      (broken) => isProperty && broken.code === 'reference-missing' && broken.isSlip !== true,
    );
    if (found === undefined) return undefined;
    if (isDocumentRoot(found)) {
      const message = 'A schema is expected here; the reference names a whole OpenAPI document.';
      this.#context.fault('reference-target', origin.at('$ref'), message);
      return undefined;
    }
    const reference = { text, target: this.read(found.raw, found.origin) };
    if (this.#context.isPlain) this.#followed.set(text, reference);
    return reference;
  }

  #fillChildren(fields: Fields, schema: SchemaDraft): void {
    for (const key in fields.raw) {
      const single = SCHEMA_KEYWORDS.get(key);
      if (single !== undefined) {
        const value = fields.get(key) ?? null;
        const origin = fields.origin.at(key);
        if (key === 'items' && isArray(value)) this.#tupleItems(value, origin, schema);
        else schema[single] = this.#child(value, origin);
        continue;
      }
      const map = SCHEMA_MAP_KEYWORDS.get(key);
      if (map !== undefined) {
        schema[map] = this.#children(fields.object(key));
        continue;
      }
      const list = SCHEMA_LIST_KEYWORDS.get(key);
      if (list !== undefined) schema[list] = fields.list(key).map((item) => this.#child(item.raw, item.origin));
    }
  }

  #children(members: Fields | undefined): ReadonlyMap<string, Schema> {
    const schemas = new Map<string, Schema>();
    for (const name in members?.raw) {
      schemas.set(name, this.#child(members.get(name) ?? null, members.origin.at(name)));
    }
    return schemas;
  }

  /** An array under `items` is the spelling of `prefixItems` before JSON Schema 2020-12. */
  #tupleItems(value: readonly Json[], origin: Origin, schema: SchemaDraft): void {
    this.#context.warn('items-array', origin, '"items" holds an array; it is read as "prefixItems".', true);
    schema.prefixItems = value.map((item, index) => this.#child(item, origin.at(index)));
  }

  #fillTexts(fields: Fields, schema: SchemaDraft): void {
    const title = fields.note('title');
    const description = fields.note('description');
    if (title !== undefined) schema.title = title;
    if (description !== undefined) schema.description = description;
  }

  #fillNotes(fields: Fields, schema: SchemaDraft): void {
    readSchemaNotes(fields);
    const fallback = fields.get('default');
    if (fallback !== undefined) schema.default = fallback;
    const examples = fields.noteList('examples');
    const example = fields.get('example');
    schema.examples = isArray(fields.get('examples')) || example === undefined ? examples : [example];
    schema.deprecated = fields.boolean('deprecated') ?? false;
    schema.readOnly = fields.boolean('readOnly') ?? false;
    schema.writeOnly = fields.boolean('writeOnly') ?? false;
    const discriminator = readDiscriminator(fields);
    if (discriminator !== undefined) schema.discriminator = discriminator;
    const extensions = fields.extensions();
    if (extensions.size > 0) schema.extensions = extensions;
    const unknown = new Map<string, Json>();
    for (const key in fields.raw) {
      if (!KNOWN_KEYWORDS.has(key) && !key.startsWith('x-')) unknown.set(key, fields.get(key) ?? null);
    }
    if (unknown.size > 0) schema.unknown = unknown;
  }

  /** @param verdicts whether following a schema has no end; each schema is walked through once */
  #checkCycle(schema: Schema, verdicts: Map<Schema, boolean>): void {
    const walked: Schema[] = [];
    let at: Schema = schema;
    for (; at.ref !== undefined && !verdicts.has(at) && this.#isOnlyReference(at); at = at.ref.target) {
      // A schema that is met again before it is decided leads to itself.
      verdicts.set(at, true);
      walked.push(at);
    }
    const isEndless = verdicts.get(at) ?? false;
    for (const each of walked) verdicts.set(each, isEndless);
    if (!isEndless) return;
    const message = `The reference "${schema.ref?.text}" leads back to itself and describes nothing.`;
    this.#context.fault('reference-cycle', schema.origin, message, true);
  }

  /** OpenAPI 3.0 ignores what stands beside `$ref`. */
  #isOnlyReference({ raw }: Schema): boolean {
    return (
      this.#context.line === '3.0' ||
      (isObject(raw) && Object.keys(raw).every((key) => key === '$ref' || key === 'description' || key === 'summary'))
    );
  }
}
