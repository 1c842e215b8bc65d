import { isHttpToken } from '../http-token.js';
import { ignoredHeader } from '../ignored-header.js';
import type { Parameter, ParameterLocation, ParameterStyle } from '../operation.js';
import type { Schema } from '../schema.js';
import { type DocumentReader, once } from './document-reader.js';
import type { Draft } from './draft.js';
import { Fields } from './fields.js';
import { readContent, readExamples } from './read-media-type.js';

/** The styles each location may have, its default first (Parameter Object, "Style Values"). */
export const STYLES: { readonly [Location in ParameterLocation]: readonly ParameterStyle[] } = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
  querystring: ['form'],
};

const FIELDS = [
  'name',
  'in',
  'description',
  'required',
  'deprecated',
  'allowEmptyValue',
  'style',
  'explode',
  'allowReserved',
  'schema',
  'example',
  'examples',
  'content',
];

const NONE: readonly Parameter[] = [];

/** Reads the parameters of a path item or an operation, references followed. */
export function readParameters(reader: DocumentReader, owner: Fields): readonly Parameter[] {
  if (owner.get('parameters') === undefined) return NONE;
  const parameters: Parameter[] = [];
  const seen = new Set<string>();
  for (const { raw, origin } of owner.list('parameters')) {
    const fields = Fields.behind(reader.context, raw, origin, 'A parameter');
    const parameter = fields && readParameter(reader, fields);
    if (parameter === undefined) continue;
    const identity = parameterIdentity(parameter);
    if (seen.has(identity)) {
      const message = `The ${parameter.in} parameter "${parameter.name}" is listed twice. Keep one of them.`;
      reader.context.fault('duplicate-parameter', origin, message);
    }
    seen.add(identity);
    parameters.push(parameter);
  }
  return parameters;
}

