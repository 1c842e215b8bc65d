import { schemaOf } from '../../../diff/pair/recorder.js';
import { evaluate } from '../../../diff/schema/inclusion/evaluate.js';
import { sample } from '../../../diff/schema/inclusion/sample.js';
import { preferredMediaType } from '../../../generator/emit/media-types.js';
import type { Operation, Parameter } from '../../../openapi/model/operation.js';
import type { Json } from '../../../openapi/source/json.js';
import type { ExampleBook } from '../../changelog-draft/example-book.js';
import { ANY_TEXT } from '../../changelog-draft/example-object.js';
import type { ClientSide } from './client-side.js';
import { inline, literal } from './literal.js';

/** What a call is to say on top of what every call needs. */
export interface CallWishes {
  /** Values of parameters by location and name: `query page`. A parameter without value is left out where it may be. */
  readonly values?: ReadonlyMap<string, Json>;
  /** Absent: a body only where one is required. */
  readonly body?: Json;
  /** Parameters without which the call is to be written, though they are required. */
  readonly without?: readonly string[];
}

/** `intercom.contacts.retrieve({ contact_id: 'a1' })`; `undefined` for what no client calls or no value is found for. */
export function callCode(
  client: ClientSide,
  operation: Operation,
  book: ExampleBook,
  { values = new Map(), body, without = [] }: CallWishes = {},
): string | undefined {
  const method = client.method(operation);
  if (method === undefined) return undefined;
  const members: [string, Json][] = [];
  for (const parameter of operation.parameters) {
    const name = `${parameter.in} ${parameter.name}`;
    const wished = values.get(name);
    const isNeeded = (parameter.required || parameter.in === 'path') && !without.includes(name);
    if (wished === undefined && !isNeeded) continue;
    const key = client.key(operation, parameter);
    if (key === undefined) continue;
    const value = wished ?? parameterValue(parameter, book);
    if (value === undefined) return undefined;
    members.push([key, value]);
  }
  const sent = body ?? (operation.requestBody?.required === true ? bodyValue(operation, book) : undefined);
  if (sent === undefined && operation.requestBody?.required === true) return undefined;
  if (sent !== undefined) members.push(['body', sent]);
  if (members.length === 0) return `${method}()`;
  return `${method}(${argument(members, method.length)})`;
}

function argument(members: readonly (readonly [string, Json])[], taken: number): string {
  const line = `{ ${members.map(([key, value]) => `${key}: ${inline(value)}`).join(', ')} }`;
  if (line.length + taken <= 90) return line;
  return `{\n${members.map(([key, value]) => `  ${key}: ${literal(value, '  ')},`).join('\n')}\n}`;
}

function parameterValue(parameter: Parameter, book: ExampleBook): Json | undefined {
  const schema = schemaOf(parameter);
  const schemas = schema === undefined ? [] : [schema];
  const [own] = [...parameter.examples, ...book.of(schemas)].filter((value) => evaluate(schemas, value) === true);
  if (own !== undefined) return own;
  return evaluate(schemas, ANY_TEXT) === true ? ANY_TEXT : sample(schemas, 'open');
}

function bodyValue({ requestBody }: Operation, book: ExampleBook): Json | undefined {
  const content = requestBody === undefined ? undefined : preferredMediaType(requestBody.content);
  if (content?.schema === undefined) return undefined;
  return book.of([content.schema])[0] ?? sample([content.schema], 'open');
}
