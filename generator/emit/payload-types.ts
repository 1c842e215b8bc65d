import type { MediaType, Operation, Response } from '../../openapi/model/operation.js';
import { field, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { answeredMediaTypes, type Encoding, encodingOf, isSendable, preferredMediaType } from './media-types.js';
import type { RawDocument } from './raw-document.js';
import type { Direction, SchemaForms } from './schema-forms.js';
import { statusType } from './status-type.js';
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
  /** How a success answer is read; `any` leaves it to the answer's content type. Absent: as JSON. */
  readonly read?: Exclude<Encoding, 'json' | 'form' | 'multipart'>;
  /** A success answer may be empty. */
  readonly empty: boolean;
  /** The answer is the address of a redirect. */
  readonly redirect: boolean;
  /** The schema of the answer, where all successes have one and the same. */
  readonly schema?: Json;
}

/** The body of a request. */
export interface Body {
  readonly type: string;
  readonly mediaType: MediaType;
  readonly encoding: Encoding;
  /** As written. Absent: the document gives none. */
  readonly schema?: Json;
}

/** Writes the types of bodies and answers as paths into the types module. */
export class PayloadTypes {
  readonly #document: RawDocument;
  readonly #forms: SchemaForms;

  constructor(document: RawDocument, forms: SchemaForms) {
    this.#document = document;
    this.#forms = forms;
  }

  /** What the request carries, or `undefined` for no body. */
  body(operation: Operation, key: string, direction: Direction = 'write'): Body | undefined {
    // The platform sends no body with these, whatever a document says.
    if (operation.kind !== 'webhook' && /^(?:GET|HEAD)$/.test(operation.method)) return undefined;
    const mediaType = operation.requestBody && preferredMediaType(operation.requestBody.content);
    if (mediaType === undefined) return undefined;
    const body = this.#document.follow(this.#raw(operation, 'requestBody'));
    const schema = this.#schema(body && field(body, 'content'), mediaType);
    const whole = `operations[${stringLiteral(key)}]["requestBody"]`;
    const required = operation.requestBody?.required === true ? whole : `NonNullable<${whole}>`;
    const declared =
      this.#forms.componentType(schema, direction) ?? `${required}["content"][${stringLiteral(mediaType.name)}]`;
    const encoding = encodingOf(mediaType);
    const line = this.#line(mediaType, schema, declared);
    const type = bodyType(mediaType, encoding, declared, line);
    return { type, mediaType, encoding, ...(schema === undefined ? {} : { schema }) };
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
    const encodings = new Set<Encoding>();
    const schemas = new Set<Json | undefined>();
    const data = used.flatMap(([status, { content }]) => {
      const mediaTypes = operation.method === 'HEAD' ? [] : answeredMediaTypes(content);
      if (mediaTypes.length === 0) return ['undefined'];
      return mediaTypes.map((mediaType) => {
        if (isSendable(mediaType.name)) accepted.add(mediaType.name);
        encodings.add(encodingOf(mediaType));
        const { type, schema } = this.#answer(operation, key, status, mediaType);
        schemas.add(schema);
        return type;
      });
    });
    const errors = all.filter(
      ([status]) => /^[45]/.test(status) || (status === 'default' && (successes.length > 0 || redirect)),
    );
    const bodies = errors.map(([status, response]) => ({
      status,
      body: this.#errorBody(operation, key, status, response),
    }));
    const accept = [...accepted].join(', ');
    const [schema] = schemas;
    const read = reading(encodings);
    const type = union(data, 'undefined');
    return {
      data: redirect ? 'string' : type,
      error: union(
        bodies.map(({ status, body }) => `ApiError<${statusType(status, body, bodies)}, ${body}>`),
        'ApiError',
      ),
      ...(accept === '' || accept.toLowerCase() === 'application/json' ? {} : { accept }),
      ...(read === undefined ? {} : { read }),
      empty: !redirect && (operation.method === 'HEAD' || isEmpty(used)),
      redirect,
      ...(schemas.size === 1 && schema !== undefined && !type.includes('\n') && read === undefined ? { schema } : {}),
    };
  }

  #errorBody(operation: Operation, key: string, status: string, response: Response): string {
    const mediaType = preferredMediaType(response.content);
    if (mediaType === undefined) return 'undefined';
    return encodingOf(mediaType) === 'json' ? this.#answer(operation, key, status, mediaType).type : 'string';
  }

  #answer(operation: Operation, key: string, status: string, mediaType: MediaType): { type: string; schema?: Json } {
    const encoding = encodingOf(mediaType);
    if (encoding === 'text' || encoding === 'form') return { type: 'string' };
    if (encoding === 'events') return { type: 'AsyncIterable<ServerEvent>' };
    if (encoding === 'binary' || encoding === 'multipart') return { type: 'Blob' };
    const isTyped = mediaType.schema !== undefined || mediaType.itemSchema !== undefined;
    if (encoding === 'any' || !isTyped) return { type: encoding === 'lines' ? 'AsyncIterable<unknown>' : 'unknown' };
    const responses = this.#raw(operation, 'responses');
    const [, raw] =
      Object.entries(isObject(responses) ? responses : {}).find(([name]) => responseKey(name) === status) ?? [];
    const response = this.#document.follow(raw);
    const schema = this.#schema(response && field(response, 'content'), mediaType);
    const declared =
      this.#forms.componentType(schema, 'read') ??
      `operations[${stringLiteral(key)}]["responses"][${stringLiteral(status)}]["content"][${stringLiteral(mediaType.name)}]`;
    if (encoding !== 'lines') return { type: declared, ...(schema === undefined ? {} : { schema }) };
    return { type: `AsyncIterable<${this.#line(mediaType, schema, declared)}>` };
  }

  /** One of several values: what `itemSchema` says, or an array that lists them, else each is as the schema says. */
  #line(mediaType: MediaType, schema: Json | undefined, declared: string): string {
    const isList = schema === undefined || field(this.#follow(schema), 'type') === 'array';
    return mediaType.schema === undefined || isList ? `${declared}[number]` : declared;
  }

  #schema(content: Json | undefined, mediaType: MediaType): Json | undefined {
    const raw = isObject(content) ? this.#document.follow(field(content, mediaType.name)) : undefined;
    return raw && field(raw, 'schema');
  }

  #follow(schema: Json | undefined): JsonObject {
    return this.#document.follow(schema) ?? {};
  }

  #raw(operation: Operation, name: string): Json | undefined {
    return field(this.#document.operation(operation)?.value ?? {}, name);
  }
}

function bodyType(mediaType: MediaType, encoding: Encoding, declared: string, line: string): string {
  const isTyped = mediaType.schema !== undefined || mediaType.itemSchema !== undefined;
  switch (encoding) {
    case 'json':
      return isTyped ? declared : 'unknown';
    case 'multipart':
      return isTyped ? `${declared} | FormData` : 'FormData';
    case 'form':
      return isTyped ? `${declared} | URLSearchParams` : 'URLSearchParams';
    case 'lines': {
      const item = isTyped ? line : 'unknown';
      return `Iterable<${item}> | AsyncIterable<${item}>`;
    }
    case 'text':
    case 'events':
      return `string | ${BYTES}`;
    case 'binary':
    case 'any':
      return BYTES;
  }
}

/** How the runtime reads answers of these kinds. */
function reading(encodings: ReadonlySet<Encoding>): Answers['read'] {
  const [one, ...others] = encodings;
  if (others.length > 0) return 'any';
  if (one === undefined || one === 'json') return undefined;
  return one === 'form' ? 'text' : one === 'multipart' ? 'binary' : one;
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
