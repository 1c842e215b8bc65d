import { type ParameterPlan, planParameters } from './parameter-plan.js';
import type { Answers, PayloadTypes } from './payload-types.js';
import type { OperationPlan } from './plan.js';
import type { RawDocument } from './raw-document.js';

/** What several emitters need to know of an operation. */
export interface OperationFacts {
  readonly parameters: readonly ParameterPlan[];
  /** Absent: the operation takes no body. */
  readonly body?: { readonly type: string; readonly mediaType: string };
  readonly answers: Answers;
  /** Whether the operation takes params, and whether it can do without. */
  readonly params: 'none' | 'optional' | 'required';
}

/** Works out the facts of each operation once. */
export class OperationFactsReader {
  readonly #raw: RawDocument;
  readonly #payloads: PayloadTypes;
  readonly #pinnedHeader: string | undefined;
  readonly #known = new Map<OperationPlan, OperationFacts>();

  /** @param pinnedHeader the header the client sends by itself */
  constructor(raw: RawDocument, payloads: PayloadTypes, pinnedHeader: string | undefined) {
    this.#raw = raw;
    this.#payloads = payloads;
    this.#pinnedHeader = pinnedHeader;
  }

  of(plan: OperationPlan): OperationFacts {
    const known = this.#known.get(plan);
    if (known !== undefined) return known;
    const { operation, key } = plan;
    const parameters = planParameters(this.#raw, operation, key, this.#pinnedHeader);
    const body = this.#payloads.body(operation, key);
    const needed = parameters.some(({ required }) => required) || (body && operation.requestBody?.required === true);
    const facts: OperationFacts = {
      parameters,
      ...(body === undefined ? {} : { body }),
      answers: this.#payloads.answers(operation, key),
      params: needed ? 'required' : parameters.length > 0 || body !== undefined ? 'optional' : 'none',
    };
    this.#known.set(plan, facts);
    return facts;
  }
}
