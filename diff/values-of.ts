import type { Schema } from '../openapi/model/schema.js';
import type { Json } from '../openapi/source/json.js';
import type { Change } from './change.js';

/** What a finding shows as before and after: the changed value, or in short what came or went. */
export function valuesOf(change: Change): readonly [Json, Json] {
  switch (change.kind) {
    case 'operation.added':
    case 'webhook.added':
      return [null, change.operation.id ?? `${change.operation.method} ${change.operation.path}`];
    case 'operation.removed':
    case 'webhook.removed':
      return [change.operation.id ?? `${change.operation.method} ${change.operation.path}`, null];
    case 'parameter.added':
      return [null, change.parameter.name];
    case 'parameter.removed':
      return [change.parameter.name, null];
    case 'request-body.added':
      return [null, [...change.body.content.keys()]];
    case 'request-body.removed':
      return [[...change.body.content.keys()], null];
    case 'media-type.added':
      return [null, change.mediaType];
    case 'media-type.removed':
      return [change.mediaType, null];
    case 'response.added':
      return [null, change.status];
    case 'response.removed':
      return [change.status, change.coveredBy ?? null];
    case 'header.added':
      return [null, change.header];
    case 'header.removed':
      return [change.header, null];
    case 'link.added':
      return [null, change.link];
    case 'link.removed':
      return [change.link, null];
    case 'server.added':
      return [null, change.url];
    case 'server.removed':
      return [change.url, null];
    case 'security-scheme.added':
      return [null, change.scheme];
    case 'security-scheme.removed':
      return [change.scheme, null];
    case 'security-scheme.flow.added':
      return [null, change.flow];
    case 'security-scheme.flow.removed':
      return [change.flow, null];
    case 'security-scheme.scope.added':
      return [null, change.scope];
    case 'security-scheme.scope.removed':
      return [change.scope, null];
    case 'callback.added':
      return [null, change.callback];
    case 'callback.removed':
      return [change.callback, null];
    case 'schema.property.added':
    case 'schema.property.refused':
      return [null, typeName(change.schema)];
    case 'schema.property.removed':
    case 'schema.property.allowed':
      return [typeName(change.schema), null];
    case 'schema.alternative.added':
      return [null, change.branch];
    case 'schema.alternative.removed':
      return [change.branch, null];
    case 'schema.union.added':
      return [null, change.keyword];
    case 'schema.union.removed':
      return [change.keyword, null];
    case 'schema.enum.changed':
      return change.part === 'renamed' ? [change.removed, change.added] : [change.before ?? null, change.after ?? null];
    case 'schema.required.changed': {
      const { properties, before, after } = change;
      if (properties.length === 1) return [before, after];
      return before ? [properties, null] : [null, properties];
    }
    case 'schema.discriminator.mapping.changed': {
      const target = (name: string | undefined): Json => (name === undefined ? null : { [change.value]: name });
      return [target(change.before), target(change.after)];
    }
    case 'schema.alternatives.changed':
    case 'schema.undecidable':
      return [null, null];
    default:
      return [change.before ?? null, change.after ?? null];
  }
}

/** A schema in a word: its component, its types, or what it is made of. */
export function typeName(schema: Schema): string {
  const target = schema.ref?.target.origin.segments;
  if (target?.[0] === 'components' && target[2] !== undefined) return target[2];
  if (schema.types !== undefined) return schema.types.join(' | ');
  if (schema.anyOf.length > 0) return 'anyOf';
  if (schema.oneOf.length > 0) return 'oneOf';
  if (schema.allOf.length > 0) return 'allOf';
  return schema.properties.size > 0 ? 'object' : 'any';
}
