import { type PointerSegment, parsePointer } from '../../../openapi/source/pointer.js';

/** A value of a document as a foreign parser reads it. */
export type Raw = null | boolean | number | string | readonly Raw[] | RawObject;

export type RawObject = { readonly [key: string]: Raw };

/** How a document is translated. */
export interface TranslationOptions {
  /** The name by which its schemas refer to each other. */
  readonly name: string;
  /** Whether objects that declare properties have no others, unless the document says so. */
  readonly isClosed: boolean;
  /** What stands for a reference that names nothing. */
  readonly missing: boolean;
}

type Fields = { [keyword: string]: unknown };

const ONE = new Set(['additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then']);
const UNEVALUATED = new Set(['unevaluatedItems', 'unevaluatedProperties']);
const LIST = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const NAMED = new Set(['dependentSchemas', 'patternProperties', 'properties', '$defs', 'definitions']);
/** What describes another value than the schema around it does. */
const INNER = new Set(['additionalProperties', 'items', 'patternProperties', 'prefixItems', 'properties']);
const SILENT = new Set(['default', 'discriminator', 'example', 'examples', 'externalDocs', 'nullable', 'xml']);
const TYPES = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/**
 * A document whose schemas are those of JSON Schema 2020-12, each where it stood. It shares nothing with the reader of the project,
 * and follows the specification to the letter: `nullable` adds null to the types and to nothing else.
 */
export function translate(root: RawObject, options: TranslationOptions): { [key: string]: unknown } {
  return { ...new Translation(root, options).element(root, []), $id: options.name };
}

class Translation {
  readonly #root: RawObject;
  readonly #isOld: boolean;
  readonly #options: TranslationOptions;

  constructor(root: RawObject, options: TranslationOptions) {
    this.#root = root;
    this.#isOld = String(root['openapi']).startsWith('3.0');
    this.#options = options;
  }

  /** Looks for schemas in what is none. */
  element(value: RawObject | readonly Raw[], path: readonly PointerSegment[]): Fields {
    const out: Fields = {};
    for (const [key, child] of Object.entries(value)) {
      if (key === 'example' || key === 'examples' || key.startsWith('x-')) continue;
      const isNamed = path[0] === 'components' && path.length === 2;
      const isSchema = isNamed ? path[1] === 'schemas' : key === 'schema' || key === 'itemSchema';
      if (isSchema) out[key] = this.schema(child, false);
      else out[key] = child !== null && typeof child === 'object' ? this.element(child, [...path, key]) : child;
    }
    return out;
  }

  /** @param isInner whether a value of its own stands here, and not one that other schemas describe too */
  schema(raw: Raw, isInner: boolean): boolean | Fields {
    if (!isRawObject(raw)) return raw !== false;
    const reference = raw['$ref'];
    const out: Fields = {};
    if (typeof reference === 'string') {
      if (valueAt(this.#root, reference) === undefined) return this.#options.missing;
      out['$ref'] = referenceTo(this.#options.name, reference);
    }
    if (out['$ref'] === undefined || !this.#isOld) this.#keywords(raw, out);
    if (this.#options.isClosed && isInner && declaresProperties(this.#root, raw))
      out['unevaluatedProperties'] ??= false;
    return out;
  }

  #keywords(raw: RawObject, out: Fields): void {
    for (const [key, value] of Object.entries(raw)) {
      if (key === '$ref' || SILENT.has(key) || key.startsWith('x-')) continue;
      const isInner = INNER.has(key);
      if (ONE.has(key) || UNEVALUATED.has(key)) out[key] = this.schema(value, isInner);
      else if (LIST.has(key) && isList(value)) out[key] = value.map((item) => this.schema(item, isInner));
      else if (NAMED.has(key) && isRawObject(value)) {
        const entries = Object.entries(value).map(([name, item]) => [name, this.schema(item, isInner)] as const);
        out[key] = Object.fromEntries(entries);
      } else out[key] = value;
    }
    if (this.#isOld) translateOld(raw, out);
    const types = isList(out['type']) ? out['type'] : [out['type']];
    if (!types.every((name) => typeof name === 'string' && TYPES.has(name))) delete out['type'];
    if (typeof out['required'] === 'boolean') delete out['required'];
    if (out['prefixItems'] !== undefined && out['contains'] !== undefined) setApart(out);
  }
}

/** What OpenAPI 3.0 spells in a way of its own. */
function translateOld(raw: RawObject, out: Fields): void {
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof raw[exclusive] !== 'boolean') continue;
    delete out[exclusive];
    if (!raw[exclusive] || raw[bound] === undefined) continue;
    out[exclusive] = raw[bound];
    delete out[bound];
  }
  if (raw['nullable'] === true && typeof raw['type'] === 'string') out['type'] = [raw['type'], 'null'];
}

/** The validator forgets about `contains` in an array that is shorter than the `prefixItems` beside it. */
function setApart(out: Fields): void {
  const { contains, minContains, maxContains } = out;
  const bounds = {
    ...(minContains === undefined ? {} : { minContains }),
    ...(maxContains === undefined ? {} : { maxContains }),
  };
  delete out['contains'];
  out['allOf'] = [...(isList(out['allOf']) ? out['allOf'] : []), { contains, ...bounds }];
}

/** Whether a schema names properties, itself or in what applies to the same value. */
export function declaresProperties(root: RawObject, raw: Raw | undefined, seen = new Set<Raw>()): boolean {
  if (raw === undefined || !isRawObject(raw) || seen.has(raw)) return false;
  seen.add(raw);
  if (Object.keys(raw['properties'] ?? {}).length > 0) return true;
  const target = typeof raw['$ref'] === 'string' ? [valueAt(root, raw['$ref'])] : [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
    const list = raw[key];
    return isList(list) ? list : [];
  });
  return [...target, ...lists].some((part) => declaresProperties(root, part, seen));
}

/** A reference to what stands at a pointer of a translated document. */
export function referenceTo(name: string, pointer: string): string {
  return `${name}${/[%]/.test(pointer) ? pointer : encodeURI(pointer)}`;
}

/** What stands at a pointer with a leading `#`. */
export function valueAt(root: RawObject, pointer: string): Raw | undefined {
  let value: Raw | undefined = root;
  for (const segment of parsePointer(pointer.slice(1)) ?? []) {
    if (isList(value)) value = value[Number(segment)];
    else
      value = value !== undefined && isRawObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }
  return value;
}

function isList(value: unknown): value is readonly Raw[] {
  return Array.isArray(value);
}

function isRawObject(value: Raw): value is RawObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
