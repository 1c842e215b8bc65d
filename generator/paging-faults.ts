import type { ApiDocument } from '../openapi/model/document.js';
import { field, type Json } from '../openapi/source/json.js';
import { didYouMean } from '../openapi/source/suggest.js';
import { createEmitContext } from './emit/emit-context.js';
import { itemsOf, propertiesOf, schemaAt, settle } from './emit/object-view.js';
import type { OperationFacts } from './emit/operation-facts.js';
import { addressesOf, planClient } from './emit/plan.js';
import type { RawDocument } from './emit/raw-document.js';
import type { GenerateOptions, PagingRule } from './options.js';

/** What is wrong with a rule of pages: by the operation as the rule calls it, then by its field. */
export type PagingFaults = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * For each rule of `pagination` whose operation is in the document, the places it names that are not in the request or the
 * answer. What a schema leaves open, such as the properties of one of several alternatives, may be there.
 */
export function pagingFaults(
  document: ApiDocument,
  pagination: NonNullable<GenerateOptions['pagination']>,
): PagingFaults {
  const options = { apiName: 'api', runtimeImport: '', pagination };
  const { raw, facts } = createEmitContext(document, options);
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const plan of planClient(document, options).resources.flatMap(({ operations }) => operations)) {
    if (plan.paging === undefined || plan.paging === 'none') continue;
    const address = addressesOf(plan.operation).find((each) => Object.hasOwn(pagination, each));
    if (address !== undefined) found.set(address, faultsOf(raw, facts.of(plan), plan.paging));
  }
  return found;
}

function faultsOf(
  document: RawDocument,
  { answers, body, parameters }: OperationFacts,
  rule: PagingRule,
): ReadonlyMap<string, string> {
  const { items, next, from, to, more, total } = rule;
  const faults = new Map<string, string>();
  const check = (name: string, fault: string | undefined): void => {
    if (fault !== undefined) faults.set(name, fault);
  };
  const { schema } = answers;
  if (schema !== undefined) {
    const list = itemsOf(document, schemaAt(document, schema, items));
    const missing = missingName(document, schema, items, 'the answer');
    const isOther = missing === undefined && list === undefined && isKnown(document, schemaAt(document, schema, items));
    check('items', isOther ? `${shown(items)}, which is no list` : missing);
    const holder = next === 'last' ? list?.schema : schema;
    const where = next === 'last' ? 'an item' : 'the answer';
    if (holder !== undefined) check('from', from && missingName(document, holder, from, where));
    check('more', more && missingName(document, schema, more, 'the answer'));
    check('total', total && missingName(document, schema, total, 'the answer'));
  }
  if (from === undefined && (next === 'cursor' || next === 'last')) check('from', `not there, which ${next} needs`);
  if (next === 'link') return faults;
  const [first = '', ...within] = to ?? [];
  const keys = parameters.map(({ key }) => key);
  if (to === undefined) check('to', `not there, which ${next} needs`);
  else if (within.length === 0) {
    if (!keys.includes(first)) check('to', `${shown(to)}, which is no parameter.${didYouMean(first, keys)}`);
  } else if (first !== 'body') check('to', `${shown(to)}, which is neither a parameter nor in the body`);
  else if (body?.schema !== undefined) check('to', missingName(document, body.schema, within, 'the body', ['body']));
  else if (body === undefined) check('to', `${shown(to)}, and there is no body`);
  return faults;
}

/** What is said of the first name of a path that is not there. */
function missingName(
  document: RawDocument,
  schema: Json,
  path: readonly string[],
  where: string,
  before: readonly string[] = [],
): string | undefined {
  let current: Json | undefined = schema;
  for (const name of path) {
    const properties = propertiesOf(document, current);
    if (!properties.has(name)) {
      if (!isKnown(document, current)) return undefined;
      return `${shown([...before, ...path])}, which is not in ${where}.${didYouMean(name, [...properties.keys()])}`;
    }
    current = properties.get(name);
  }
  return undefined;
}

/** Whether a schema says all that its values have: without alternatives and properties of any name. */
function isKnown(document: RawDocument, schema: Json | undefined): boolean {
  const whole = settle(document, schema);
  if (whole === undefined) return false;
  const isOpen = ['oneOf', 'anyOf', 'allOf', 'additionalProperties', 'patternProperties'].some(
    (keyword) => typeof (field(whole, keyword) ?? false) === 'object' || field(whole, keyword) === true,
  );
  return !isOpen && (field(whole, 'type') !== undefined || propertiesOf(document, whole).size > 0);
}

function shown(path: readonly string[]): string {
  return JSON.stringify(path.join('.'));
}
