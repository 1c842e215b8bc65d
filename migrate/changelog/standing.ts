import { schemaOf } from '../../diff/pair/recorder.js';
import type { Operation } from '../../openapi/model/operation.js';
import { field, isObject, type Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { OperationPair } from './compared-pair.js';
import { isPart } from './partial.js';
import type { OperationPlace } from './place.js';
import { listsAnywhere, saysOf } from './schema-pattern.js';
import type { Side, SiteSide } from './site.js';
import { describeSchema } from './site-words.js';
import { headerOf, parameterPair, statusesIn, type Trail } from './trail.js';

/** What one document has at a place: an element of OpenAPI, the value it carries, or both. */
export interface Standing {
  readonly origin: Origin;
  /** What an element says beside its schema. */
  readonly fields: Readonly<Record<string, Json>>;
  readonly sides: readonly SiteSide[];
}

/** Whether a document says at a place what a pattern says in part. */
export function says({ fields, sides }: Standing, pattern: Json): boolean {
  if (!isObject(pattern)) return sides.some((side) => saysOf(side, pattern));
  const inSchema = Object.keys(pattern).filter((key) => {
    return !Object.hasOwn(fields, key) || !isPart(field(pattern, key) ?? null, fields[key]);
  });
  if (inSchema.length === 0) return true;
  const rest = Object.fromEntries(inSchema.map((key) => [key, field(pattern, key) ?? null]));
  return sides.some((side) => saysOf(side, rest));
}

/** Whether a value is among those a document lists at a place. */
export function hasValue({ sides, fields }: Standing, value: Json): boolean {
  if (sides.some((side) => listsAnywhere(side, value))) return true;
  return ['scopes', 'schemes', 'links'].some((key) => isPart([value], fields[key]));
}

/** What stands at a place, in words; empty where there is nothing to say but that it does. */
export function describeStanding({ fields, sides }: Standing): string {
  const [side] = sides;
  if (side !== undefined) return describeSchema(side);
  const scopes = fields['scopes'];
  return Array.isArray(scopes) ? `scopes ${scopes.join(', ') || 'none'}` : '';
}

/** What one document has at a place, once for each value that may stand there; empty where it has nothing. */
export function standingsAt(
  pair: OperationPair,
  at: OperationPlace | undefined,
  side: Side,
  trail: Trail | undefined,
): readonly Standing[] {
  const operation = pair[side];
  if (operation === undefined) return [];
  if (at === undefined) return [standing(operation.origin, operationFields(operation))];
  const leaf = trail?.levels.at(-1)?.sites.flatMap((site) => site[side] ?? []) ?? [];
  if (at.path.length > 0) return leaf.flatMap(valueStanding);
  const { part } = at;
  switch (part.kind) {
    case 'security':
      return [securityStanding(operation)];
    case 'request': {
      const body = operation.requestBody;
      if (body === undefined) return [];
      const fields = { required: body.required, content: [...body.content.keys()], ...extensionsOf(body) };
      return [standing(body.origin, fields, leaf)];
    }
    case 'response':
      return statusesIn(operation, part.status).flatMap((status) => {
        const response = operation.responses.get(status);
        if (response === undefined) return [];
        const { content, headers, links } = response;
        const names = { content: [...content.keys()], headers: [...headers.keys()], links: [...links.keys()] };
        const own = leaf.filter(({ schemas }) => {
          return [...content.values()].some(({ schema }) => schema !== undefined && schemas.includes(schema));
        });
        return [standing(response.origin, { status, ...names, ...extensionsOf(response) }, own)];
      });
    case 'header': {
      const header = headerOf(operation, part.status, part.name);
      if (header === undefined) return [];
      const { required, deprecated, explode } = header;
      return [standing(header.origin, { required, deprecated, explode, ...extensionsOf(header) }, leaf)];
    }
    case 'parameter': {
      const parameter = parameterPair(pair, part)[side === 'base' ? 0 : 1];
      if (parameter === undefined) return [];
      const { name, required, deprecated, style, explode, allowReserved, allowEmptyValue } = parameter;
      const fields = { name, required, deprecated, style, explode, allowReserved, allowEmptyValue };
      const schema = schemaOf(parameter);
      const sides = leaf.length > 0 || schema === undefined ? leaf : [{ schemas: [schema] }];
      return [standing(parameter.origin, { ...fields, ...extensionsOf(parameter) }, sides)];
    }
  }
}

/** What stands where a value of a schema does. */
export function valueStanding(side: SiteSide): readonly Standing[] {
  const [schema] = side.schemas;
  return schema === undefined ? [] : [standing(schema.origin, {}, [side])];
}

function standing(origin: Origin, fields: Standing['fields'], sides: readonly SiteSide[] = []): Standing {
  return { origin, fields, sides };
}

function operationFields(operation: Operation): Standing['fields'] {
  const { method, path, id, deprecated, tags } = operation;
  const own = { method, path, operationId: id ?? null, deprecated, tags, ...extensionsOf(operation) };
  return {
    ...own,
    parameters: operation.parameters.map(({ name }) => name),
    responses: [...operation.responses.keys()],
  };
}

/** The scopes that some way in asks for, and the schemes by name. No alternative at all, or an empty one, lets anybody in. */
function securityStanding({ security, origin }: Operation): Standing {
  const schemes = new Set(security.flatMap((alternative) => [...alternative.schemes.keys()]));
  const scopes = new Set(security.flatMap((alternative) => [...alternative.schemes.values()].flat()));
  const anonymous = security.length === 0 || security.some((alternative) => alternative.schemes.size === 0);
  const at = security[0]?.origin.parent ?? origin;
  return standing(at, { schemes: [...schemes].sort(), scopes: [...scopes].sort(), anonymous });
}

function extensionsOf({ extensions }: { readonly extensions: ReadonlyMap<string, Json> }): Standing['fields'] {
  return Object.fromEntries(extensions);
}
