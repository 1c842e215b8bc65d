import type { ApiDocument } from '../../../openapi/model/document.js';
import {
  mediaTypeIdentity,
  operationIdentity,
  parameterIdentity,
  pathIdentity,
  pathSlots,
} from '../../../openapi/model/identity.js';
import { ignoredHeader } from '../../../openapi/model/ignored-header.js';
import type {
  Callback,
  Encoding,
  Header,
  Link,
  MediaType,
  Operation,
  Parameter,
  PathItem,
  RequestBody,
  Response,
} from '../../../openapi/model/operation.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { alternativeParts, schemeParts } from './access-contract.js';
import { sayExtensions } from './extension-contract.js';
import { newPart, type Part, put, putGroup, say } from './part.js';
import { SchemaContract } from './schema-contract.js';

/** The contract of a document: all that callers, or code that was made for them, depend on, and nothing else. */
export class DocumentContract {
  readonly document: ApiDocument;
  readonly schemas = new SchemaContract();
  readonly schemes: ReadonlyMap<string, Part>;

  constructor(document: ApiDocument) {
    this.document = document;
    this.schemes = schemeParts(document);
  }

  /** @param components the names of the component schemas that are payloads in themselves */
  whole(components: Iterable<string>): Part {
    const part = newPart();
    sayExtensions(part, this.document.extensions);
    for (const path of this.document.paths) put(part, `path ${pathIdentity(path.path)}`, this.path(path));
    for (const operation of this.document.operations)
      put(part, `operation ${operationIdentity(operation)}`, this.operation(operation));
    for (const webhook of this.document.webhooks)
      put(part, `webhook ${operationIdentity(webhook)}`, this.operation(webhook));
    for (const name of components) {
      const schema = this.document.components.schemas.get(name);
      if (schema !== undefined) put(part, `component ${name}`, this.schemas.part([schema]));
    }
    return part;
  }

  /** What a path says of everything under it. */
  path({ extensions }: PathItem): Part {
    const part = newPart();
    sayExtensions(part, extensions);
    return part;
  }

  operation(operation: Operation): Part {
    const part = newPart();
    sayExtensions(part, operation.extensions);
    say(part, 'operationId', operation.id);
    if (operation.deprecated) say(part, 'deprecated', 'true');
    say(part, 'tags', [...operation.tags].sort().join());
    const slots = pathSlots(operation.path);
    if (operation.kind === 'operation') {
      for (const [name, slot] of slots) say(part, `slot ${slot}`, name);
    }
    putGroup(part, 'security', this.security(operation));
    for (const parameter of parametersOf(operation))
      put(part, parameterIdentity(parameter, slots), this.parameter(parameter));
    if (operation.requestBody !== undefined) put(part, 'body', this.body(operation.requestBody));
    say(part, 'order', orderOf(operation).join('\n'));
    for (const [status, response] of operation.responses) put(part, `response ${status}`, this.response(response));
    for (const callback of operation.callbacks) put(part, `callback ${callback.name}`, this.callback(callback));
    return part;
  }

  /** What callers present; or the API, where a webhook or callback says so itself. */
  security({ kind, security, securityFrom }: Operation): readonly Part[] {
    return kind === 'operation' || securityFrom !== undefined ? alternativeParts(security, this.schemes) : [];
  }

  callback({ operations }: Callback): Part {
    const part = newPart();
    for (const operation of operations) put(part, callbackIdentity(operation), this.operation(operation));
    return part;
  }

  parameter(parameter: Parameter): Part {
    const part = newPart();
    sayExtensions(part, parameter.extensions);
    for (const flag of ['required', 'deprecated'] as const) if (parameter[flag]) say(part, flag, 'true');
    for (const keyword of ['style', 'explode'] as const) say(part, keyword, String(parameter[keyword]));
    // Nothing in a header is percent-encoded.
    if (parameter.in !== 'header') say(part, 'allowReserved', String(parameter.allowReserved));
    // Outside of the query it says nothing (Parameter Object).
    if (parameter.in === 'query') say(part, 'allowEmptyValue', String(parameter.allowEmptyValue));
    this.#value(part, parameter);
    return part;
  }

  header(header: Header): Part {
    const part = newPart();
    sayExtensions(part, header.extensions);
    for (const flag of ['required', 'deprecated'] as const) if (header[flag]) say(part, flag, 'true');
    say(part, 'explode', String(header.explode));
    this.#value(part, header);
    return part;
  }

