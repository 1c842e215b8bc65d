import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Encoding, Header, MediaType } from '../operation.js';
import { type DocumentReader, once } from './document-reader.js';
import type { Draft } from './draft.js';
import { Fields } from './fields.js';
import { readHeaders } from './read-header.js';
import { readExample } from './read-notes.js';

/** Where an encoding holds those of its own parts (OpenAPI 3.2). */
const PARTS = ['encoding', 'prefixEncoding', 'itemEncoding'] as const;

const ENCODING = ['contentType', 'headers', 'style', 'explode', 'allowReserved', ...PARTS];

/** The styles of a part of a form (Encoding Object). */
export const PART_STYLES: ReadonlySet<string> = new Set(['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']);

const NO_CONTENT: ReadonlyMap<string, MediaType> = new Map();
const NO_ENCODINGS: ReadonlyMap<string, Encoding> = new Map();
const NO_EXAMPLES: readonly Json[] = [];

/** Reads a `content` map (Media Type Objects by media type). */
export function readContent(reader: DocumentReader, owner: Fields): ReadonlyMap<string, MediaType> {
  if (owner.get('content') === undefined) return NO_CONTENT;
  const content = new Map<string, MediaType>();
  for (const { name, raw, origin } of owner.entries('content')) {
    const mediaType = readMediaType(reader, name, raw, origin);
    if (mediaType !== undefined) content.set(name, mediaType);
  }
  return content;
}

export function readMediaType(reader: DocumentReader, name: string, raw: Json, origin: Origin): MediaType | undefined {
  // OpenAPI 3.2 allows a reference here; in older documents "$ref" would only be an unknown field.
  const fields = Fields.behind(reader.context, raw, origin, 'A media type');
  if (fields === undefined) return undefined;
  const mediaType = once<MediaType>(reader.mediaTypes, fields.raw, () => {
    fields.expectOnly(['schema', 'itemSchema', 'example', 'examples', 'encoding', 'prefixEncoding', 'itemEncoding']);
    const schema = fields.get('schema');
    const itemSchema = fields.get('itemSchema');
    const read: Draft<MediaType> = {
      kind: 'mediaType',
      origin: fields.origin,
      name,
      examples: readExamples(fields),
      encoding: readEncodings(reader, fields),
      extensions: fields.extensions(),
    };
    if (schema !== undefined) read.schema = reader.schemas.read(schema, fields.origin.at('schema'));
    if (itemSchema !== undefined) read.itemSchema = reader.schemas.read(itemSchema, fields.origin.at('itemSchema'));
    return hasPositionalEncodings(fields) ? { ...read, ...readPositionalEncodings(reader, fields) } : read;
  });
  // A YAML alias or a reference gives one object several names.
  return mediaType === undefined || mediaType.name === name ? mediaType : { ...mediaType, name };
}

/** The values of `example` and `examples`, references followed. */
export function readExamples(fields: Fields): readonly Json[] {
  const single = fields.get('example');
  if (single === undefined && fields.get('examples') === undefined) return NO_EXAMPLES;
  const examples: Json[] = [];
  if (single !== undefined) examples.push(single);
  if (fields.notes('examples') === undefined) return examples;
  for (const { raw, origin } of fields.entries('examples')) {
    const value = readExample(fields.context, raw, origin);
    if (value !== undefined) examples.push(value);
  }
  return examples;
}

function readEncodings(reader: DocumentReader, owner: Fields): ReadonlyMap<string, Encoding> {
  if (owner.get('encoding') === undefined) return NO_ENCODINGS;
  const encodings = new Map<string, Encoding>();
  for (const { name, raw, origin } of owner.entries('encoding')) {
    const encoding = readEncoding(reader, raw, origin);
    if (encoding !== undefined) encodings.set(name, encoding);
  }
  return encodings;
}

function hasPositionalEncodings(fields: Fields): boolean {
  return fields.get('prefixEncoding') !== undefined || fields.get('itemEncoding') !== undefined;
}

/** `prefixEncoding` and `itemEncoding` of OpenAPI 3.2: the parts of a multipart body that have no names. */
function readPositionalEncodings(
  reader: DocumentReader,
  owner: Fields,
): { readonly prefixEncoding?: readonly Encoding[]; readonly itemEncoding?: Encoding } {
  const prefix = owner.list('prefixEncoding').flatMap(({ raw, origin }) => readEncoding(reader, raw, origin) ?? []);
  const raw = owner.get('itemEncoding');
  const item = raw === undefined ? undefined : readEncoding(reader, raw, owner.origin.at('itemEncoding'));
  return {
    ...(prefix.length === 0 ? {} : { prefixEncoding: prefix }),
    ...(item === undefined ? {} : { itemEncoding: item }),
  };
}

function readStyle(fields: Fields): string | undefined {
  const style = fields.string('style');
  if (style === undefined || PART_STYLES.has(style)) return style;
  const message = `An encoding cannot have the style "${style}"; it can have ${[...PART_STYLES].join(', ')}.`;
  fields.context.warn('parameter-style', fields.origin.at('style'), message);
  return style;
}

function readEncoding(reader: DocumentReader, raw: Json, origin: Origin): Encoding | undefined {
  const fields = Fields.of(reader.context, raw, origin, 'An encoding');
  if (fields === undefined) return undefined;
  fields.expectOnly(ENCODING);
  const contentType = fields.string('contentType');
  const style = readStyle(fields);
  const explode = fields.boolean('explode');
  const headers: ReadonlyMap<string, Header> = readHeaders(reader, fields);
  const hasParts = PARTS.some((key) => fields.get(key) !== undefined);
  const parts = !hasParts
    ? {}
    : reader.deeper(origin, 'Encodings', () => {
        const encoding = readEncodings(reader, fields);
        return { ...(encoding.size === 0 ? {} : { encoding }), ...readPositionalEncodings(reader, fields) };
      });
  return {
    origin,
    ...(contentType === undefined ? {} : { contentType }),
    ...(style === undefined ? {} : { style }),
    ...(explode === undefined ? {} : { explode }),
    allowReserved: fields.boolean('allowReserved') ?? false,
    headers,
    ...parts,
  };
}
