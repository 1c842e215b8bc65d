import { isSchemaChange } from '../../../diff/change.js';
import type { Finding } from '../../../diff/finding.js';
import { schemaOf } from '../../../diff/pair/recorder.js';
import { evaluate } from '../../../diff/schema/inclusion/evaluate.js';
import { sample } from '../../../diff/schema/inclusion/sample.js';
import { preferredMediaType } from '../../../generator/emit/media-types.js';
import type { Operation, Parameter } from '../../../openapi/model/operation.js';
import type { Json } from '../../../openapi/source/json.js';
import { propertyOf } from '../../changelog-draft/describe.js';
import type { ExampleBook } from '../../changelog-draft/example-book.js';
import type { Side } from '../../changelog-draft/example-value.js';
import { isOfProperties } from '../../changelog-draft/fold.js';
import type { Group, Told } from '../../changelog-draft/told.js';
import type { CodePair } from '../migration-report.js';
import type { SceneValues } from '../payload-pair.js';
import type { Scene, SceneFinder } from '../scene.js';
import { type CallWishes, callCode } from './call-code.js';
import type { ClientSide } from './client-side.js';
import { readCode } from './read-code.js';

/** Calls that one piece of code shows. */
const MOST_CALLS = 3;

/** The clients of both sides. */
export type Clients = { readonly [S in Side]: ClientSide };

/** Writes what callers wrote and what they write now. */
export class CodePairs {
  readonly #clients: Clients;
  readonly #scenes: SceneFinder;
  readonly #book: ExampleBook;

  constructor(clients: Clients, scenes: SceneFinder, book: ExampleBook) {
    this.#clients = clients;
    this.#scenes = scenes;
    this.#book = book;
  }