/** Location and name; a header ignores case. Two parameters with one identity are one parameter. */
export function parameterIdentity(parameter: Pick<Parameter, 'in' | 'name'>): string {
  return `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
}

/** A parameter of the operation replaces one of the path item with the same identity. */
export function mergeParameters(inherited: readonly Parameter[], own: readonly Parameter[]): readonly Parameter[] {
  if (inherited.length === 0) return own;
  const merged = new Map(inherited.map((parameter) => [parameterIdentity(parameter), parameter]));
  for (const parameter of own) merged.set(parameterIdentity(parameter), parameter);
  return [...merged.values()];
}

export function readParameter(reader: DocumentReader, fields: Fields): Parameter | undefined {
  return once(reader.parameters, fields.raw, () => {
    fields.expectOnly(FIELDS);
    const location = readLocation(fields);
    const schema = fields.get('schema');
    const content = readContent(reader, fields);
    const [mediaType] = content.values();
    if (location === undefined) return undefined;
    checkShape(fields, content.size);
    const style = readStyle(fields, location);
    const description = fields.string('description');
    const explode = fields.boolean('explode');
    const allowReserved = fields.boolean('allowReserved') ?? false;
    const parameter: Draft<Parameter> = {
      kind: 'parameter',
      origin: fields.origin,
      name: fields.requiredString('name'),
      in: location,
      required: readRequired(fields, location),
      deprecated: fields.boolean('deprecated') ?? false,
      allowEmptyValue: fields.boolean('allowEmptyValue') ?? false,
      style,
      explode: explode ?? (style === 'form' || style === 'cookie'),
      allowReserved,
      examples: readExamples(fields),
      extensions: fields.extensions(),
    };
    if (description !== undefined) parameter.description = description;
    if (schema !== undefined) parameter.schema = reader.schemas.read(schema, fields.origin.at('schema'));
    if (mediaType !== undefined) parameter.content = mediaType;
    if (location === 'header') warnAboutHeader(fields, parameter.name);
    if (location === 'querystring' && schema !== undefined) {
      const message = 'A parameter in "querystring" is described by "content"; this "schema" is read as it stands.';
      fields.context.warn('parameter-shape', fields.origin.at('schema'), message, true);
    }
    if (style === 'deepObject' && parameter.schema !== undefined) checkDeepObject(fields, parameter.schema);
    return parameter;
  });
}

function warnAboutHeader(fields: Fields, name: string): void {
  if (name !== '' && !isHttpToken(name)) {
    const message = `${JSON.stringify(name)} is not the name of a header: it holds what HTTP does not allow there.`;
    fields.context.warn('header-name', fields.origin.at('name'), message);
  }
  const describedBy = ignoredHeader(name);
  if (describedBy === undefined) return;
  const message = `A header parameter named "${name}" is ignored. What is sent follows from ${describedBy}.`;
  fields.context.warn('ignored-header', fields.origin, message);
}

function readLocation(fields: Fields): ParameterLocation | undefined {
  const location = fields.requiredString('in');
  if (Object.hasOwn(STYLES, location)) {
    if (location === 'querystring' && fields.context.line !== '3.2') {
      const message = 'The location "querystring" exists since OpenAPI 3.2; it is read as meant there.';
      fields.context.warn('newer-field', fields.origin.at('in'), message);
    }
    // The table has exactly the locations as own keys.
    return location as ParameterLocation;
  }
  if (location === '') return undefined;
  const advice = location === 'body' || location === 'formData' ? ' OpenAPI 3 describes a body in "requestBody".' : '';
  const known = Object.keys(STYLES).join(', ');
  const message = `"${location}" is not a place for a parameter; the places are ${known}.${advice}`;
  fields.context.fault('parameter-location', fields.origin.at('in'), message);
  return undefined;
}

/** A path parameter is always sent: the specification demands `required: true`, and there is nothing else it could mean. */
function readRequired(fields: Fields, location: ParameterLocation): boolean {
  const required = fields.boolean('required') ?? false;
  if (location !== 'path' || required) return required;
  const message = `The path parameter "${fields.string('name') ?? ''}" must be required; it is read so.`;
  fields.context.warn('path-parameter-optional', fields.origin, message);
  return true;
}

function readStyle(fields: Fields, location: ParameterLocation): ParameterStyle {
  const styles = STYLES[location];
  const fallback = styles[0] ?? 'simple';
  const text = fields.string('style');
  if (text === undefined) return fallback;
  const style = styles.find((candidate) => candidate === text);
  if (style !== undefined) return style;
  const message = `A ${location} parameter cannot have the style "${text}"; it can have ${styles.join(', ')}.`;
  fields.context.fault('parameter-style', fields.origin.at('style'), message, true);
  return fallback;
}

function checkShape(fields: Fields, mediaTypes: number): void {
  const hasSchema = fields.get('schema') !== undefined;
  const hasContent = fields.get('content') !== undefined;
  if (hasSchema && hasContent) {
    const message = 'A parameter has either "schema" or "content", not both. Remove one.';
    fields.context.fault('parameter-shape', fields.origin.at('content'), message, true);
  } else if (hasContent && mediaTypes !== 1) {
    const message = 'The "content" of a parameter must have exactly one media type.';
    fields.context.fault('parameter-shape', fields.origin.at('content'), message, true);
  } else if (!hasSchema && !hasContent) {
    const message = 'The parameter has neither "schema" nor "content"; any value is taken as allowed.';
    fields.context.warn('parameter-untyped', fields.origin, message);
  }
}

/** `deepObject` has no meaning for a single value (Parameter Object, "Style Examples"). */
function checkDeepObject(fields: Fields, schema: Schema): void {
  const raw = schema.raw;
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return;
  if (!['string', 'number', 'integer', 'boolean'].includes(String(raw.type))) return;
  const message = `The style "deepObject" is for objects; this parameter is of type "${String(raw.type)}".`;
  fields.context.fault('parameter-style', fields.origin.at('style'), message, true);
}
