import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Judged } from '../judge.js';
import { operationLabel } from '../where.js';
import type { Candidate } from './assign.js';
import { type Element, isOf } from './element.js';
import { type Evidence, nameEvidence } from './name-likeness.js';
import { outlineOf, textsIn } from './outline.js';
import { wordEvidence, wordSet } from './shape-likeness.js';

type OperationElement = Element & { readonly operation: Operation };

/** What of an operation is compared with many others, each read when it is asked for. */
class Profile {
  /** The path, the names of its parameters erased. */
  readonly segments: readonly string[];
  readonly #operation: Operation;
  #bodies: readonly (string | undefined)[] | undefined;

  constructor(operation: Operation) {
    this.segments = segmentsOf(operation.path);
    this.#operation = operation;
  }

  get words(): ReadonlySet<string> {
    const { summary = '', description = '' } = this.#operation;
    return wordSet(`${summary} ${description}`);
  }

  /** Components of the body of the first success, and of the request. */
  get bodies(): readonly (string | undefined)[] {
    this.#bodies ??= [componentOf(answerOf(this.#operation)), componentOf(this.#operation.requestBody?.content)];
    return this.#bodies;
  }
}

/** Beyond this many pairs only operations with one operationId are paired. */
const MOST_PAIRS = 40_000;

/** Operations that may have moved to another path or method. */
export function operationCandidates(judged: readonly Judged[]): readonly Candidate<Element>[] {
  const ofOperations = candidatesAmong(
    judged.filter(isOf('operation.removed')).map(operationElement),
    judged.filter(isOf('operation.added')).map(operationElement),
  );
  const ofWebhooks = candidatesAmong(
    judged.filter(isOf('webhook.removed')).map(operationElement),
    judged.filter(isOf('webhook.added')).map(operationElement),
  );
  return [...ofOperations, ...ofWebhooks];
}

type OperationCandidate = Candidate<OperationElement>;

function candidatesAmong(
  removed: readonly OperationElement[],
  added: readonly OperationElement[],
): readonly OperationCandidate[] {
  if (removed.length === 0 || added.length === 0) return [];
  const byId = new Map(
    added.flatMap((element) => (element.operation.id === undefined ? [] : [[element.operation.id, element] as const])),
  );
  const isLarge = removed.length * added.length > MOST_PAIRS;
  const candidates = removed.flatMap((element) => {
    const twin = byId.get(element.operation.id ?? '');
    const others = isLarge ? (twin === undefined ? [] : [twin]) : added;
    return others.map((other) => ({
      removed: element,
      added: other,
      evidence: evidenceFor(element, other),
    }));
  });
  return movedAlike(candidates);
}

/** Operations of which the same part of the path was exchanged speak for each other. */
function movedAlike(candidates: readonly OperationCandidate[]): readonly OperationCandidate[] {
  const moved = new Map<string, Set<OperationElement>>();
  const exchanges = candidates.map(({ removed, added }) => {
    const exchange = exchangedSegment(removed.operation, added.operation);
    if (exchange !== undefined) moved.set(exchange, (moved.get(exchange) ?? new Set()).add(removed));
    return exchange;
  });
  return candidates.map((candidate, index) => {
    const alike = moved.get(exchanges[index] ?? '')?.size ?? 0;
    if (alike < 2) return candidate;
    const others = { weight: alike > 2 ? 3 : 2, words: 'others moved the same way' };
    return { ...candidate, evidence: [...candidate.evidence, others] };
  });
}

/** The one segment in which the paths of two operations with one method differ, both ways to write it. */
function exchangedSegment(before: Operation, after: Operation): string | undefined {
  if (before.method !== after.method) return undefined;
  const [left, right] = [profileOf(before).segments, profileOf(after).segments];
  if (left.length !== right.length) return undefined;
  const differing = left.flatMap((segment, index) => (segment === right[index] ? [] : [`${segment}/${right[index]}`]));
  return differing.length === 1 ? differing[0] : undefined;
}

