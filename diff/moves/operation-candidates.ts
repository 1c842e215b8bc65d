import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Judged } from '../judge.js';
import { operationLabel } from '../where.js';
import type { Candidate } from './assign.js';
import { type Element, isOf, type JudgedOf } from './element.js';
import { type Evidence, nameEvidence } from './name-likeness.js';
import { outlineOf, textsIn } from './outline.js';
import { textEvidence } from './shape-likeness.js';

type OperationElement = Element & { readonly operation: Operation };

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
      evidence: evidenceFor(gone.operation, come.operation),
    }));
  });
}

/** An operation that came or went. */
export function operationElement(
  judged: JudgedOf<'operation.removed'> | JudgedOf<'operation.added'>,
): OperationElement {
  const { operation } = judged.change;
  return { judged, path: [], name: operationLabel(operation), origin: operation.origin, operation };
}

function evidenceFor(before: Operation, after: Operation): readonly Evidence[] {
  const found: Evidence[] = [];
  const former = textsIn(after.extensions.get('x-renamed-from'));
  if (former.includes(operationLabel(before)) || (before.id !== undefined && former.includes(before.id))) {
    found.push({ weight: 10, words: RENAMED_FROM });
  }
  if (before.id !== undefined && before.id === after.id) found.push({ weight: 5, words: 'the same operationId' });
  if (before.method !== after.method) return found;
  const path = pathEvidence(before.path, after.path);
  if (path !== undefined) found.push(path);
  found.push(...bodyEvidence('answer', answerOf(before), answerOf(after)));
  found.push(...bodyEvidence('request body', before.requestBody?.content, after.requestBody?.content));
  found.push(...textEvidence(textOf(before), textOf(after)));
  return found;
}

/** What the document itself says is certain. */
export const RENAMED_FROM = 'x-renamed-from says so';

function textOf({ summary, description }: Operation): string | undefined {
  return summary === undefined && description === undefined ? undefined : `${summary ?? ''} ${description ?? ''}`;
}

function pathEvidence(before: string, after: string): Evidence | undefined {
  const [left, right] = [segmentsOf(before), segmentsOf(after)];
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

function bodyEvidence(what: string, before: Content, after: Content): readonly Evidence[] {
  const [left, right] = [componentOf(before), componentOf(after)];
  return left !== undefined && left === right ? [{ weight: 2, words: `the same schema "${left}" of the ${what}` }] : [];
}

function componentOf(content: Content): string | undefined {
  const schema = content?.values().next().value?.schema;
  return schema === undefined ? undefined : outlineOf(schema).component;
}
