import type { ChangeKind, ChangeOf, ComparedSchemas, Usage } from '../../../diff/change.js';
import type { Operation, Parameter, RequestBody } from '../../../openapi/model/operation.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { Origin } from '../../../openapi/source/origin.js';

const origin = Origin.root('api.yaml');

const nothing = { base: [], revision: [] };

type Filled = 'kind' | 'base' | 'revision' | 'usages' | 'schemas';

/** What a test says of a change, which stands at the root of both documents. */
export type ChangeData<Kind extends ChangeKind> = Omit<ChangeOf<Kind>, Filled> & {
  /** Absent: nothing is said about the value. */
  readonly schemas?: ComparedSchemas;
  /** Absent: nobody uses it. */
  readonly usages?: readonly Usage[];
};

export function changeOf<Kind extends ChangeKind>(kind: Kind, data: ChangeData<Kind>): ChangeOf<Kind> {
  const fact = { kind, base: origin, revision: origin, usages: [], schemas: { ...nothing, stated: nothing } };
  // The compiler does not see that what was left out of a kind and what is put back make that kind.
  return { ...fact, ...data } as unknown as ChangeOf<Kind>;
}

export function operation(fields: Partial<Operation> = {}): Operation {
  return {
    kind: 'operation',
    origin,
    method: 'GET',
    path: '/pets',
    tags: [],
    deprecated: false,
    parameters: [],
    responses: new Map(),
    security: [],
    servers: [],
    serversFrom: 'document',
    callbacks: [],
    extensions: new Map(),
    ...fields,
  };
}

export function parameter(fields: Partial<Parameter> = {}): Parameter {
  return {
    kind: 'parameter',
    origin,
    name: 'limit',
    in: 'query',
    required: false,
    deprecated: false,
    allowEmptyValue: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    examples: [],
    extensions: new Map(),
    ...fields,
  };
}

export function body(required: boolean): RequestBody {
  return { kind: 'requestBody', origin, required, content: new Map(), extensions: new Map() };
}

export function schema(fields: Partial<Schema> = {}): Schema {
  return {
    kind: 'schema',
    id: 0,
    origin,
    raw: {},
    facets: {},
    properties: new Map(),
    required: [],
    patternProperties: new Map(),
    dependentRequired: new Map(),
    dependentSchemas: new Map(),
    prefixItems: [],
    allOf: [],
    anyOf: [],
    oneOf: [],
    definitions: new Map(),
    examples: [],
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    extensions: new Map(),
    unknown: new Map(),
    ...fields,
  };
}

const open = schema();

/** An object schema that allows no properties besides its own. */
export const closed: Schema = schema({ additionalProperties: schema({ always: false }) });

/** The compared schemas, one on each side; a schema that is left out accepts anything. */
export function compared({
  base = open,
  revision = open,
}: {
  readonly base?: Schema;
  readonly revision?: Schema;
}): ComparedSchemas {
  const sides = { base: [base], revision: [revision] };
  return { ...sides, stated: sides };
}
