import type { Operation } from '../../openapi/model/operation.js';
import { encodingOf, preferredMediaType } from './media-types.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { Answers } from './payload-types.js';
import { type Alternatives, alternativesOf, areEqual } from './security.js';
import { serverUrl } from './servers.js';
import { type LiteralRecord, objectKey, valueLiteral } from './text.js';

/** The description of an operation for the runtime, as an object literal. Fields whose default applies are left out. */
export function operationLiteral(
  operation: Operation,
  parameters: readonly ParameterPlan[],
  answers: Answers,
  defaults: Alternatives,
): string {
  const body = operation.requestBody && preferredMediaType(operation.requestBody.content);
  const encoding = body && encodingRecord(operation, encodingOf(body.name));
  const security = alternativesOf(operation.security);
  const [server] = operation.serversFrom === 'document' ? [] : operation.servers;
  const fields: [string, string | undefined][] = [
    ['method', valueLiteral(operation.method)],
    ['path', valueLiteral(operation.path)],
    ['parameters', parameters.length === 0 ? undefined : parameterList(parameters)],
    ['body', body && valueLiteral(body.name)],
    ['accept', answers.accept === undefined ? undefined : valueLiteral(answers.accept)],
    ['empty', answers.empty ? 'true' : undefined],
    ['redirect', answers.redirect ? 'true' : undefined],
    ['server', server === undefined ? undefined : valueLiteral(serverUrl(server))],
    ['security', areEqual(security, defaults) ? undefined : valueLiteral(security)],
    ['encoding', encoding && valueLiteral(encoding)],
  ];
  const written = fields.flatMap(([name, text]) => (text === undefined ? [] : [`  ${objectKey(name)}: ${text},`]));
  return `{\n${written.join('\n')}\n}`;
}

function parameterList(parameters: readonly ParameterPlan[]): string {
  const lines = parameters.map(({ sent }) => {
    const { key, name, in: place, style, explode, allowReserved, content } = sent;
    return `    ${valueLiteral({ key, name, in: place, style, explode, allowReserved, content })},`;
  });
  return `[\n${lines.join('\n')}\n  ]`;
}

/** How properties of a form are sent; other media types have no parts. */
function encodingRecord(operation: Operation, kind: string): LiteralRecord | undefined {
  const body = operation.requestBody && preferredMediaType(operation.requestBody.content);
  if (body === undefined || body.encoding.size === 0 || (kind !== 'multipart' && kind !== 'form')) return undefined;
  const entries = [...body.encoding].map(([name, { contentType, style, explode }]) => [
    name,
    { contentType, style, explode },
  ]);
  // fromEntries defines properties, so that a property named "__proto__" is one like any other.
  return Object.fromEntries(entries) as LiteralRecord;
}
