import type { Encoding, MediaType } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { compareHeaders } from './compare-headers.js';
import { plainMediaType } from './media-range.js';
import type { Recorder } from './recorder.js';

/** What has encodings: a media type, or a part that is multipart itself. */
interface Parts {
  readonly origin: Origin;
  readonly encoding?: ReadonlyMap<string, Encoding>;
  readonly prefixEncoding?: readonly Encoding[];
  readonly itemEncoding?: Encoding;
}

/** One part on both sides; an encoding that is not stated is the default. */
interface Part {
  readonly name: string;
  readonly base: Encoding | undefined;
  readonly revision: Encoding | undefined;
  readonly schemas: PartSchemas;
}

/** What a part holds on each side, where that is known. */
type PartSchemas = readonly [Schema | undefined, Schema | undefined];

const UNKNOWN: PartSchemas = [undefined, undefined];

/** How each part of a form is written; of other media types it means nothing. A part that comes or goes is told by its property. */
export function compareEncodings(recorder: Recorder, base: MediaType, revision: MediaType, usage: Usage): void {
  if (!isForm(base) || !isForm(revision)) return;
  const parts = partsOf(base, revision, (property) => {
    const [before, after] = [propertyOf(base, property), propertyOf(revision, property)];
    return before === undefined || after === undefined ? undefined : [before, after];
  });
  for (const part of parts) comparePart(recorder, part, [base.origin, revision.origin], usage);
}

function isForm({ name }: MediaType): boolean {
  return /^(?:multipart\/|application\/x-www-form-urlencoded\b)/i.test(name.trim());
}

function propertyOf({ schema }: MediaType, property: string): Schema | undefined {
  if (schema === undefined) return undefined;
  return conjunctionOf([schema])
    .members.flatMap((member) => member.properties.get(property) ?? [])
    .at(0);
}

function partsOf(
  base: Parts,
  revision: Parts,
  schemasOf: (property: string) => PartSchemas | undefined,
): readonly Part[] {
  const parts: Part[] = [];
  for (const name of new Set([...(base.encoding?.keys() ?? []), ...(revision.encoding?.keys() ?? [])])) {
    const [before, after] = [base.encoding?.get(name), revision.encoding?.get(name)];
    if (before !== undefined && after !== undefined && isPlainlySame(before, after)) continue;
    const schemas = schemasOf(name);
    if (schemas === undefined) continue;
    parts.push({ name, base: before, revision: after, schemas });
  }
  const [left, right] = [base.prefixEncoding ?? [], revision.prefixEncoding ?? []];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const sides = { base: left[index] ?? base.itemEncoding, revision: right[index] ?? revision.itemEncoding };
    parts.push({ name: `[${index}]`, ...sides, schemas: UNKNOWN });
  }
  if (base.itemEncoding !== undefined || revision.itemEncoding !== undefined) {
    parts.push({ name: '[]', base: base.itemEncoding, revision: revision.itemEncoding, schemas: UNKNOWN });
  }
  return parts;
}

function comparePart(recorder: Recorder, part: Part, owners: readonly [Origin, Origin], usage: Usage): void {
  const { name, base, revision } = part;
  const at = { base: base?.origin ?? owners[0], revision: revision?.origin ?? owners[1] };
  for (const [keyword, before, after] of fields(part)) {
    if (before === after) continue;
    const fact = { kind: 'encoding.changed', property: name, keyword, before, after } as const;
    recorder.record({ ...fact, ...at }, usage, `${name} ${keyword}`);
  }
  const headers = [base?.headers ?? new Map(), revision?.headers ?? new Map()] as const;
  compareHeaders(recorder, { part: name }, headers, [at.base, at.revision], usage);
  // Parts of parts have no schemas of their own here: those of the part say what there is.
  const inner = partsOf(base ?? { origin: at.base }, revision ?? { origin: at.revision }, () => UNKNOWN);
  for (const one of inner)
    comparePart(recorder, { ...one, name: `${name}.${one.name}` }, [at.base, at.revision], usage);
}

/** Whether two encodings say the same and hold nothing that would have to be compared. Forms of many parts have one for each. */
function isPlainlySame(base: Encoding, revision: Encoding): boolean {
  return PLAIN.every((key) => base[key] === revision[key]) && holdsNothing(base) && holdsNothing(revision);
}

const PLAIN = ['contentType', 'style', 'explode', 'allowReserved'] as const;

function holdsNothing({ headers, encoding, prefixEncoding, itemEncoding }: Encoding): boolean {
  return headers.size === 0 && (encoding ?? prefixEncoding ?? itemEncoding) === undefined;
}

/** Absent fields have the defaults of the Encoding Object: the style `form`, which explodes. */
function fields({ base, revision, schemas }: Part): readonly (readonly [string, Json, Json])[] {
  const types = [base?.contentType ?? null, revision?.contentType ?? null] as const;
  const isOneType = types[0] === types[1] || sentTypes(types[0], schemas[0]) === sentTypes(types[1], schemas[1]);
  return [
    ['contentType', types[0], isOneType ? types[0] : types[1]],
    ['style', base?.style ?? 'form', revision?.style ?? 'form'],
    ['explode', explodes(base), explodes(revision)],
    ['allowReserved', base?.allowReserved ?? false, revision?.allowReserved ?? false],
  ];
}

function explodes(encoding: Encoding | undefined): boolean {
  return encoding?.explode ?? (encoding?.style ?? 'form') === 'form';
}

/** The media types a part is sent as, in one spelling; `undefined` where they follow from what is not known. */
function sentTypes(stated: string | null, schema: Schema | undefined): string | undefined {
  const text = stated ?? (schema && defaultType(schema, 0));
  return text?.split(',').map(plainMediaType).sort().join();
}

/** The media type of a part that states none (Encoding Object, `contentType`). */
function defaultType(schema: Schema, depth: number): string | undefined {
  const { members } = conjunctionOf([schema]);
  const stated = members.find(({ types }) => types !== undefined);
  const type = stated?.types?.find((candidate) => candidate !== 'null');
  if (stated === undefined || type === undefined || depth > 9) return undefined;
  if (type === 'object') return 'application/json';
  if (type === 'array') return stated.items === undefined ? undefined : defaultType(stated.items, depth + 1);
  const { format, contentEncoding } = stated.facets;
  const isBinary = contentEncoding !== undefined || format === 'binary' || format === 'base64';
  return isBinary ? 'application/octet-stream' : 'text/plain';
}
