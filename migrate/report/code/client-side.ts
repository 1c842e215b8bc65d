import { givenParameters } from '../../../generator/emit/given-parameters.js';
import { camelCase } from '../../../generator/emit/identifiers.js';
import { type ClientPlan, type OperationPlan, planClient, type ResourcePlan } from '../../../generator/emit/plan.js';
import { propertyName } from '../../../generator/emit/text.js';
import type { NameTable } from '../../../generator/options.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import type { Operation, Parameter } from '../../../openapi/model/operation.js';
import { member } from './member.js';

/** What the client of one side is called and where it lies. */
export interface ClientOptions {
  readonly apiName: string;
  /** The specifier of its index: `./generated/pets/2/index.js`. */
  readonly module: string;
  /** Absent: every name follows from the document. */
  readonly names?: NameTable;
  /** The header that the client sends by itself. Absent: there is none. */
  readonly pinned?: string;
}

interface Method {
  readonly resource: ResourcePlan;
  readonly plan: OperationPlan;
}

/** How code calls the operations of one document through its generated client. */
export class ClientSide {
  readonly document: ApiDocument;
  readonly #options: ClientOptions;
  readonly #plan: ClientPlan;
  readonly #methods = new Map<Operation, Method>();
  readonly #keys = new Map<Operation, ReadonlyMap<string, string>>();

  constructor(document: ApiDocument, options: ClientOptions) {
    this.document = document;
    this.#options = options;
    const { apiName, names } = options;
    this.#plan = planClient(document, { apiName, runtimeImport: '', ...(names === undefined ? {} : { names }) });
    for (const resource of this.#plan.resources) {
      for (const plan of resource.operations) this.#methods.set(plan.operation, { resource, plan });
    }
  }

  get module(): string {
    return this.#options.module;
  }

  /** The variable that holds the client. */
  get variable(): string {
    return camelCase(this.#plan.interfaceName, 'client');
  }

  /** The lines that make a client. */
  get setup(): string {
    const { factoryName } = this.#plan;
    return `import { ${factoryName} } from '${this.module}';\n\nconst ${this.variable} = ${factoryName}({ token });`;
  }

  /** `intercom.contacts.list`; `undefined` for what no client calls. */
  method(operation: Operation): string | undefined {
    const found = this.#methods.get(operation);
    return found === undefined
      ? undefined
      : `${this.variable}${member(found.resource.name)}${member(found.plan.methodName)}`;
  }

  /** The key under which callers give a parameter; `undefined` where they do not give it. */
  key(operation: Operation, { in: place, name }: Pick<Parameter, 'in' | 'name'>): string | undefined {
    const key = this.#parameterKeys(operation).get(`${place} ${name}`);
    return key === undefined ? undefined : propertyName(key);
  }

  #parameterKeys(operation: Operation): ReadonlyMap<string, string> {
    const known = this.#keys.get(operation);
    if (known !== undefined) return known;
    const given = givenParameters(operation, this.#options.pinned);
    const keys = new Map(given.map((one) => [`${one.in} ${one.name}`, one.key]));
    this.#keys.set(operation, keys);
    return keys;
  }
}

/** What a client of a document is called where nobody says it, as the generator has it. */
export function clientName({ info }: ApiDocument): string {
  return info.title.trim() || 'api';
}
