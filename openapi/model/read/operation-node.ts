import type { Operation } from '../operation.js';

/** What is known of an operation before it is read. */
export type KnownOfOperation = Pick<Operation, 'kind' | 'origin' | 'method' | 'path' | 'id'>;

/** Every other field; the compiler holds the list complete. */
const READ: { readonly [Key in Exclude<keyof Operation, keyof KnownOfOperation>]-?: true } = {
  summary: true,
  description: true,
  tags: true,
  deprecated: true,
  externalDocs: true,
  parameters: true,
  requestBody: true,
  responses: true,
  security: true,
  securityFrom: true,
  servers: true,
  serversFrom: true,
  callbacks: true,
  extensions: true,
};

/** An operation that is read when somebody asks for one of its fields. */
class OperationNode {
  readonly #read: () => Operation | undefined;
  #operation: Operation | undefined;

  constructor(known: KnownOfOperation, read: () => Operation | undefined) {
    Object.assign(this, known);
    this.#read = read;
  }

  static {
    for (const key of Object.keys(READ)) {
      Object.defineProperty(OperationNode.prototype, key, {
        get(this: OperationNode) {
          // The keys are those of an operation.
          return this.#full[key as keyof Operation];
        },
        enumerable: true,
      });
    }
  }

  get #full(): Operation {
    this.#operation ??= this.#read();
    if (this.#operation === undefined) throw new TypeError('An operation that was found in order cannot be read.');
    return this.#operation;
  }
}

/** An operation whose other fields are read by `read`, once, when the first of them is asked for. */
export function operationNode(known: KnownOfOperation, read: () => Operation | undefined): Operation {
  // The accessors make a node an operation, which the compiler does not see.
  return new OperationNode(known, read) as unknown as Operation;
}
