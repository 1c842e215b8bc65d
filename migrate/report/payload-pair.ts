import { type Step, schemasOf } from '../../diff/payload/payload-path.js';
import { evaluate } from '../../diff/schema/inclusion/evaluate.js';
import { sampleContaining } from '../../diff/schema/inclusion/sample.js';
import { operationLabel } from '../../diff/where.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import { formatPointer } from '../../openapi/source/pointer.js';
import { stringify } from '../../openapi/source/stringify.js';
import { propertyOf } from '../changelog-draft/describe.js';
import { declared, ExampleBook } from '../changelog-draft/example-book.js';
import { ExampleObjects } from '../changelog-draft/example-object.js';
import { exampleValue, isEqual, type Side } from '../changelog-draft/example-value.js';
import { isOfProperties } from '../changelog-draft/fold.js';
import { areGiven, callWithValue, parameterExample } from '../changelog-draft/parameter-example.js';
import type { Group } from '../changelog-draft/told.js';
import { branchWith, propertyNames } from './branch.js';
import type { PayloadPair } from './migration-report.js';
import type { Scene, SceneSide } from './scene.js';

/** The longest payload that is shown, as JSON. */
const LONGEST = 6_000;
/** Properties that say which object it is. */
const CONTEXT = ['id', 'type'];

/** The changed value on each side, and what carries it; absent where none is found. */
export interface SceneValues {
  readonly before?: Json;
  readonly after?: Json;
  readonly payload?: PayloadPair;
}

/** Makes whole payloads, each valid on its side, that differ in what changed. */
export class PayloadPairs {
  readonly #objects: ExampleObjects;
  /** What the documents give as examples. */
  readonly book: ExampleBook;

  constructor(base: ApiDocument, revision: ApiDocument) {
    this.book = new ExampleBook([...operationsOf(revision), ...operationsOf(base)]);
    this.#objects = new ExampleObjects(this.book);
  }

  /** A call with and without a parameter, or with its two values; `undefined` for what is no parameter of a call. */
  call(group: Group): PayloadPair | undefined {
    const [{ change, finding }] = group;
    if (change === undefined) return undefined;
    const example = parameterExample(change, finding.operations, this.book);
    return example === undefined ? undefined : { ...example, operation: null, part: null, pointer: '#' };
  }

  of(scene: Scene, group: Group): SceneValues {
    const [before, after] = alike(scene, this.#value(scene, group, 'base'), this.#value(scene, group, 'revision'));
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    if (before === undefined || after === undefined) return values;
    if (/^\w+ parameter /.test(scene.revision.root.part)) {
      const [left, right] = [callLine(scene.base, before), callLine(scene.revision, after)];
      if (left === undefined || right === undefined || left === right) return values;
      if (!areGiven([before, after], scene.change.schemas.stated, this.book)) return values;
      const call = { kind: 'call', operation: null, part: null, pointer: '#', before: left, after: right } as const;
      return { ...values, payload: call };
    }
    const left = this.#whole(scene, 'base', before);
    const right = this.#whole(scene, 'revision', after);
    if (left === undefined || right === undefined || isEqual(left, right)) return values;
    const { operation, root, steps } = scene.revision;
    return {
      ...values,
      payload: {
        kind: 'payload',
        operation: operationLabel(operation),
        part: root.part,
        pointer: formatPointer(steps.map((step) => (step.kind === 'item' ? '0' : step.name))),
        before: left,
        after: right,
      },
    };
  }

  #value(scene: Scene, group: Group, side: Side): Json | undefined {
    const { change, told } = scene;
    const stated = change.schemas.stated[side];
    if (!isOfProperties(told.finding.rule)) {
      const value = exampleValue(change, told.finding, side, this.book);
      return value === undefined ? undefined : this.#objects.told(value, stated, []);
    }
    const object = propertyOf(told.finding.where)?.object;
    const names = group.flatMap(({ finding }) => {
      const property = propertyOf(finding.where);
      return property === undefined || property.object !== object ? [] : [property.name];
    });
    // What only the other side sends is not shown.
    const isForeign = (name: string): boolean =>
      [change.schemas.stated.base, change.schemas.stated.revision].some((schemas) =>
        declared(schemas, name).some((one) => (scene.direction === 'request' ? one.readOnly : one.writeOnly)),
      );
    if (names.every(isForeign)) return undefined;
    const isHere = (change.kind === 'schema.property.added') === (side === 'revision');
    const own = change.schemas.stated[change.kind === 'schema.property.added' ? 'revision' : 'base'];
    const holder = branchWith(own, names);
    const schemas = holder === own ? stated : holder && branchWith(stated, [...names, ...propertyNames(holder)]);
    if (schemas === undefined) return undefined;
    const shown = (isHere ? names : side === 'revision' ? movedTo(group, object, schemas) : []).filter(
      (name) => !isForeign(name),
    );
    const context = CONTEXT.filter(
      (name) => !names.includes(name) && [holder ?? [], schemas].every((other) => declared(other, name).length > 0),
    );
    return this.#objects.with(schemas, [...context, ...shown]) ?? this.#objects.with(schemas, shown);
  }

