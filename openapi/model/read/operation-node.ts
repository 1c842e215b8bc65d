import type { Origin } from '../../source/origin.js';
import type { Operation, OperationKind } from '../operation.js';

/** What is known of an operation before it is read. */
type KnownOfOperation = Pick<Operation, 'kind' | 'origin' | 'method' | 'path' | 'id'>;

/** What an operation carries. Of operations that differ most carry the same on one way or the other, and nobody reads it. */
type Carried = 'parameters' | 'requestBody' | 'responses';

/** Reads the parts of an operation. */
export type OperationParts = {
  readonly [Part in Carried]: () => Pick<Operation, Part>;
} & { readonly rest: () => Omit<Operation, Carried> };

/** The part that holds each other field; the compiler holds the list complete. */
const PART_OF: { readonly [Key in Exclude<keyof Operation, keyof KnownOfOperation>]-?: keyof OperationParts } = {
  summary: 'rest',
  description: 'rest',
  tags: 'rest',
  deprecated: 'rest',
  externalDocs: 'rest',
  parameters: 'parameters',
  requestBody: 'requestBody',
  responses: 'responses',
  security: 'rest',
  securityFrom: 'rest',
  servers: 'rest',
  serversFrom: 'rest',
  callbacks: 'rest',
  extensions: 'rest',
};

/** An operation of which each part is read when somebody asks for one of its fields. */
class OperationNode {
  readonly kind: OperationKind;
  readonly origin: Origin;
  readonly method: string;
  readonly path: string;
  readonly id?: string;
  readonly #parts: OperationParts;
  #read: { -readonly [Part in keyof OperationParts]?: Partial<Operation> } | undefined;

  constructor(
    { kind, path }: Pick<Operation, 'kind' | 'path'>,
    method: string,
    origin: Origin,
    id: string | undefined,
    parts: OperationParts,
  ) {
    this.kind = kind;
    this.origin = origin;
    this.method = method;
    this.path = path;
    if (id !== undefined) this.id = id;
    this.#parts = parts;
  }

  static {
    for (const [key, part] of Object.entries(PART_OF)) {
      Object.defineProperty(OperationNode.prototype, key, {
        get(this: OperationNode) {
          // The keys are those of an operation.
          return this.#partOf(part)[key as keyof Operation];
        },
        enumerable: true,
      });
    }
  }

  #partOf(part: keyof OperationParts): Partial<Operation> {
    this.#read ??= {};
    let fields = this.#read[part];
    if (fields === undefined) {
      fields = this.#parts[part]();
      this.#read[part] = fields;
    }
    return fields;
  }
}

/** An operation whose other fields are read by parts, each once, when the first field of a part is asked for. */
export function operationNode(
  place: Pick<Operation, 'kind' | 'path'>,
  method: string,
  origin: Origin,
  id: string | undefined,
  parts: OperationParts,
): Operation {
  // The accessors make a node an operation, which the compiler does not see.
  return new OperationNode(place, method, origin, id, parts) as unknown as Operation;
}
