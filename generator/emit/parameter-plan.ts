import { ignoredHeader } from '../../openapi/model/ignored-header.js';
import type { Operation, Parameter } from '../../openapi/model/operation.js';
import { field, type Json } from '../../openapi/source/json.js';
import type { Parameter as ParameterDescription } from '../runtime/operation.js';
import { NameAllocator } from './identifiers.js';
import type { RawDocument } from './raw-document.js';
import { RESERVED_MEMBERS } from './reserved.js';
import type { SchemaForms } from './schema-forms.js';
import { stringLiteral } from './text.js';
import { type ValueShape, valueShape } from './value-shape.js';

/** One property of an operation's params, and how its value is sent. */
export interface ParameterPlan {
  readonly key: string;
  readonly required: boolean;
  readonly type: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly shape: ValueShape;
  /** The schema as written. Absent: the document gives none. */
  readonly schema?: Json;
  readonly sent: ParameterDescription;
}

/**
 * The parameters a caller gives. A path parameter keeps its name; others give way to it by their location, as in `query_id`.
 *
 * @param pinned the header the client sends by itself
 */
export function planParameters(
  document: RawDocument,
  forms: SchemaForms,
  operation: Operation,
  operationKey: string,
  pinned: string | undefined,
): ParameterPlan[] {
  const slots = new Set([...operation.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''));
  const parameters = operation.parameters.filter(({ in: place, name }) => {
    if (place === 'path') return slots.has(name);
    const header = name.toLowerCase();
    return place !== 'header' || (ignoredHeader(name) === undefined && header !== pinned?.toLowerCase());
  });
  const declared = new Set(parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name));
  const schemas = rawSchemas(document, operation);
  const keys = new NameAllocator([...RESERVED_MEMBERS, 'body']);
  const undeclared = [...slots].filter((name) => !declared.has(name));
  const ordered = [...parameters.filter(isInPath), ...parameters.filter((parameter) => !isInPath(parameter))];
  return [
    ...undeclared.map((name) => planUndeclared(keys, name)),
    ...ordered.map((parameter) => planParameter(document, forms, schemas, operationKey, parameter, keys)),
  ];
}

function planUndeclared(keys: NameAllocator, name: string): ParameterPlan {
  const key = allocateKey(keys, 'path', name);
  return {
    key,
    required: true,
    type: 'string | number',
    description: '',
    deprecated: false,
    shape: 'scalar',
    sent: { key, name, in: 'path' },
  };
}

function planParameter(
  document: RawDocument,
  forms: SchemaForms,
  schemas: ReadonlyMap<string, Json | undefined>,
  operationKey: string,
  parameter: Parameter,
  keys: NameAllocator,
): ParameterPlan {
  const { name, in: place, content } = parameter;
  const key = allocateKey(keys, place, name);
  const schema = schemas.get(`${place} ${name}`);
  const path = [operationKey, 'parameters', place, name].map((part) => `[${stringLiteral(part)}]`).join('');
  return {
    key,
    required: parameter.required || place === 'path',
    type: forms.componentType(schema, 'write') ?? `operations${path}`,
    description: parameter.description ?? '',
    deprecated: parameter.deprecated,
    shape: valueShape(document, schema),
    ...(schema === undefined ? {} : { schema }),
    sent: {
      key,
      name,
      in: place,
      ...serialisation(parameter),
      ...(content === undefined ? {} : { content: content.name }),
    },
  };
}

/** What differs from the defaults of the specification. */
function serialisation(parameter: Parameter): Partial<ParameterDescription> {
  const { in: place, style, explode, allowReserved, content } = parameter;
  if (content !== undefined || place === 'querystring') return {};
  const defaultStyle = place === 'path' || place === 'header' ? 'simple' : 'form';
  const defaultExplode = style === 'form' || style === 'cookie';
  return {
    ...(style === defaultStyle ? {} : { style }),
    ...(explode === defaultExplode ? {} : { explode }),
    ...(allowReserved ? { allowReserved } : {}),
  };
}

function allocateKey(keys: NameAllocator, place: Parameter['in'], name: string): string {
  const wanted = name === '' ? `${place}_` : name;
  if (keys.isFree(wanted)) return keys.allocate(wanted);
  return keys.allocate(`${place}_${name}`);
}

/** The schemas of the declared parameters by location and name. */
function rawSchemas(document: RawDocument, operation: Operation): ReadonlyMap<string, Json | undefined> {
  const schemas = new Map<string, Json | undefined>();
  for (const parameter of document.parameters(document.operation(operation))) {
    const identity = `${String(field(parameter, 'in'))} ${String(field(parameter, 'name'))}`;
    if (!schemas.has(identity)) schemas.set(identity, field(parameter, 'schema'));
  }
  return schemas;
}

function isInPath(parameter: Parameter): boolean {
  return parameter.in === 'path';
}
