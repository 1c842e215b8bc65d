import { field, type Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ExternalDocs } from '../external-docs.js';
import type { Operation, Parameter } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import type { Draft } from './draft.js';
import { Fields } from './fields.js';
import type { Inherited } from './inherited.js';
import { type OperationParts, operationNode } from './operation-node.js';
import { readCallbacks } from './read-callback.js';
import { mergeParameters, readParameters } from './read-parameter.js';
import { bindPathParameters } from './read-path-parameters.js';
import { readRequestBody, readResponses } from './read-response.js';
import { readSecurity } from './read-security.js';
import { readServers } from './read-server.js';

const FIELDS = [
  'tags',
  'summary',
  'description',
  'externalDocs',
  'operationId',
  'parameters',
  'requestBody',
  'responses',
  'callbacks',
  'deprecated',
  'security',
  'servers',
];

/** One Operation Object with what it inherits: read now where something may be wrong, else when it is asked for. */
export function operationOf(
  reader: DocumentReader,
  method: string,
  raw: Json,
  origin: Origin,
  inherited: Inherited,
): Operation | undefined {
  const fields = Fields.of(reader.context, raw, origin, 'An operation');
  if (fields === undefined) return undefined;
  const parts = new PartsOfOperation(reader, method, fields, inherited);
  if (!reader.plainOperation.isPlain(raw, origin, inherited)) return readNow(reader, fields, parts);
  const id = field(fields.raw, 'operationId');
  return operationNode(inherited, method, origin, typeof id === 'string' ? id : undefined, parts);
}

class PartsOfOperation implements OperationParts {
  readonly #reader: DocumentReader;
  readonly #method: string;
  readonly #fields: Fields;
  readonly #inherited: Inherited;

  constructor(reader: DocumentReader, method: string, fields: Fields, inherited: Inherited) {
    this.#reader = reader;
    this.#method = method;
    this.#fields = fields;
    this.#inherited = inherited;
  }

  parameters() {
    return { parameters: parametersOf(this.#reader, this.#fields, this.#inherited) };
  }

  requestBody() {
    return requestBodyOf(this.#reader, this.#fields);
  }

  responses() {
    return { responses: readResponses(this.#reader, this.#fields) };
  }

  rest() {
    return readRest(this.#reader, this.#method, this.#fields, this.#inherited);
  }
}

function readNow(reader: DocumentReader, fields: Fields, parts: OperationParts): Operation {
  fields.expectOnly(FIELDS);
  if (fields.get('responses') === undefined && reader.context.line === '3.0') {
    reader.context.warn(
      'missing',
      fields.origin,
      'An operation needs the field "responses"; nothing is known of its answers.',
      true,
    );
  }
  return { ...parts.parameters(), ...parts.responses(), ...parts.requestBody(), ...parts.rest() };
}

function readRest(
  reader: DocumentReader,
  method: string,
  fields: Fields,
  inherited: Inherited,
): ReturnType<OperationParts['rest']> {
  const servers = readServers(fields);
  const security = readSecurity(fields, inherited.schemes);
  const externalDocs = readExternalDocs(fields);
  const rest: Draft<ReturnType<OperationParts['rest']>> = {
    kind: inherited.kind,
    origin: fields.origin,
    method,
    path: inherited.path,
    ...optionalText(fields, 'operationId', 'id'),
    ...optionalText(fields, 'summary', 'summary'),
    ...optionalText(fields, 'description', 'description'),
    tags: [...new Set(fields.strings('tags'))],
    deprecated: fields.boolean('deprecated') ?? false,
    security: security ?? inherited.security,
    servers: servers ?? inherited.servers,
    serversFrom: servers === undefined ? inherited.serversFrom : 'operation',
    callbacks: readCallbacks(reader, fields, inherited),
    extensions: fields.extensions(),
  };
  if (externalDocs !== undefined) rest.externalDocs = externalDocs;
  if (security !== undefined) rest.securityFrom = 'operation';
  return rest;
}

function parametersOf(reader: DocumentReader, fields: Fields, inherited: Inherited): readonly Parameter[] {
  const merged = mergeParameters(inherited.parameters, readParameters(reader, fields));
  warnAboutQueryString(reader, merged);
  return bindPathParameters(reader, inherited, merged, fields.origin);
}

/** The whole query is one parameter or several (Parameter Object of OpenAPI 3.2, "Parameter Locations"). */
function warnAboutQueryString(reader: DocumentReader, parameters: readonly Parameter[]): void {
  const [first, second] = parameters.filter((parameter) => parameter.in === 'querystring');
  if (first === undefined) return;
  const other = second ?? parameters.find((parameter) => parameter.in === 'query');
  if (other === undefined) return;
  const message = `The query as a whole is the parameter "${first.name}"; "${other.name}" cannot stand beside it.`;
  reader.context.warn('parameter-querystring', other.origin, message);
}

function requestBodyOf(reader: DocumentReader, owner: Fields): Pick<Operation, 'requestBody'> {
  const raw = owner.get('requestBody');
  if (raw === undefined) return {};
  const fields = Fields.behind(reader.context, raw, owner.origin.at('requestBody'), 'A request body');
  const requestBody = fields && readRequestBody(reader, fields);
  return requestBody === undefined ? {} : { requestBody };
}

export function readExternalDocs(owner: Fields): ExternalDocs | undefined {
  const fields = owner.object('externalDocs');
  if (fields === undefined) return undefined;
  return { url: fields.requiredString('url'), ...optionalText(fields, 'description', 'description') };
}

/** `{ [name]: text }`, or nothing when the field is absent. */
export function optionalText<Name extends string>(
  fields: Fields,
  key: string,
  name: Name,
): { readonly [Key in Name]?: string } {
  const text = fields.string(key);
  // A computed key of a generic name cannot be typed without saying so.
  return (text === undefined ? {} : { [name]: text }) as { readonly [Key in Name]?: string };
}
