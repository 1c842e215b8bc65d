import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parsePointer } from '../../../openapi/source/pointer.js';
import { declaresProperties, type RawObject, referenceTo, translate, valueAt } from './schema-translation.js';

const SENT = 'sent:/';
const CLOSED = 'closed:/';
const RECEIVED = 'received:/';

/** What decides together with a keyword. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ['additionalProperties', 'patternProperties', 'properties'],
  contains: ['contains', 'maxContains', 'minContains'],
  exclusiveMaximum: ['exclusiveMaximum', 'maximum'],
  exclusiveMinimum: ['exclusiveMinimum', 'minimum'],
  if: ['else', 'if', 'then'],
  items: ['items', 'prefixItems'],
  maximum: ['exclusiveMaximum', 'maximum'],
  minimum: ['exclusiveMinimum', 'minimum'],
  patternProperties: ['additionalProperties', 'patternProperties', 'properties'],
  prefixItems: ['items', 'prefixItems'],
  properties: ['additionalProperties', 'patternProperties', 'properties'],
};

/** The keywords that say something of a value without any other. */
const ALONE = new Set(
  `anyOf const dependentRequired enum format maxItems maxLength maxProperties minItems minLength minProperties multipleOf not
  oneOf pattern propertyNames required type uniqueItems`.split(/\s+/),
);

/** All schemas of a document for a validator, each as a whole and where it stands. */
export class WholeSchemas {
  readonly #root: RawObject;
  readonly #received: { readonly [key: string]: unknown };
  readonly #ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, unicodeRegExp: false });

  constructor(root: RawObject) {
    this.#root = root;
    formats.default(this.#ajv);
    // A reference that names nothing proves nothing: as a sender it refuses all, as a receiver it takes all.
    this.#ajv.addSchema(translate(root, { name: SENT, isClosed: false, missing: false }));
    this.#ajv.addSchema(translate(root, { name: CLOSED, isClosed: true, missing: false }));
    this.#received = translate(root, { name: RECEIVED, isClosed: false, missing: true });
    this.#ajv.addSchema(this.#received);
  }

  /** Whether a value is valid for all of the schemas. */
  sends(pointers: readonly string[], value: unknown): boolean {
    return pointers.every((pointer) => this.#validate(SENT, pointer, value));
  }

  /** Whether a value that is valid for all of the schemas holds nothing that none of them describes. */
  describes(pointers: readonly string[], value: unknown): boolean {
    const declares = pointers.some((pointer) => declaresProperties(this.#root, valueAt(this.#root, pointer)));
    const parts = pointers.map((pointer) => {
      const $ref = referenceTo(CLOSED, pointer);
      // What was asked for once is compiled once.
      this.#ajv.getSchema($ref);
      return { $ref };
    });
    const whole = { allOf: parts, ...(declares ? { unevaluatedProperties: false } : {}) };
    return this.#ajv.validate(whole, value) === true;
  }

  /** Whether one of the schemas refuses a value. */
  refuses(pointers: readonly string[], value: unknown): boolean {
    return pointers.some((pointer) => !this.#validate(RECEIVED, pointer, value));
  }

  /** Whether the keyword at a pointer refuses a value by itself; `undefined` where no such keyword stands there. */
  keywordRefuses(pointer: string, value: unknown): boolean | undefined {
    const [keyword = '', ...above] = (parsePointer(pointer.slice(1)) ?? []).reverse();
    const schema = above.reverse().reduce<unknown>(within, this.#received);
    const keywords = TOGETHER[keyword] ?? (ALONE.has(keyword) ? [keyword] : []);
    const stated = keywords.filter((name) => within(schema, name) !== undefined);
    // A property may have the name of a keyword.
    if (stated.length === 0 || above.at(-1) === 'properties') return undefined;
    return this.#ajv.validate(Object.fromEntries(stated.map((name) => [name, within(schema, name)])), value) !== true;
  }

  #validate(document: string, pointer: string, value: unknown): boolean {
    const validate = this.#ajv.getSchema(referenceTo(document, pointer));
    if (validate === undefined) throw new TypeError(`There is no schema at ${pointer}.`);
    try {
      return validate(value) === true;
    } catch (error) {
      // Ajv 8.20 forgets to declare what some schemas with unevaluatedProperties evaluate.
      if (error instanceof ReferenceError) throw new BrokenValidator();
      throw error;
    }
  }
}

/** The validator has made a program of a schema that cannot run: it has nothing to say of any value. */
export class BrokenValidator extends Error {
  override readonly name = 'BrokenValidator';
}

function within(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
