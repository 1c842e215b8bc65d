import { isSchemaChange, type SchemaChange } from '../../diff/change.js';
import type { Finding } from '../../diff/finding.js';
import { sampleContaining } from '../../diff/schema/inclusion/sample.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import { isArray, isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { propertyOf } from './describe.js';
import type { DraftExample } from './draft.js';
import { declared, ExampleBook } from './example-book.js';
import { ANY_TEXT, ExampleObjects } from './example-object.js';
import { exampleValue, isEqual, type Side } from './example-value.js';
import { isOfProperties } from './fold.js';
import { areGiven, callWithValue, parameterExample } from './parameter-example.js';
import type { Group, Told } from './told.js';
import { ValuePlaces } from './value-places.js';

/** The longest example, as JSON, and the longest text in one. */
const LONGEST = 1_500;
const LONGEST_TEXT = 120;
/** Members of a group that are tried. */
const MOST_TRIED = 3;
/** Properties that say which object it is. */
const CONTEXT = ['id'];

/** What was sent or received before and after; each side valid in its document. `undefined` where nothing can be shown. */
export class Examples {
  readonly #book: ExampleBook;
  readonly #objects: ExampleObjects;
  readonly #operations: { readonly [S in Side]: readonly Operation[] };
  readonly #places: { [S in Side]?: ValuePlaces } = {};

  constructor(base: ApiDocument, revision: ApiDocument) {
    this.#operations = { base: operationsOf(base), revision: operationsOf(revision) };
    this.#book = new ExampleBook([...this.#operations.revision, ...this.#operations.base]);
    this.#objects = new ExampleObjects(this.#book);
  }

  of(group: Group): DraftExample | undefined {
    let best: DraftExample | undefined;
    for (const told of group.slice(0, MOST_TRIED)) {
      const example = this.#ofOne(told, group);
      if (example === undefined || !isWorthShowing(example)) continue;
      best ??= example;
      // One that is made of what the document itself gives tells more.
      if (!stringify([example.before ?? null, example.after ?? null]).includes(ANY_TEXT)) return example;
    }
    return best;
  }

  #ofOne({ finding, change }: Told, group: Group): DraftExample | undefined {
    if (change === undefined) return undefined;
    if (!isSchemaChange(change)) return parameterExample(change, finding.operations, this.#book);
    if (isOfProperties(finding.rule)) return this.#ofProperties(change, finding.where, group);
    return this.#ofValue(change, finding);
  }

  #ofValue(change: SchemaChange, finding: Finding): DraftExample | undefined {
    const values = (['base', 'revision'] as const).map((side) => exampleValue(change, finding, side, this.#book));
    const [before, after] = values;
    if (before === undefined || after === undefined) return undefined;
    const call = callWithValue(finding.where, before, after);
    if (call !== undefined) return areGiven([before, after], change.schemas.stated, this.#book) ? call : undefined;
    const [left, right] = [this.#inObject(change, 'base', before), this.#inObject(change, 'revision', after)];
    return left === undefined || right === undefined ? undefined : { kind: 'payload', before: left, after: right };
  }

  /** The value in the nearest object around it; the value itself where there is none. */
  #inObject(change: SchemaChange, side: Side, value: Json): Json | undefined {
    this.#places[side] ??= new ValuePlaces(this.#operations[side]);
    const stated = change.schemas.stated[side];
    // Which properties an object needs is said of the object itself.
    if (change.kind === 'schema.required.changed') return this.#objects.told(value, stated, []);
    const place = this.#places[side].of(stated);
    if (place === undefined) return undefined;
    if (place === 'root') return this.#objects.told(value, stated, []);
    const { container, path } = place;
    const whole = sampleContaining([container], path, value, 'open');
    return whole === undefined ? undefined : this.#objects.told(whole, [container], [String(path[0])]);
  }

  /** Objects with the properties that came, or that went. */
  #ofProperties(change: SchemaChange, where: string, group: Group): DraftExample | undefined {
    const object = propertyOf(where)?.object;
    const names = group.flatMap(({ finding }) => {
      const property = propertyOf(finding.where);
      return property === undefined || property.object !== object ? [] : [property.name];
    });
    const { base, revision } = change.schemas.stated;
    const moved = group
      .flatMap(({ finding }) =>
        finding.moves.flatMap(({ end, where: other }) => (end === 'to' ? [propertyOf(other)] : [])),
      )
      .flatMap((property) => (property?.object === object && property !== undefined ? [property.name] : []))
      .filter((name) => declared(revision, name).length > 0);
    const context = CONTEXT.filter(
      (name) => !names.includes(name) && [base, revision].every((side) => declared(side, name).length > 0),
    );
    const isAdded = change.kind === 'schema.property.added';
    const before = this.#objects.with(base, isAdded ? context : [...context, ...names]);
    const after = this.#objects.with(revision, [...context, ...(isAdded ? names : moved)]);
    return before === undefined || after === undefined ? undefined : { kind: 'payload', before, after };
  }
}

function isWorthShowing({ before, after }: DraftExample): boolean {
  return !isEqual(before, after) && [before, after].every((side) => side === undefined || isShort(side));
}

function isShort(value: Json): boolean {
  return stringify(value).length <= LONGEST && hasShortTexts(value);
}

function hasShortTexts(value: Json): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT;
  if (isArray(value)) return value.every(hasShortTexts);
  return !isObject(value) || Object.values(value).every((member) => hasShortTexts(member ?? null));
}

function operationsOf({ operations, webhooks }: ApiDocument): readonly Operation[] {
  const all = [...operations, ...webhooks];
  return [...all, ...all.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations))];
}
