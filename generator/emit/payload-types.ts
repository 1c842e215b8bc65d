import type { MediaType, Operation, Response } from '../../openapi/model/operation.js';
import { field, isObject, type Json } from '../../openapi/source/json.js';
import { encodingOf, isSendable, preferredMediaType } from './media-types.js';
import type { RawDocument } from './raw-document.js';
import { isBareReference } from './schema-shape.js';
import { stringLiteral } from './text.js';
import { responseKey } from './types-operations.js';

const BYTES = 'Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>';

/** What an operation returns and throws, and what has to be said about it at run time. */
export interface Answers {
  /** The type of the data. */
  readonly data: string;
  /** The type of the declared errors. */
  readonly error: string;
  /** Absent: `application/json`. */
  readonly accept?: string;
  /** A success answer may be empty. */
  readonly empty: boolean;
  /** The answer is the address of a redirect. */
  readonly redirect: boolean;
}

/** Writes the types of bodies and answers as paths into the types module. */
export class PayloadTypes {
  readonly #document: RawDocument;

  constructor(document: RawDocument) {
    this.#document = document;
  }

  /** The type of the request body as `mediaType`, or `undefined` for no body. */
  body(operation: Operation, key: string): { readonly type: string; readonly mediaType: string } | undefined {
    const mediaType = operation.requestBody && preferredMediaType(operation.requestBody.content);
    if (mediaType === undefined) return undefined;
    const body = this.#document.follow(this.#raw(operation, 'requestBody'));
    const named = this.#component(body && field(body, 'content'), mediaType);
    const whole = `operations[${stringLiteral(key)}]["requestBody"]`;
    const required = operation.requestBody?.required === true ? whole : `NonNullable<${whole}>`;
    const json = named ?? `${required}["content"][${stringLiteral(mediaType.name)}]`;
    return { type: bodyType(mediaType, json), mediaType: mediaType.name };
  }

  /** The types of what comes back. */
  answers(operation: Operation, key: string): Answers {
    const all = [...operation.responses];
    const successes = all.filter(([status]) => status.startsWith('2'));
    const redirect = successes.length === 0 && all.some(([status]) => status.startsWith('3'));
    const fallback = operation.responses.get('default');
    // Where no success is declared, "default" describes it.
    const used: [string, Response][] =
      successes.length > 0 ? successes : fallback === undefined || redirect ? [] : [['default', fallback]];
    const accepted = new Set<string>();
    const data = used.map(([status, response]) => {
      const mediaType = preferredMediaType(response.content);
      if (mediaType === undefined || operation.method === 'HEAD') return 'undefined';
      if (isSendable(mediaType.name)) accepted.add(mediaType.name);
      return this.#answer(operation, key, status, mediaType, false);
    });
    const errors = all.filter(([status]) => /^[45]/.test(status) || (status === 'default' && successes.length > 0));
    const accept = [...accepted].join(', ');
    return {
      data: redirect ? 'string' : union(data, 'undefined'),
      error: union(
        errors.map(([status, response]) => this.#error(operation, key, status, response)),
        'ApiError',
      ),
      ...(accept === '' || accept.toLowerCase() === 'application/json' ? {} : { accept }),
      empty: operation.method !== 'HEAD' && !redirect && isEmpty(used),
      redirect,
    };
  }

  #error(operation: Operation, key: string, status: string, response: Response): string {
    const mediaType = preferredMediaType(response.content);
    const body = mediaType === undefined ? 'undefined' : this.#answer(operation, key, status, mediaType, true);
    return `ApiError<${/^\d{3}$/.test(status) ? status : 'number'}, ${body}>`;
  }

  #answer(operation: Operation, key: string, status: string, mediaType: MediaType, isError: boolean): string {
    const encoding = encodingOf(mediaType.name);
    if (isError && encoding !== 'json') return 'string';
    if (encoding === 'text') return 'string';
    if (encoding === 'stream') return 'ReadableStream<Uint8Array>';
    if (encoding !== 'json' && !(mediaType.name.includes('*') && mediaType.schema !== undefined)) return 'Blob';
    if (mediaType.schema === undefined && mediaType.itemSchema === undefined) return 'unknown';
    const responses = this.#raw(operation, 'responses');
    const [, raw] =
      Object.entries(isObject(responses) ? responses : {}).find(([name]) => responseKey(name) === status) ?? [];
    const response = this.#document.follow(raw);
    const named = this.#component(response && field(response, 'content'), mediaType);
    return (
      named ??
      `operations[${stringLiteral(key)}]["responses"][${stringLiteral(status)}]["content"][${stringLiteral(mediaType.name)}]`
    );
  }

  #component(content: Json | undefined, mediaType: MediaType): string | undefined {
    const raw = isObject(content) ? this.#document.follow(field(content, mediaType.name)) : undefined;
    return raw === undefined ? undefined : componentType(this.#document, field(raw, 'schema'));
  }

  #raw(operation: Operation, name: string): Json | undefined {
    return field(this.#document.operation(operation)?.value ?? {}, name);
  }
}

/** `components["schemas"]["contact"]` for a schema that is exactly a reference to a component. */
export function componentType(document: RawDocument, schema: Json | undefined): string | undefined {
  if (!isObject(schema) || !isBareReference(schema)) return undefined;
  const name = document.component('schemas', schema);
  return name === undefined ? undefined : `components["schemas"][${stringLiteral(name)}]`;
}

function bodyType(mediaType: MediaType, json: string): string {
  switch (encodingOf(mediaType.name)) {
    case 'json':
      return mediaType.schema === undefined && mediaType.itemSchema === undefined ? 'unknown' : json;
    case 'multipart':
      return mediaType.schema === undefined ? 'FormData' : `${json} | FormData`;
    case 'form':
      return mediaType.schema === undefined ? 'URLSearchParams' : `${json} | URLSearchParams`;
    case 'text':
    case 'stream':
      return `string | ${BYTES}`;
    case 'binary':
      return BYTES;
  }
}

/** Whether a success other than 204 and 205, which the runtime knows, may come without content. */
function isEmpty(used: readonly [string, Response][]): boolean {
  return (
    used.length === 0 ||
    used.some(([status, { content }]) => content.size === 0 && status !== '204' && status !== '205')
  );
}

function union(types: readonly string[], none: string): string {
  const different = [...new Set(types)];
  return different.length > 1 ? different.map((type) => `\n  | ${type}`).join('') : (different[0] ?? none);
}
