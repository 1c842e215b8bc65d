import { isWebhookSection } from '../resolve/webhook-sections.js';
import { field, isObject, type Json, type JsonObject } from '../source/json.js';
import { type DifferingParts, differingParts, haveSameTypes, type Texts } from './differing-parts.js';
import type { ApiDocument } from './document.js';
import { operationIdentity } from './identity.js';
import type { Header, MediaType, Operation, Parameter, PathItem, RequestBody, Response } from './operation.js';
import { componentsIn, memberAt, rawAt } from './raw-at.js';
import { componentAt, sameComponents } from './same-components.js';
import type { Schema } from './schema.js';
import { CARRIED_PARTS, type CarriedPart, sharedDifference } from './shared-difference.js';
import { TextComparison } from './text-comparison.js';

/** An element whose whole meaning is its own text, what that refers to, and what it inherits from its document. */
export type Comparable = Schema | PathItem | Operation | RequestBody | Parameter | Response | Header | MediaType;

/** What of an operation may differ: what it carries, what it inherits apart from parameters, and all else that it says itself. */
export type OperationPart = CarriedPart | 'inherited' | 'rest';

const EVERYTHING: ReadonlySet<OperationPart> = new Set([...CARRIED_PARTS, 'inherited', 'rest'] as const);
const NO_PARTS: ReadonlySet<OperationPart> = new Set();
const NOTHING: ReadonlySet<string> = new Set();
const PATH_LEVEL = ['$ref', 'parameters', 'servers'] as const;
/** What path items say of how operations are reached, and of their parameters. */
const REACHING = ['$ref', 'servers'] as const;
const BINDING = ['$ref', 'parameters'] as const;
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
    const before = rawAt(this.#base, base.origin);
    const after = rawAt(this.#revision, revision.origin);
    return before !== undefined && after !== undefined && this.#sameText(before, after);
  }

  /** What may differ between two operations; nothing where they mean the same. */
  differingFields(base: Operation, revision: Operation): ReadonlySet<OperationPart> {
    const left = standingIn(this.#base, base);
    const right = standingIn(this.#revision, revision);
    if (left === undefined || right === undefined) return EVERYTHING;
    const parts: OperationPart[] = [];
    if (!this.#sameInherited(base, revision, left, right)) parts.push('inherited');
    if (!this.#sameBinding(base, revision, left, right)) parts.push('parameters');
    const { meaning } = this.#texts;
    // Most operations are one object of both documents: they differ only in what they refer to.
    const isShared = left.raw === right.raw;
    for (const key in left.raw) {
      const before = left.raw[key] ?? null;
      if (isShared && typeof before !== 'object') continue;
      if (!meaning.equalKeyword(before, field(right.raw, key), key)) parts.push(partOf(key));
    }
    if (!isShared) {
      for (const key in right.raw) {
        if (!Object.hasOwn(left.raw, key) && !meaning.equalKeyword(null, undefined, key)) parts.push(partOf(key));
      }
    }
    return parts.length === 0 ? NO_PARTS : new Set(parts);
  }

  /**
   * What alone differs in a part of two operations, as text: references that mean something else in the other document, where they
   * are all that a schema is. The same text says that the same differs, whatever the operations are. `undefined` where that cannot
   * be said.
   */
  sharedDifference(base: Operation, revision: Operation, part: CarriedPart): string | undefined {
    const left = standingIn(this.#base, base);
    const right = standingIn(this.#revision, revision);
    const before = left && field(left.raw, part);
    const after = right && field(right.raw, part);
    if (left === undefined || right === undefined || before === undefined || after === undefined) return undefined;
    if (part === 'parameters' && !this.#sameBinding(base, revision, left, right)) return undefined;
    return sharedDifference(this.#texts.meaning, part, before, after);
  }

  /** Whether two operations are reached, and may be used, alike as far as they do not say it themselves. */
  #sameInherited(base: Operation, revision: Operation, left: Standing, right: Standing): boolean {
    if (!this.#inherit || base.kind !== revision.kind) return false;
    if (base.path !== revision.path && operationIdentity(base) !== operationIdentity(revision)) return false;
    return base.method === revision.method && this.#samePathLevel(left, right, REACHING);
  }

  /** Whether parameters that two operations do not state themselves are the same, and bound to the same path. */
  #sameBinding(base: Operation, revision: Operation, left: Standing, right: Standing): boolean {
    return base.path === revision.path && this.#samePathLevel(left, right, BINDING);
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
      if (!('method' in revision) || base.kind !== revision.kind || base.method !== revision.method) return false;
      const [left, right] = [standingIn(this.#base, base), standingIn(this.#revision, revision)];
      return left !== undefined && right !== undefined && this.#samePathLevel(left, right, PATH_LEVEL);
    }
    if (!('kind' in base && 'kind' in revision) || base.kind !== revision.kind) return false;
    return base.kind !== 'mediaType' || (revision.kind === 'mediaType' && base.name === revision.name);
  }

  #samePathLevel({ item: base }: Standing, { item: revision }: Standing, keys: readonly string[]): boolean {
    if (base === undefined || revision === undefined) return false;
    for (const key of keys) {
      const [before, after] = [field(base, key), field(revision, key)];
      // Few path items say anything of all their operations.
      if ((before !== undefined || after !== undefined) && !this.#sameText(before ?? null, after ?? null)) return false;
    }
    return true;
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

/** An operation as it is written, and the path item it stands in, unless another one refers to it, which would add to what is inherited. */
interface Standing {
  readonly raw: JsonObject;
  readonly item: JsonObject | undefined;
}

function standingIn(
  root: JsonObject | undefined,
  { kind, path, origin: { key, parent } }: Operation,
): Standing | undefined {
  const item = parent && rawAt(root, parent);
  const raw = memberAt(item, key);
  if (!isObject(item) || !isObject(raw)) return undefined;
  const section = parent?.parent;
  const isSection = kind === 'operation' ? section?.key === 'paths' : isWebhookSection(section?.key);
  const isOwn =
    isSection && parent?.key === path && section?.parent !== undefined && section.parent.parent === undefined;
  return { raw, item: isOwn ? item : undefined };
}

function partOf(key: string): OperationPart {
  return CARRIED_PARTS.find((part) => part === key) ?? 'rest';
}

/** A `nullable` beside other schemas is read as a union of two schemas, each with the text of the whole. */
function isReadAsUnion(raw: JsonObject): boolean {
  return field(raw, 'nullable') === true && BESIDE_NULLABLE.some((key) => field(raw, key) !== undefined);
}

function inheritTheSame(base: JsonObject | undefined, revision: JsonObject | undefined): boolean {
  if (base === undefined || revision === undefined) return false;
  const schemes = (root: JsonObject): Json => componentsIn(root, 'securitySchemes') ?? null;
  const text = new TextComparison(NOTHING, () => false);
  return (
    DOCUMENT_LEVEL.every((key) => text.equal(field(base, key) ?? null, field(revision, key) ?? null, 'any')) &&
    text.equal(schemes(base), schemes(revision), 'any')
  );
}
