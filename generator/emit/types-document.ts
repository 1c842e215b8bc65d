import type { Operation } from '../../openapi/model/operation.js';
import { field } from '../../openapi/source/json.js';
import { NameAllocator } from './identifiers.js';
import type { PreparedSchema } from './prepared-schema.js';
import type { RawDocument, RawOperation } from './raw-document.js';
import type { SchemaForms } from './schema-forms.js';
import {
  OperationPreparer,
  type PreparedBody,
  type PreparedHeader,
  type PreparedOperation,
  type PreparedParameter,
  type PreparedResponse,
} from './types-operations.js';
import { SchemaPreparer } from './types-schemas.js';
import { Verbatim } from './verbatim.js';

/** Keys of operations by path and method. */
export type PathIndex = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Everything the types module prints, under names that are safe to print. */
export interface PreparedDocument {
  readonly verbatim: Verbatim;
  readonly paths: PathIndex;
  /** By name of the webhook instead of the path. */
  readonly webhooks: PathIndex;
  /** By key of the operation that announces them, name and runtime expression. */
  readonly callbacks: ReadonlyMap<string, ReadonlyMap<string, PathIndex>>;
  readonly operations: ReadonlyMap<string, PreparedOperation>;
  readonly schemas: ReadonlyMap<string, PreparedSchema>;
  /** Schemas without a name of their own that are referred to. */
  readonly definitions: ReadonlyMap<string, PreparedSchema>;
  /** Components as writers see them, where readers see another form. */
  readonly inputs: ReadonlyMap<string, PreparedSchema>;
  /** Schemas without a name of their own, as writers see them. */
  readonly inputDefinitions: ReadonlyMap<string, PreparedSchema>;
  readonly responses: ReadonlyMap<string, PreparedResponse>;
  readonly parameters: ReadonlyMap<string, PreparedParameter>;
  readonly requestBodies: ReadonlyMap<string, PreparedBody>;
  readonly headers: ReadonlyMap<string, PreparedHeader>;
}

/** Copies what has a type out of the document, which stays as it is. */
export function prepareTypes(
  document: RawDocument,
  forms: SchemaForms,
  operations: ReadonlyMap<string, Operation>,
): PreparedDocument {
  const verbatim = new Verbatim();
  const schemas = {
    read: new SchemaPreparer(document, verbatim, forms, 'read'),
    write: new SchemaPreparer(document, verbatim, forms, 'write'),
  };
  const preparer = new OperationPreparer(document, schemas, verbatim);
  const component = <T>(
    kind: string,
    prepare: (value: Parameters<OperationPreparer['body']>[0]) => T,
  ): Map<string, T> =>
    new Map(Object.entries(document.components(kind)).map(([name, value]) => [verbatim.name(name), prepare(value)]));
  const prepared = {
    schemas: component('schemas', (value) => schemas[forms.componentDirection(value)].prepare(value)),
    responses: component('responses', (value) => preparer.response(value, 'read')),
    parameters: component('parameters', (value) => preparer.parameter(value, 'write')),
    requestBodies: component('requestBodies', (value) => preparer.body(value, 'write')),
    headers: component('headers', (value) => preparer.header(value, 'read')),
  };
  const index = new OperationIndex(document, preparer, verbatim, operations);
  schemas.write.finish();
  schemas.read.finish();
  const { paths, webhooks, callbacks } = index;
  return {
    verbatim,
    paths,
    webhooks,
    callbacks,
    operations: index.operations,
    definitions: schemas.read.definitions,
    inputs: schemas.write.inputs,
    inputDefinitions: schemas.write.definitions,
    ...prepared,
  };
}

type MutableIndex = Map<string, Map<string, string>>;

/** Prepares operations and files them by where they are found; callbacks get keys of their own. */
class OperationIndex {
  readonly paths: MutableIndex = new Map();
  readonly webhooks: MutableIndex = new Map();
  readonly callbacks = new Map<string, Map<string, MutableIndex>>();
  readonly operations = new Map<string, PreparedOperation>();
  readonly #document: RawDocument;
  readonly #preparer: OperationPreparer;
  readonly #verbatim: Verbatim;
  readonly #keys: NameAllocator;

  constructor(
    document: RawDocument,
    preparer: OperationPreparer,
    verbatim: Verbatim,
    operations: ReadonlyMap<string, Operation>,
  ) {
    this.#document = document;
    this.#preparer = preparer;
    this.#verbatim = verbatim;
    this.#keys = new NameAllocator(operations.keys());
    for (const [key, operation] of operations) {
      const section = operation.kind === 'webhook' ? this.webhooks : this.paths;
      this.#add(section, key, operation, document.operation(operation));
    }
  }

  #add(section: MutableIndex, key: string, operation: Operation, raw: RawOperation | undefined): void {
    const name = this.#verbatim.name(key);
    this.operations.set(name, this.#preparer.operation(operation, raw));
    const methods = entry(section, this.#verbatim.name(operation.path), () => new Map<string, string>());
    methods.set(this.#verbatim.name(methodKey(operation.method)), name);
    for (const callback of operation.callbacks) {
      const holder = this.#document.follow(field(raw?.value ?? {}, 'callbacks'));
      const expressions = holder && this.#document.follow(field(holder, callback.name));
      const named = entry(this.callbacks, name, () => new Map<string, MutableIndex>());
      const index = entry(named, this.#verbatim.name(callback.name), () => new Map());
      for (const each of callback.operations) {
        const item = expressions && field(expressions, each.path);
        const own = this.#keys.allocate(`${key} ${callback.name} ${each.method} ${each.path}`);
        this.#add(index, own, each, this.#document.operationOf(item, each.method));
      }
    }
  }
}

function entry<V>(map: Map<string, V>, key: string, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

/** `get`, as the document spells it; a method without a field of its own stays as written. */
function methodKey(method: string): string {
  return /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$/.test(method) ? method.toLowerCase() : method;
}
