import type { Change, SchemaChange } from '../../diff/change.js';
import { schemaOf } from '../../diff/pair/recorder.js';
import type { Parameter } from '../../openapi/model/operation.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import type { DraftExample } from './draft.js';
import type { ExampleBook } from './example-book.js';

/** A call with and without a parameter that came or went, for parameters whose value is one word. */
export function parameterExample(
  change: Change,
  operations: readonly string[],
  book: ExampleBook,
): DraftExample | undefined {
  const [operation] = operations;
  if (operation === undefined || (change.kind !== 'parameter.added' && change.kind !== 'parameter.removed'))
    return undefined;
  const line = callWith(operation, change.parameter, book);
  if (line === undefined) return undefined;
  return change.kind === 'parameter.added'
    ? { kind: 'call', before: operation, after: line }
    : { kind: 'call', before: line, after: operation };
}

function callWith(operation: string, parameter: Parameter, book: ExampleBook): string | undefined {
  const schema = schemaOf(parameter);
  const schemas = schema === undefined ? [] : [schema];
  const value = parameter.examples[0] ?? book.given(schemas)[0];
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return call(operation, parameter.in, parameter.name, value);
}

/** Whether documents give both values of a parameter, as a URL has them: none of ours is shown as if it were theirs. */
export function areGiven(
  values: readonly Json[],
  { base, revision }: SchemaChange['schemas']['stated'],
  book: ExampleBook,
): boolean {
  const given = new Set([base, revision].flatMap((schemas) => book.given(schemas).map(textOf)));
  return values.every((value) => given.has(textOf(value)));
}

/** Calls with two values of one parameter: `where` is `GET /a → query parameter b`. */
export function callWithValue(where: string, before: Json, after: Json): DraftExample | undefined {
  const [, operation, location, name] = /^((?:[A-Z]+ )?\/\S*) → (query|path|header) parameter (\S+)$/.exec(where) ?? [];
  if (operation === undefined || location === undefined || name === undefined) return undefined;
  const [left, right] = [before, after].map((value) => call(operation, location, name, value));
  return left === undefined || right === undefined ? undefined : { kind: 'call', before: left, after: right };
}

function call(operation: string, location: string, name: string, value: Json): string | undefined {
  if (value === null || typeof value === 'object') return undefined;
  if (location === 'query') return `${operation}?${encoded(name)}=${encoded(value)}`;
  if (location === 'path') return operation.replace(`{${name}}`, () => encoded(value));
  return location === 'header' ? `${operation} with ${name}: ${textOf(value)}` : undefined;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : stringify(value);
}

/** Percent-encoding that never fails, whatever halves of characters the text has. */
function encoded(value: Json): string {
  return encodeURIComponent(textOf(value).replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
