import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Judged } from '../judge.js';
import { operationLabel } from '../where.js';
import type { Candidate } from './assign.js';
import { type Element, isOf, type JudgedOf } from './element.js';
import { type Evidence, nameEvidence } from './name-likeness.js';
import { outlineOf, textsIn } from './outline.js';
import { wordEvidence, wordSet } from './shape-likeness.js';

type OperationElement = Element & { readonly operation: Operation; readonly profile: Profile };

/** What of an operation is compared with many others. */
interface Profile {
  /** The path, the names of its parameters erased. */
  readonly segments: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Components of the body of the first success, and of the request. */
  readonly answer?: string;
  readonly body?: string;
  readonly formerNames: readonly string[];
}

/** Beyond this many pairs only operations with one operationId are paired. */
const MOST_PAIRS = 40_000;

/** Operations that may have moved to another path or method. */
export function operationCandidates(judged: readonly Judged[]): readonly Candidate<Element>[] {
  const removed = judged.filter(isOf('operation.removed')).map(operationElement);
  const added = judged.filter(isOf('operation.added')).map(operationElement);
  const byId = new Map(
    added.flatMap((come) => (come.operation.id === undefined ? [] : [[come.operation.id, come] as const])),
  );
  const isLarge = removed.length * added.length > MOST_PAIRS;
  return removed.flatMap((gone) => {
    const twin = byId.get(gone.operation.id ?? '');
    const others = isLarge ? (twin === undefined ? [] : [twin]) : added;
    return others.map((come) => ({
      removed: gone,
      added: come,
      evidence: evidenceFor(gone, come),
    }));
  });
}

/** An operation that came or went. */
export function operationElement(
  judged: JudgedOf<'operation.removed'> | JudgedOf<'operation.added'>,
): OperationElement {
  const { operation } = judged.change;
  return {
    judged,
    path: [],
    name: operationLabel(operation),
    origin: operation.origin,
    operation,
    profile: profileOf(operation),
  };
}

function profileOf(operation: Operation): Profile {
  const { path, summary = '', description = '', requestBody, extensions } = operation;
  const [answer, body] = [componentOf(answerOf(operation)), componentOf(requestBody?.content)];
  return {
    segments: segmentsOf(path),
    words: wordSet(`${summary} ${description}`),
    ...(answer === undefined ? {} : { answer }),
    ...(body === undefined ? {} : { body }),
    formerNames: textsIn(extensions.get('x-renamed-from')),
  };
}

function evidenceFor(gone: OperationElement, come: OperationElement): readonly Evidence[] {
  const [before, after] = [gone.operation, come.operation];
  const found: Evidence[] = [];
  const { formerNames } = come.profile;
  if (formerNames.includes(gone.name) || (before.id !== undefined && formerNames.includes(before.id))) {
    found.push({ weight: 10, words: RENAMED_FROM });
  }
  if (before.id !== undefined && before.id === after.id) found.push({ weight: 5, words: 'the same operationId' });
  if (before.method !== after.method) return found;
  const path = pathEvidence(gone.profile.segments, come.profile.segments);
  if (path !== undefined) found.push(path);
  found.push(...bodyEvidence('answer', gone.profile.answer, come.profile.answer));
  found.push(...bodyEvidence('request body', gone.profile.body, come.profile.body));
  found.push(...wordEvidence(gone.profile.words, come.profile.words));
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
  return schema === undefined ? undefined : outlineOf(schema).component;
}
