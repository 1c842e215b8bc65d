import { type Address, addressOf } from './operation-address.js';
import { type PagesPlan, planPages } from './pages-plan.js';
import { type ParameterPlan, planParameters } from './parameter-plan.js';
import { type Answers, type Body, PayloadTypes } from './payload-types.js';
import type { OperationPlan } from './plan.js';
import type { RawDocument } from './raw-document.js';
import type { SchemaForms } from './schema-forms.js';

/** What several emitters need to know of an operation. */
export interface OperationFacts extends Address {
  readonly parameters: readonly ParameterPlan[];
  /** Absent: the operation takes no body. */
  readonly body?: Body;
  readonly answers: Answers;
  /** Whether the operation takes params, and whether it can do without. */
  readonly params: 'none' | 'optional' | 'required';
  /** Absent: the answer is no page of a list. */
  readonly pages?: PagesPlan;
}

/** Works out the facts of each operation once. */
export class OperationFactsReader {
  readonly #raw: RawDocument;
  readonly #forms: SchemaForms;
  readonly #payloads: PayloadTypes;
  readonly #pinnedHeader: string | undefined;
  readonly #known = new Map<OperationPlan, OperationFacts>();

  /** @param pinnedHeader the header the client sends by itself */
  constructor(raw: RawDocument, forms: SchemaForms, pinnedHeader: string | undefined) {
    this.#raw = raw;
    this.#forms = forms;
    this.#payloads = new PayloadTypes(raw, forms);
    this.#pinnedHeader = pinnedHeader;
  }

  of(plan: OperationPlan): OperationFacts {
    const known = this.#known.get(plan);
    if (known !== undefined) return known;
    const { operation, key } = plan;
    const parameters = planParameters(this.#raw, this.#forms, operation, key, this.#pinnedHeader);
    const body = this.#payloads.body(operation, key);
    const answers = this.#payloads.answers(operation, key);
    const needed = parameters.some(({ required }) => required) || (body && operation.requestBody?.required === true);
    const params = needed ? 'required' : parameters.length > 0 || body !== undefined ? 'optional' : 'none';
    const place = { document: this.#raw, forms: this.#forms, operation, parameters, body, answers };
    const pages = params === 'none' && plan.paging === undefined ? undefined : planPages(place, plan);
    const facts: OperationFacts = {
      parameters,
      ...addressOf(operation, parameters),
      ...(body === undefined ? {} : { body }),
      answers,
      params,
      ...(pages === undefined ? {} : { pages }),
    };
    this.#known.set(plan, facts);
    return facts;
  }
}
