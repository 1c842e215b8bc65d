import type { Parameter } from '../../openapi/model/operation.js';
import type { Judged } from '../judge.js';
import { schemaOf } from '../pair/recorder.js';
import { operationLabel } from '../where.js';
import type { Candidate } from './assign.js';
import { type Element, isOf, type JudgedOf, propertyElement } from './element.js';
import { type Evidence, isCommon, nameEvidence } from './name-likeness.js';
import { shapeOf, textEvidence } from './shape-likeness.js';

type ParameterElement = Element & { readonly parameter: Parameter };

/** Parameters of one operation that may have been renamed, or moved to another location or into the body. */
export function parameterCandidates(judged: readonly Judged[]): readonly Candidate<Element>[] {
  const removed = judged.filter(isOf('parameter.removed')).map(parameterElement);
  if (removed.length === 0) return [];
  const added = byOperation(judged.filter(isOf('parameter.added')).map(parameterElement));
  const properties = byOperation(judged.filter(isOf('schema.property.added')).filter(isSent).map(propertyElement));
  return removed.flatMap((gone) => {
    const parameters = new Set(operationsOf(gone).flatMap((operation) => added.get(operation) ?? []));
    const fields = new Set(operationsOf(gone).flatMap((operation) => properties.get(operation) ?? []));
    return [
      ...[...parameters].flatMap((come) => compare(gone, come)),
      ...[...fields].flatMap((come) => intoBody(gone, come)),
    ];
  });
}

/** A parameter that came or went. */
export function parameterElement(
  judged: JudgedOf<'parameter.removed'> | JudgedOf<'parameter.added'>,
): ParameterElement {
  const { parameter } = judged.change;
  const schema = schemaOf(parameter);
  return {
    judged,
    path: [],
    name: parameter.name,
    origin: parameter.origin,
    parameter,
    ...(schema === undefined ? {} : { schema }),
  };
}

function isSent({ change }: Judged): boolean {
  return change.usages.some(({ direction }) => direction === 'request');
}

function operationsOf({ judged }: Element): readonly string[] {
  return judged.change.usages.map(({ operation }) => operationLabel(operation));
}

function byOperation<Some extends Element>(elements: readonly Some[]): ReadonlyMap<string, readonly Some[]> {
  const operations = new Map<string, Some[]>();
  for (const element of elements) {
    for (const operation of new Set(operationsOf(element))) {
      const list = operations.get(operation);
      if (list === undefined) operations.set(operation, [element]);
      else list.push(element);
    }
  }
  return operations;
}

function compare(gone: ParameterElement, come: ParameterElement): readonly Candidate<Element>[] {
  const isMoved = gone.parameter.in !== come.parameter.in;
  const name = prefixEvidence(gone, come) ?? nameEvidence(gone.name, come.name);
  // In another location only the name tells that it is the same.
  if (isMoved && (name === undefined || (gone.name === come.name && isCommon(gone.name)))) return [];
  const shape = shapeOf(gone, come);
  if (shape === undefined) return [];
  const text = textEvidence(gone.parameter.description, come.parameter.description);
  return [{ removed: gone, added: come, evidence: [...(name === undefined ? [] : [name]), ...strongest(text, shape)] }];
}

/** Headers lost the prefix that once marked what is no standard (RFC 6648). */
function prefixEvidence(gone: ParameterElement, come: ParameterElement): Evidence | undefined {
  if (gone.parameter.in !== 'header' || come.parameter.in !== 'header') return undefined;
  const [before, after] = [gone.name, come.name].map((name) => name.toLowerCase());
  const isPrefixed = before === `x-${after}` || after === `x-${before}`;
  return isPrefixed ? { weight: 4, words: 'the names are equal up to the prefix "X-"' } : undefined;
}

function intoBody(gone: ParameterElement, come: Element): readonly Candidate<Element>[] {
  const name = nameEvidence(gone.name, come.name);
  const shape = shapeOf(gone, come);
  if (name === undefined || name.weight < 4 || shape === undefined) return [];
  return [{ removed: gone, added: come, evidence: [name, ...shape] }];
}

/** A parameter and its schema may both be described; that is said once. */
function strongest(text: readonly Evidence[], shape: readonly Evidence[]): readonly Evidence[] {
  const isText = ({ words }: Evidence): boolean => words.endsWith('description');
  return text.length === 0 ? shape : [...text, ...shape.filter((evidence) => !isText(evidence))];
}