  /** The value in all that is around it; each container is filled with what it needs, and with examples where there are any. */
  #whole(scene: Scene, side: Side, inner: Json): Json | undefined {
    const { root, steps } = scene[side];
    let value = inner;
    for (const step of [...steps].reverse()) {
      const { container } = step;
      const at = (schemas: readonly Schema[]) => sampleContaining(schemas, [nameOf(step)], value, 'open');
      const whole = at(schemasOf(step)) ?? at([container]);
      if (whole === undefined) return undefined;
      value = step.kind === 'item' ? whole : this.#objects.told(whole, [container], [step.name]);
    }
    return evaluate([root.schema], value) === true && stringify(value).length <= LONGEST ? value : undefined;
  }
}

/** A number that became a text, or the other way round, is the same number on both sides where both take it. */
function alike(
  { change }: Scene,
  before: Json | undefined,
  after: Json | undefined,
): readonly [Json | undefined, Json | undefined] {
  if (change.kind !== 'schema.type.changed') return [before, after];
  const { base, revision } = change.schemas.stated;
  if (typeof before === 'number' && typeof after === 'string') {
    return evaluate(revision, String(before)) === true ? [before, String(before)] : [before, after];
  }
  if (typeof before !== 'string' || typeof after !== 'number') return [before, after];
  const number = /^\d{1,15}$/.test(before) ? Number(before) : undefined;
  if (number !== undefined && evaluate(revision, number) === true) return [before, number];
  return evaluate(base, String(after)) === true ? [String(after), after] : [before, after];
}

/** `GET /pets?page=2`; `undefined` for a value of more than one word. */
function callLine({ operation, root, steps }: SceneSide, value: Json): string | undefined {
  if (steps.length > 0) return undefined;
  const line = callWithValue(`${operationLabel(operation)} → ${root.part}`, value, value)?.before;
  return typeof line === 'string' ? line : undefined;
}

function nameOf(step: Step): string | number {
  return step.kind === 'item' ? 0 : step.name;
}

/** The properties of the same object that took the place of those that went. */
function movedTo(group: Group, object: string | undefined, stated: Parameters<typeof declared>[0]): readonly string[] {
  return group
    .flatMap(({ finding }) => finding.moves.flatMap(({ end, where }) => (end === 'to' ? [propertyOf(where)] : [])))
    .flatMap((property) => (property !== undefined && property.object === object ? [property.name] : []))
    .filter((name) => declared(stated, name).length > 0);
}

function operationsOf({ operations, webhooks }: ApiDocument): readonly Operation[] {
  const all = [...operations, ...webhooks];
  return [...all, ...all.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations))];
}
