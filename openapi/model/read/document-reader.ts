import type { Origin } from '../../source/origin.js';
import type { Header, MediaType, Parameter, RequestBody, Response } from '../operation.js';
import type { ReadContext } from './context.js';
import { PlainOperation } from './plain-operation.js';
import { SchemaReader } from './schema-reader.js';

/** The most levels of callbacks, or of headers inside the content of headers. */
const MAX_NESTING = 100;

/**
 * What the readers of OpenAPI objects share: the context, the schemas, and the components read so far. A component referred to
 * from many operations is read once and is one object of the model.
 */
export class DocumentReader {
  readonly context: ReadContext;
  readonly schemas: SchemaReader;
  readonly plainOperation: PlainOperation;
  readonly parameters = new Map<object, Parameter | undefined>();
  readonly responses = new Map<object, Response | undefined>();
  readonly requestBodies = new Map<object, RequestBody | undefined>();
  readonly headers = new Map<object, Header | undefined>();
  readonly mediaTypes = new Map<object, MediaType | undefined>();
  readonly callbacks = new Set<object>();
  /** Whether what is read is not for the model, so that limits end it without a word, and nothing is read twice. */
  isCheck = false;
  /** Path items of callbacks that are being read. */
  readonly openCallbacks = new Set<object>();
  /** What links name, told once all operations are known. */
  readonly linkedIds: { readonly id: string; readonly origin: Origin }[] = [];
  callbackOperations = 0;
  isCallbackLimitReported = false;

  #depth = 0;

  constructor(context: ReadContext) {
    this.context = context;
    this.schemas = new SchemaReader(context);
    this.plainOperation = new PlainOperation(context, this.schemas);
  }

  /** Reads what can hold itself by reference, as callbacks and headers can, to a stated depth. */
  deeper<Value>(origin: Origin, what: string, read: () => Value): Value | undefined {
    if (this.#depth >= MAX_NESTING) {
      if (this.isCheck) return undefined;
      const message = `${what} nested in one another are read up to ${MAX_NESTING} levels.`;
      this.context.fault('too-deep', origin, message, true);
      return undefined;
    }
    this.#depth++;
    const value = read();
    this.#depth--;
    return value;
  }
}

/** Reads each object once. A value that is being read already, as in a cycle of examples or headers, is read as absent. */
export function once<Value>(
  memo: Map<object, Value | undefined>,
  raw: object,
  read: () => Value | undefined,
): Value | undefined {
  if (memo.has(raw)) return memo.get(raw);
  memo.set(raw, undefined);
  const value = read();
  memo.set(raw, value);
  return value;
}
