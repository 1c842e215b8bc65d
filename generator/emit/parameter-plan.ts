import type { Operation, Parameter } from '../../openapi/model/operation.js';
import { field, type Json } from '../../openapi/source/json.js';
import type { Parameter as ParameterDescription } from '../runtime/operation.js';
import { givenParameters } from './given-parameters.js';
import type { RawDocument } from './raw-document.js';
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
 * How the parameters that a caller gives are written and sent.
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
  const schemas = rawSchemas(document, operation);
  return givenParameters(operation, pinned).map(({ name, key, declared }) =>
    declared === undefined
      ? planUndeclared(key, name)
      : planParameter(document, forms, schemas, operationKey, declared, key),
  );
}

function planUndeclared(key: string, name: string): ParameterPlan {
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
  key: string,
): ParameterPlan {
  const { name, in: place, content } = parameter;
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

/** The schemas of the declared parameters by location and name. */
function rawSchemas(document: RawDocument, operation: Operation): ReadonlyMap<string, Json | undefined> {
  const schemas = new Map<string, Json | undefined>();
  for (const parameter of document.parameters(document.operation(operation))) {
    const identity = `${String(field(parameter, 'in'))} ${String(field(parameter, 'name'))}`;
    if (!schemas.has(identity)) schemas.set(identity, field(parameter, 'schema'));
  }
  // What the path names is read as its parameter wherever it is declared.
  for (const [identity, schema] of [...schemas]) {
    const inPath = identity.replace(/^\w+/, 'path');
    if (!schemas.has(inPath)) schemas.set(inPath, schema);
  }
  return schemas;
}