  /** Code about what is called; `undefined` where the group is about something else. */
  ofCalls(group: Group): CodePair | undefined {
    const pairs = group.slice(0, MOST_CALLS).map((told) => this.#ofCall(told));
    const [first] = pairs;
    if (first === undefined) return undefined;
    return { before: joined(pairs.map((pair) => pair?.before)), after: joined(pairs.map((pair) => pair?.after)) };
  }

  /** Code about what is sent or received. */
  ofScene(scene: Scene, values: SceneValues, group: Group): CodePair | undefined {
    const [before, after] = (['base', 'revision'] as const).map((side) =>
      scene.direction === 'request'
        ? this.#send(scene, side, values)
        : readCode(scene, side, this.#clients[side], this.#book, propertiesRead(scene, side, group), values),
    );
    if (before === undefined || after === undefined || before === after) return undefined;
    return { before, after };
  }

  #send(scene: Scene, side: Side, { before, after, payload }: SceneValues): string | undefined {
    const { operation, root, steps } = scene[side];
    if (operation.kind !== 'operation') return undefined;
    const value = side === 'base' ? before : after;
    const whole = side === 'base' ? payload?.before : payload?.after;
    let wishes: CallWishes | undefined;
    if (root.part.startsWith('request body')) {
      if (payload?.kind === 'payload' && whole !== undefined) wishes = { body: whole };
    } else if (value !== undefined && steps.length === 0) {
      const [, place = '', name = ''] = /^(\w+) parameter (.*)$/s.exec(root.part) ?? [];
      wishes = { values: new Map([[`${place} ${name}`, value]]) };
    }
    const call = wishes && callCode(this.#clients[side], operation, this.#book, wishes);
    return call === undefined ? undefined : `await ${call};`;
  }

  #ofCall({ finding, change }: Told): CodePair | undefined {
    if (change === undefined || isSchemaChange(change)) return undefined;
    const plain = (side: Side, wishes: CallWishes = {}): string | null => this.#plainCall(finding, side, wishes);
    switch (change.kind) {
      case 'operation.id.changed':
      case 'path.parameter.renamed': {
        const body = this.#bodyOfBoth(finding);
        const pair = { before: plain('base', body), after: plain('revision', body) };
        return pair.before === pair.after ? undefined : pair;
      }
      case 'operation.added':
        return { before: null, after: plain('revision') };
      case 'operation.removed':
        return { before: plain('base'), after: this.#movedCall(finding) };
      case 'parameter.added':
        return { before: plain('base'), after: plain('revision', this.#withValue(change.parameter)) };
      case 'parameter.removed':
        return { before: plain('base', this.#withValue(change.parameter)), after: plain('revision') };
      case 'parameter.required.changed': {
        const name = `${change.parameter.in} ${change.parameter.name}`;
        if (!change.after) return undefined;
        return { before: plain('base', { without: [name] }), after: plain('revision') };
      }
      default:
        return undefined;
    }
  }

  #plainCall({ operations, where }: Finding, side: Side, wishes: CallWishes): string | null {
    const labels = operations.length === 0 ? [where.split(' → ')[0] ?? where] : operations;
    const [operation] = labels
      .flatMap((label) => this.#scenes.operation(side, label) ?? [])
      .sort((a, b) => rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : 1));
    return operation === undefined ? null : this.#line(side, operation, wishes);
  }

  /** The same body for both sides of a call in which only names differ. */
  #bodyOfBoth({ operations: [label = ''] }: Finding): CallWishes {
    const [base, revision] = [this.#scenes.operation('base', label), this.#scenes.operation('revision', label)];
    const [before, after] = [base, revision].map(
      (one) => one?.requestBody && preferredMediaType(one.requestBody.content),
    );
    if (base?.requestBody?.required !== true || before?.schema === undefined || after?.schema === undefined) return {};
    const body = this.#book
      .of([before.schema])
      .find((value) => evaluate([after.schema ?? before.schema ?? []].flat(), value) === true);
    return body === undefined ? {} : { body };
  }

  #line(side: Side, operation: Operation, wishes: CallWishes): string | null {
    const call = callCode(this.#clients[side], operation, this.#book, wishes);
    return call === undefined ? null : `await ${call};`;
  }

  #movedCall({ moves }: Finding): string | null {
    const move = moves.find(({ end, part }) => end === 'to' && part === null);
    const operation = move === undefined ? undefined : this.#scenes.operation('revision', move.where);
    return operation === undefined ? null : this.#line('revision', operation, {});
  }

  #withValue(parameter: Parameter): CallWishes {
    const schema = schemaOf(parameter);
    const schemas = schema === undefined ? [] : [schema];
    const value: Json | undefined = parameter.examples[0] ?? this.#book.of(schemas)[0] ?? sample(schemas, 'open');
    return value === undefined ? {} : { values: new Map([[`${parameter.in} ${parameter.name}`, value]]) };
  }
}

/** The properties that came or went with the object of the scene; on the other side those that took their place. */
function propertiesRead({ told, change }: Scene, side: Side, group: Group): readonly string[] {
  if (change.kind === 'schema.required.changed') return change.properties;
  if (!isOfProperties(told.finding.rule)) return [];
  const object = propertyOf(told.finding.where)?.object;
  const own = group.filter(({ finding }) => propertyOf(finding.where)?.object === object);
  const isHere = (change.kind === 'schema.property.added') === (side === 'revision');
  if (isHere) return own.flatMap(({ finding }) => propertyOf(finding.where)?.name ?? []);
  const moved = own.flatMap(({ finding }) =>
    finding.moves.flatMap(({ end, where }) => (end === 'to' ? [propertyOf(where)] : [])),
  );
  const names = moved.flatMap((property) =>
    property?.object === object && property !== undefined ? [property.name] : [],
  );
  return names.length > 0 ? names : own.flatMap(({ finding }) => propertyOf(finding.where)?.name ?? []);
}

function rankOf({ method }: Operation): number {
  const rank = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'].indexOf(method);
  return rank < 0 ? 9 : rank;
}

function joined(parts: readonly (string | null | undefined)[]): string | null {
  const there = [...new Set(parts)].filter((part): part is string => typeof part === 'string');
  return there.length === 0 ? null : there.join('\n');
}
