import { isWebhookSection } from '../resolve/webhook-sections.js';
import { field, isObject, type Json, type JsonObject } from '../source/json.js';
import { type DifferingParts, differingParts, haveSameTypes, type Texts } from './differing-parts.js';
import type { ApiDocument } from './document.js';
import type { Header, MediaType, Operation, PathItem, RequestBody, Response } from './operation.js';
import type { Schema } from './schema.js';
import { TextComparison } from './text-comparison.js';

/** An element whose whole meaning is its own text, what that refers to, and what it inherits from its document. */
export type Comparable = Schema | PathItem | Operation | RequestBody | Response | Header | MediaType;

const NOTHING: ReadonlySet<string> = new Set();
const PATH_LEVEL = ['$ref', 'parameters', 'servers'] as const;
const BESIDE_NULLABLE = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not'] as const;
const DOCUMENT_LEVEL = ['servers', 'security', 'jsonSchemaDialect'] as const;

/**
 * Tells quickly that two elements of two documents mean the same, so that nobody has to read and compare them: their text is
 * equal, what it refers to is the same, and so is all that they inherit. `false` says nothing: they may still mean the same.
 */
export class Sameness {
  readonly #base: JsonObject | undefined;
  readonly #revision: JsonObject | undefined;
  readonly #inherit: boolean;
  readonly #ignored: ReadonlySet<string>;
  #known: Texts | undefined;
  #knownComponents: ReadonlySet<string> | undefined;

  /** @param ignored fields that mean nothing to the caller, as `description`; never names that look like them, nor data */
  constructor(base: ApiDocument, revision: ApiDocument, ignored: ReadonlySet<string> = NOTHING) {
    this.#ignored = ignored;
    const isSure = base.root !== undefined && revision.root !== undefined && base.line === revision.line;
    this.#base = isSure ? base.root : undefined;
    this.#revision = isSure ? revision.root : undefined;
    this.#inherit = isSure && inheritTheSame(base.root, revision.root);
  }

