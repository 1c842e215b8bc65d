import type { Operation, Parameter } from '../../openapi/model/operation.js';
import { field, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { emptyRecord } from './empty-record.js';
import type { PreparedSchema } from './prepared-schema.js';
import type { RawDocument, RawOperation } from './raw-document.js';
import type { Direction } from './schema-forms.js';
import { annotations } from './types-annotations.js';
import type { SchemaPreparer } from './types-schemas.js';
import type { Verbatim } from './verbatim.js';

export interface PreparedReference {
  $ref: string;
}
export interface PreparedMediaType {
  schema?: PreparedSchema;
}
export interface PreparedBody {
  description?: string;
  required: boolean;
  content: Record<string, PreparedMediaType>;
}
export interface PreparedHeader extends Pick<PreparedSchema, 'description' | 'deprecated'> {
  required: boolean;
  schema?: PreparedSchema;
}
export interface PreparedResponse {
  description?: string;
  headers: Record<string, PreparedHeader | PreparedReference>;
  content: Record<string, PreparedMediaType>;
}
export interface PreparedParameter extends PreparedHeader {
  name: string;
  in: Parameter['in'];
}

/** An operation whose references are followed, but for those to components that are printed. */
export interface PreparedOperation {
  parameters: PreparedParameter[];
  requestBody?: PreparedBody | PreparedReference;
  bodyRequired: boolean;
  responses: Record<string, PreparedResponse | PreparedReference>;
}

/** Copies everything around schemas into the spelling openapi-typescript reads. */
export class OperationPreparer {
  readonly #document: RawDocument;
  readonly #schemas: Readonly<Record<Direction, SchemaPreparer>>;
  readonly #verbatim: Verbatim;

  constructor(document: RawDocument, schemas: Readonly<Record<Direction, SchemaPreparer>>, verbatim: Verbatim) {
    this.#document = document;
    this.#schemas = schemas;
    this.#verbatim = verbatim;
  }

  /** @param raw the Operation Object and its Path Item Object */
  operation(operation: Operation, raw: RawOperation | undefined): PreparedOperation {
    const body = field(raw?.value ?? {}, 'requestBody');
    // What a webhook or callback carries is read by the caller, who writes the answer; components are made for the reverse.
    const isOwn = operation.kind === 'operation';
    const [asked, answered] = isOwn ? (['write', 'read'] as const) : (['read', 'write'] as const);
    const responses = emptyRecord<PreparedResponse | PreparedReference>();
    const declared = field(raw?.value ?? {}, 'responses');
    for (const [status, value] of entries(declared)) {
      if (!operation.responses.has(responseKey(status))) continue;
      responses[this.#verbatim.name(responseKey(status))] = this.#referable(isOwn, 'responses', value, (each) =>
        this.response(each, answered),
      );
    }
    return {
      parameters: this.#parameters(operation, raw, asked),
      ...(operation.requestBody === undefined
        ? {}
        : { requestBody: this.#referable(isOwn, 'requestBodies', body, (each) => this.body(each, asked)) }),
      bodyRequired: operation.requestBody?.required === true,
      responses,
    };
  }

  body(value: Json | undefined, direction: Direction): PreparedBody {
    const body = this.#document.follow(value) ?? {};
    return {
      ...this.#notes(body),
      required: field(body, 'required') === true,
      content: this.#content(field(body, 'content'), direction),
    };
  }

  response(value: Json | undefined, direction: Direction): PreparedResponse {
    const response = this.#document.follow(value) ?? {};
    const headers = emptyRecord<PreparedHeader | PreparedReference>();
    for (const [name, header] of entries(field(response, 'headers'))) {
      headers[this.#verbatim.name(name)] = this.#referable(direction === 'read', 'headers', header, (each) =>
        this.header(each, direction),
      );
    }
    return { ...this.#notes(response), headers, content: this.#content(field(response, 'content'), direction) };
  }

  header(value: Json | undefined, direction: Direction): PreparedHeader {
    const header = this.#document.follow(value) ?? {};
    const schema = this.#schemaOf(header, direction);
    return {
      ...this.#notes(header),
      required: field(header, 'required') === true,
      ...(schema === undefined ? {} : { schema }),
    };
  }

  parameter(value: Json | undefined, direction: Direction, location?: Parameter['in']): PreparedParameter {
    const parameter = this.#document.follow(value) ?? {};
    const name = field(parameter, 'name');
    return {
      ...this.header(parameter, direction),
      name: this.#verbatim.name(typeof name === 'string' ? name : ''),
      // The value is only printed; a location we do not know is a property like any other.
      in: location ?? (field(parameter, 'in') as Parameter['in']),
    };
  }

  #parameters(operation: Operation, raw: RawOperation | undefined, direction: Direction): PreparedParameter[] {
    const declared = new Map<string, JsonObject[]>();
    for (const each of this.#document.parameters(raw)) {
      const name = field(each, 'name');
      if (typeof name !== 'string') continue;
      const known = declared.get(name.toLowerCase());
      if (known === undefined) declared.set(name.toLowerCase(), [each]);
      else known.push(each);
    }
    return operation.parameters.map(({ name, in: place, required }) => {
      const alike = declared.get(name.toLowerCase()) ?? [];
      const named = alike.filter((each) => place === 'header' || field(each, 'name') === name);
      // The reader corrects the location of a parameter that is in the path template.
      const found = named.find((each) => field(each, 'in') === place) ?? named[0];
      return { ...this.parameter({ ...found, name }, direction, place), required };
    });
  }

  #content(value: Json | undefined, direction: Direction): Record<string, PreparedMediaType> {
    const content = emptyRecord<PreparedMediaType>();
    for (const [name, mediaType] of entries(value)) {
      const followed = this.#document.follow(mediaType) ?? {};
      const items = field(followed, 'itemSchema');
      const schema = field(followed, 'schema') ?? (items === undefined ? undefined : { type: 'array', items });
      content[this.#verbatim.name(name)] =
        schema === undefined ? {} : { schema: this.#schemas[direction].prepare(schema) };
    }
    return content;
  }

  #schemaOf(object: JsonObject, direction: Direction): PreparedSchema | undefined {
    const schema = field(object, 'schema');
    if (schema !== undefined) return this.#schemas[direction].prepare(schema);
    const [first] = entries(field(object, 'content'));
    const inner = first === undefined ? undefined : field(this.#document.follow(first[1]) ?? {}, 'schema');
    return inner === undefined ? undefined : this.#schemas[direction].prepare(inner);
  }

  #referable<T>(
    mayRefer: boolean,
    kind: string,
    value: Json | undefined,
    prepare: (value: Json | undefined) => T,
  ): T | PreparedReference {
    const name = mayRefer ? this.#document.component(kind, value) : undefined;
    return name === undefined
      ? prepare(value)
      : { $ref: `#/components/${kind}/${this.#verbatim.name(name).replaceAll('/', '~1')}` };
  }

  #notes(object: JsonObject): Pick<PreparedSchema, 'description' | 'deprecated'> {
    const { description, deprecated } = annotations(object, this.#verbatim);
    return { ...(description === undefined ? {} : { description }), ...(deprecated === true ? { deprecated } : {}) };
  }
}

/** `2XX` for `2xx`: the spelling the model uses. */
export function responseKey(status: string): string {
  return /^[1-5]xx$/i.test(status) ? status.toUpperCase() : status;
}

function entries(value: Json | undefined): [string, Json][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, each] as [string, Json]]));
}