  /** A schema, or the media type in which a value of another one is written. */
  #value(part: Part, { schema, content }: Parameter | Header): void {
    say(part, 'content', content && mediaTypeIdentity(content.name));
    const inner = schema ?? content?.schema;
    put(part, 'schema', this.schemas.part(inner === undefined ? [] : [inner]));
  }

  body({ required, content, extensions }: RequestBody): Part {
    const part = newPart();
    sayExtensions(part, extensions);
    if (required) say(part, 'required', 'true');
    this.content(part, content);
    return part;
  }

  response({ headers, content, links, extensions }: Response): Part {
    const part = newPart();
    sayExtensions(part, extensions);
    this.content(part, content);
    this.#headers(part, headers);
    for (const [name, link] of links) say(part, `link ${name}`, linkText(link));
    return part;
  }

  content(part: Part, content: ReadonlyMap<string, MediaType>): void {
    for (const mediaType of content.values()) put(part, mediaTypeKey(mediaType), this.mediaType(mediaType));
  }

  mediaType({ name, schema, itemSchema, encoding, prefixEncoding, itemEncoding, extensions }: MediaType): Part {
    const part = newPart();
    sayExtensions(part, extensions);
    put(part, 'schema', this.schemas.part(schema === undefined ? [] : [schema]));
    put(part, 'each', this.schemas.part(itemSchema === undefined ? [] : [itemSchema]));
    if (isForm(name)) this.#encodings(part, { encoding, prefixEncoding, itemEncoding });
    return part;
  }

  #encodings(part: Part, { encoding, prefixEncoding, itemEncoding }: EncodingOwner): void {
    for (const [name, one] of encoding ?? []) put(part, `encoding ${name}`, this.encoding(one));
    prefixEncoding?.forEach((one, index) => {
      put(part, `encoding [${index}]`, this.encoding(one));
    });
    if (itemEncoding !== undefined) put(part, 'encoding []', this.encoding(itemEncoding));
  }

  /** An absent encoding is that of all defaults. */
  encoding(encoding: Encoding | undefined): Part {
    const part = newPart();
    const style = encoding?.style ?? 'form';
    say(part, 'contentType', encoding?.contentType);
    say(part, 'style', style);
    say(part, 'explode', String(encoding?.explode ?? style === 'form'));
    say(part, 'allowReserved', String(encoding?.allowReserved ?? false));
    this.#headers(part, encoding?.headers ?? new Map());
    if (encoding !== undefined) this.#encodings(part, encoding);
    return part;
  }

  #headers(part: Part, headers: ReadonlyMap<string, Header>): void {
    for (const [name, header] of headersOf(headers)) put(part, `header ${name}`, this.header(header));
  }
}

interface EncodingOwner {
  readonly encoding?: ReadonlyMap<string, Encoding> | undefined;
  readonly prefixEncoding?: readonly Encoding[] | undefined;
  readonly itemEncoding?: Encoding | undefined;
}

/** Encodings mean nothing in media types of other kinds. */
export function isForm(name: string): boolean {
  return /^(multipart\/|application\/x-www-form-urlencoded)/i.test(name.trim());
}

/** JSON has one charset, so that naming it says nothing. */
export function mediaTypeKey({ name }: MediaType): string {
  const [essence = '', ...rest] = mediaTypeIdentity(name).split(';');
  return [essence, ...rest.filter((one) => !(/[/+]json$/.test(essence) && one.toLowerCase() === 'charset=utf-8'))].join(
    ';',
  );
}

/** Headers that the specification has described elsewhere are no parameters. */
export function parametersOf({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ in: location, name }) => location !== 'header' || ignoredHeader(name) === undefined);
}

/** The order in which parameters are declared, which generated methods may take over. */
export function orderOf(operation: Operation): readonly string[] {
  const slots = pathSlots(operation.path);
  return parametersOf(operation).map((parameter) => parameterIdentity(parameter, slots));
}

/** By name in lower case. The media types say what a header named Content-Type would. */
export function headersOf(headers: ReadonlyMap<string, Header>): ReadonlyMap<string, Header> {
  const named = [...headers].map(([name, header]) => [name.toLowerCase(), header] as const);
  return new Map(named.filter(([name]) => name !== 'content-type'));
}

export function callbackIdentity({ method, path }: Operation): string {
  return `${method} ${path}`;
}

export function linkText({ operationId, operationRef, parameters, requestBody, server }: Link): string {
  const target = { operationId, operationRef, parameters: Object.fromEntries(parameters), requestBody };
  return canonical({ ...target, server: server?.url });
}
