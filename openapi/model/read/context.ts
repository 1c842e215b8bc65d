import type { Located } from '../../resolve/anchors.js';
import type { BrokenReference, Resolver } from '../../resolve/resolver.js';
import type { Fault } from '../../source/diagnostic.js';
import { describeType, field, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { SpecificationLine } from '../document.js';
import { PlainParts } from './plain-parts.js';

/** What the readers of one document share: how to follow references, and what they found wrong. */
export class ReadContext {
  readonly line: SpecificationLine;
  readonly resolver: Resolver;
  /** Whether the document is one file in which every value stands in one place and references are nothing but pointers. */
  readonly isPlain: boolean;
  /** The root of such a document. */
  readonly plainRoot: JsonObject | undefined;
  readonly plainParts: PlainParts;
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Places already complained about: a component used a hundred times is wrong once. */
  readonly #reported = new Set<string>();
  /** What is known of the end of each chain of references; long chains are walked once. */
  readonly #ends = new Map<object, Located | 'broken' | 'cycle'>();

  #isSealed = false;

  /**
   * @param plain the root of the document, where it is a plain one
   * @param plainParts what is known of the parts of other versions on the same line
   */
  constructor(line: SpecificationLine, resolver: Resolver, plain?: JsonObject, plainParts = new PlainParts()) {
    this.line = line;
    this.resolver = resolver;
    this.isPlain = plain !== undefined;
    this.plainRoot = plain;
    this.plainParts = plainParts;
  }

  /** Whether everything that is wrong has been found. */
  get isSealed(): boolean {
    return this.#isSealed;
  }

  /** From here on parts of the model are read when they are asked for, and nothing new may be wrong in them. */
  seal(): void {
    this.#isSealed = true;
  }

  fault(code: string, origin: Origin, message: string, atKey = false): void {
    // One object may lack several fields.
    if (this.#isNew(`${code} ${message}`, origin)) this.faults.push({ code, message, origin, atKey });
  }

  warn(code: string, origin: Origin, message: string, atKey = false): void {
    if (this.#isNew(code, origin)) this.warnings.push({ code, message, origin, atKey });
  }

  #isNew(what: string, origin: Origin): boolean {
    const key = `${what} ${origin.file} ${origin.pointer}`;
    if (this.#reported.has(key)) return false;
    if (this.#isSealed) throw new TypeError(`What is wrong at ${origin.pointer} was overlooked: ${what}`);
    this.#reported.add(key);
    return true;
  }

  /**
   * Follows one `$ref` text and reports it when it is broken: as a fault, or as a warning when `isTolerable` says that the rest
   * can be worked with.
   */
  follow(reference: string, origin: Origin, isTolerable = (_: BrokenReference): boolean => false): Located | undefined {
    const found = this.resolver.resolve(reference, origin);
    if (found === undefined) return undefined;
    if (!isBroken(found)) return found;
    if (isTolerable(found)) {
      this.warn(found.code, origin.at('$ref'), `${found.message} What may stand here is unknown.`);
    } else {
      this.fault(found.code, origin.at('$ref'), found.message);
    }
    return undefined;
  }

  /** The object behind a Reference Object, however many references away; the value itself when it is no reference. */
  dereference(raw: Json, origin: Origin, what: string): Located | undefined {
    const at = this.#endOf({ raw, origin });
    if (at === 'broken') return undefined;
    if (at === 'cycle') {
      const reference = isObject(raw) ? field(raw, '$ref') : undefined;
      this.fault('reference-cycle', origin.at('$ref'), `The reference "${String(reference)}" leads back to itself.`);
      return undefined;
    }
    if (!isObject(at.raw)) {
      this.fault('type', at.origin, `${what} must be an object, not ${describeType(at.raw)}.`);
      return undefined;
    }
    if (isDocumentRoot(at)) {
      this.fault(
        'reference-target',
        origin.at('$ref'),
        `${what} is expected here; the reference names a whole document.`,
      );
      return undefined;
    }
    return at;
  }

  #endOf(start: Located): Located | 'broken' | 'cycle' {
    const walked: object[] = [];
    let at = start;
    let end: Located | 'broken' | 'cycle' | undefined;
    while (end === undefined) {
      if (!isObject(at.raw) || field(at.raw, '$ref') === undefined) {
        end = at;
        break;
      }
      end = this.#ends.get(at.raw);
      if (end !== undefined) break;
      // A value met again before its end is known leads to itself.
      this.#ends.set(at.raw, 'cycle');
      walked.push(at.raw);
      const reference = this.referenceText(at.raw, at.origin);
      const next = reference === undefined ? undefined : this.follow(reference, at.origin);
      if (next === undefined) end = 'broken';
      else at = next;
    }
    for (const raw of walked) this.#ends.set(raw, end);
    return end;
  }

  /** The text of `$ref`; a value that is no text is a fault. */
  referenceText(raw: { readonly [key: string]: Json | undefined }, origin: Origin): string | undefined {
    const reference = field(raw, '$ref');
    if (typeof reference === 'string' && reference !== '') return reference;
    const message = reference === '' ? '"$ref" is empty.' : '"$ref" must be a string.';
    this.fault(
      'reference-syntax',
      origin.at('$ref'),
      `${message} Name what is meant, as in "#/components/schemas/Pet".`,
      true,
    );
    return undefined;
  }
}

/** Whether a value is an OpenAPI document as a whole, which no reference inside one can mean. */
export function isDocumentRoot({ raw, origin }: Located): boolean {
  return origin.parent === undefined && isObject(raw) && field(raw, 'openapi') !== undefined;
}

function isBroken(found: Located | BrokenReference): found is BrokenReference {
  return 'code' in found;
}