  same(base: Comparable, revision: Comparable): boolean {
    if (this.#base === undefined || this.#revision === undefined) return false;
    if ('kind' in base && base.kind === 'schema') {
      return 'kind' in revision && revision.kind === 'schema' && this.#sameSchema(base, revision);
    }
    if (!this.#sameContext(base, revision)) return false;
    const before = rawAt(this.#base, base.origin.segments);
    const after = rawAt(this.#revision, revision.origin.segments);
    return before !== undefined && after !== undefined && this.#sameText(before, after);
  }

  /**
   * Whether what operations state themselves under a field means the same. `parameters` are what the path item states as well, and
   * mean the same on the same path only.
   */
  sameField(
    base: Operation,
    revision: Operation,
    key: 'parameters' | 'requestBody' | 'responses' | 'callbacks',
  ): boolean {
    const before = rawAt(this.#base, base.origin.segments);
    const after = rawAt(this.#revision, revision.origin.segments);
    if (before === undefined || after === undefined || !isObject(before) || !isObject(after)) return false;
    if (key === 'parameters' && !this.#samePathParameters(base, revision)) return false;
    return this.#sameText(field(before, key) ?? null, field(after, key) ?? null);
  }

  #samePathParameters(base: Operation, revision: Operation): boolean {
    const [before, after] = [this.#pathItemOf(base, this.#base), this.#pathItemOf(revision, this.#revision)];
    if (before === undefined || after === undefined || base.path !== revision.path) return false;
    const isSame = (key: string): boolean => this.#sameText(field(before, key) ?? null, field(after, key) ?? null);
    return isSame('parameters') && isSame('$ref');
  }

  /**
   * The parts in which two schemas differ that otherwise mean the same; `undefined` where they may differ in more. Schemas as they
   * apply, which `nullable` has no say about any more.
   */
  differingParts({ raw: base }: Schema, { raw: revision }: Schema): DifferingParts | undefined {
    if (this.#base === undefined || !isObject(base) || !isObject(revision)) return undefined;
    return differingParts(this.#texts, base, revision);
  }

  /** Whether two schemas mean the same that stand in their documents as they are: none is what `nullable` makes of another. */
  sameStated({ raw: base }: Schema, { raw: revision }: Schema): boolean {
    return this.#base !== undefined && this.#sameText(base, revision);
  }

  /** Whether the component schemas of a name mean the same in both documents, with all that they refer to. */
  sameComponentSchema(name: string): boolean {
    return this.#base !== undefined && this.#components.has(`#/components/schemas/${name}`);
  }

  #sameSchema({ raw: base }: Schema, { raw: revision }: Schema): boolean {
    return !(isObject(base) && isReadAsUnion(base)) && this.#sameText(base, revision);
  }

  #sameContext(base: Comparable, revision: Comparable): boolean {
    if ('path' in base) {
      if (!('path' in revision) || base.path !== revision.path || !this.#inherit) return false;
      if (!('method' in base)) return !('method' in revision);
      return 'method' in revision && this.#sameOperationContext(base, revision);
    }
    if (!('kind' in base && 'kind' in revision) || base.kind !== revision.kind) return false;
    return base.kind !== 'mediaType' || (revision.kind === 'mediaType' && base.name === revision.name);
  }

  #sameOperationContext(base: Operation, revision: Operation): boolean {
    if (base.kind !== revision.kind || base.method !== revision.method) return false;
    const [before, after] = [this.#pathItemOf(base, this.#base), this.#pathItemOf(revision, this.#revision)];
    if (before === undefined || after === undefined) return false;
    return PATH_LEVEL.every((key) => this.#sameText(field(before, key) ?? null, field(after, key) ?? null));
  }

  /** The path item an operation stands in, unless another one refers to it, which would add to what is inherited. */
  #pathItemOf({ kind, path, origin }: Operation, root: JsonObject | undefined): JsonObject | undefined {
    const [section, name, , ...rest] = origin.segments;
    if (root === undefined || name !== path || rest.length > 0) return undefined;
    if (section === undefined || !(kind === 'operation' ? section === 'paths' : isWebhookSection(section)))
      return undefined;
    const item = rawAt(root, [section, name]);
    return item !== undefined && isObject(item) ? item : undefined;
  }

  #sameText(base: Json, revision: Json): boolean {
    return this.#texts.meaning.equal(base, revision);
  }

  get #texts(): Texts {
    this.#known ??= this.#makeTexts();
    return this.#known;
  }

  get #components(): ReadonlySet<string> {
    this.#knownComponents ??= sameComponents(this.#base, this.#revision, this.#ignored);
    return this.#knownComponents;
  }

  #makeTexts(): Texts {
    const components = this.#components;
    const refers = (reference: string): boolean => components.has(reference);
    const meaning = new TextComparison(this.#ignored, refers);
    const keepingTypes = new Map<string, boolean>();
    return {
      meaning,
      letter: new TextComparison(NOTHING, refers),
      data: new TextComparison(NOTHING, () => true),
      keepsTypes: (reference) => {
        let keeps = keepingTypes.get(reference);
        if (keeps === undefined) {
          const [before, after] = [componentAt(this.#base, reference), componentAt(this.#revision, reference)];
          keeps = isObject(before) && isObject(after) && haveSameTypes(meaning, before, after);
          keepingTypes.set(reference, keeps);
        }
        return keeps;
      },
    };
  }
}

/** A `nullable` beside other schemas is read as a union of two schemas, each with the text of the whole. */
function isReadAsUnion(raw: JsonObject): boolean {
  return field(raw, 'nullable') === true && BESIDE_NULLABLE.some((key) => field(raw, key) !== undefined);
}

function inheritTheSame(base: JsonObject | undefined, revision: JsonObject | undefined): boolean {
  if (base === undefined || revision === undefined) return false;
  const schemes = (root: JsonObject): Json => rawAt(root, ['components', 'securitySchemes']) ?? null;
  const text = new TextComparison(NOTHING, () => false);
  return (
    DOCUMENT_LEVEL.every((key) => text.equal(field(base, key) ?? null, field(revision, key) ?? null, 'data')) &&
    text.equal(schemes(base), schemes(revision), 'data')
  );
}

/** The references to components that mean the same in both documents, with all that those refer to. */
function sameComponents(
  base: JsonObject | undefined,
  revision: JsonObject | undefined,
  ignored: ReadonlySet<string>,
): ReadonlySet<string> {
  const same = new Set<string>();
  const referrers = new Map<string, string[]>();
  let references: string[] = [];
  const text = new TextComparison(ignored, (reference) => references.push(reference) > 0);
  const sections = base && field(base, 'components');
  for (const section of isObject(sections) ? Object.keys(sections) : []) {
    const before = rawAt(base, ['components', section]);
    const after = rawAt(revision, ['components', section]);
    if (!isObject(before) || !isObject(after)) continue;
    for (const name of Object.keys(before)) {
      // Such a name is spelt differently in a reference, or not at all.
      if (/[/~%]/.test(name)) continue;
      const other = field(after, name);
      references = [];
      if (other === undefined || !text.equal(field(before, name) ?? null, other)) continue;
      const own = `#/components/${section}/${name}`;
      same.add(own);
      for (const reference of references) {
        const known = referrers.get(reference);
        if (known === undefined) referrers.set(reference, [own]);
        else known.push(own);
      }
    }
  }
  // What refers to something that is not the same is not the same either, however far away.
  const pending = [...referrers.keys()].filter((reference) => !same.has(reference));
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    for (const referrer of referrers.get(reference) ?? []) if (same.delete(referrer)) pending.push(referrer);
  }
  return same;
}

/** The component schema that a reference names by an unescaped name. */
function componentAt(root: JsonObject | undefined, reference: string): Json | undefined {
  const prefix = '#/components/schemas/';
  const name = reference.startsWith(prefix) ? reference.slice(prefix.length) : '';
  return /^[^/~%]+$/.test(name) ? rawAt(root, ['components', 'schemas', name]) : undefined;
}

function rawAt(root: Json | undefined, segments: readonly string[]): Json | undefined {
  let raw = root;
  for (const segment of segments) {
    if (isObject(raw)) raw = field(raw, segment);
    else raw = Array.isArray(raw) ? raw[Number(segment)] : undefined;
  }
  return raw;
}