/** An operation that came or went. */
export function operationElement(
  judged: Judged & { readonly change: { readonly operation: Operation } },
): OperationElement {
  const { operation } = judged.change;
  return {
    judged,
    path: [],
    name: operationLabel(operation),
    origin: operation.origin,
    operation,
  };
}

const profiles = new WeakMap<Operation, Profile>();

function profileOf(operation: Operation): Profile {
  let profile = profiles.get(operation);
  if (profile === undefined) {
    profile = new Profile(operation);
    profiles.set(operation, profile);
  }
  return profile;
}

function evidenceFor(gone: OperationElement, come: OperationElement): readonly Evidence[] {
  const [before, after] = [gone.operation, come.operation];
  const found: Evidence[] = [];
  const formerNames = textsIn(after.extensions.get('x-renamed-from'));
  if (formerNames.includes(gone.name) || (before.id !== undefined && formerNames.includes(before.id))) {
    found.push({ weight: 10, words: RENAMED_FROM });
  }
  if (before.id !== undefined && before.id === after.id) found.push({ weight: 5, words: 'the same operationId' });
  if (before.method !== after.method) return found;
  const [left, right] = [profileOf(before), profileOf(after)];
  const path =
    before.kind === 'webhook' ? nameEvidence(before.path, after.path) : pathEvidence(left.segments, right.segments);
  if (path !== undefined) found.push(path);
  const words = wordEvidence(left.words, right.words);
  // Alone they are too little for a move, and for a doubt about one; what they hold takes long to read.
  if (found.length + words.length > 0 || exchangedSegment(before, after) !== undefined) {
    found.push(...bodyEvidence('answer', left.bodies[0], right.bodies[0]));
    found.push(...bodyEvidence('request body', left.bodies[1], right.bodies[1]));
  }
  found.push(...words);
  return found;
}

/** What the document itself says is certain. */
export const RENAMED_FROM = 'x-renamed-from says so';

function pathEvidence(left: readonly string[], right: readonly string[]): Evidence | undefined {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const statics = short.filter((segment) => segment !== '{}').length;
  const isTail = short.every((segment, index) => long[long.length - short.length + index] === segment);
  if (short.length < long.length && isTail && statics > 0) return { weight: 3, words: 'the same path after a prefix' };
  if (left.length !== right.length) return undefined;
  const differing = left.flatMap((segment, index) => (segment === right[index] ? [] : [index]));
  if (differing.length === 0) return { weight: 5, words: 'the paths differ in a slash only' };
  const [only] = differing;
  if (differing.length !== 1 || only === undefined) return undefined;
  const [one = '', other = ''] = [left[only], right[only]];
  if (one === '{}' || other === '{}') return undefined;
  const name = nameEvidence(one, other);
  if (name !== undefined) return { weight: 3, words: `the paths differ in "${one}" and "${other}" only` };
  const isVersion = /^v\d+(\.\d+)*$/i.test(one) && /^v\d+(\.\d+)*$/i.test(other);
  if (isVersion) return { weight: 3, words: 'the same path in another version' };
  return statics > 1 ? { weight: 1, words: `the paths differ in "${one}" and "${other}" only` } : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/\{[^{}]*\}/g, '{}'));
}

function answerOf({ responses }: Operation): ReadonlyMap<string, MediaType> | undefined {
  const success = [...responses.keys()].filter((status) => /^2/.test(status)).sort()[0];
  return success === undefined ? undefined : responses.get(success)?.content;
}

type Content = ReadonlyMap<string, MediaType> | undefined;

function bodyEvidence(what: string, before: string | undefined, after: string | undefined): readonly Evidence[] {
  if (before === undefined || before !== after) return [];
  return [{ weight: 2, words: `the same schema "${before}" of the ${what}` }];
}

function componentOf(content: Content): string | undefined {
  const schema = content?.values().next().value?.schema;
  if (schema === undefined) return undefined;
  const { component, items } = outlineOf(schema);
  const ofItems = items === undefined ? undefined : outlineOf(items).component;
  return component ?? (ofItems === undefined ? undefined : `${ofItems}[]`);
}
