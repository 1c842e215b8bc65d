import type { SchemaFacets } from '../../../openapi/model/schema.js';
import type { View } from '../../schema/view.js';

/** What a text holds, in the keywords of which one or several say it. */
type ContentKeyword = 'type' | 'format' | 'contentMediaType' | 'contentEncoding';

/** Formats that name how bytes are written as text, and the encodings of the same name (OpenAPI 3.1, "Working with Binary Data"). */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ['byte', 'base64'],
  ['base64url', 'base64url'],
]);

const NONE: ReadonlySet<ContentKeyword> = new Set();

/**
 * The keywords that differ between two schemas and say the same of bytes: OpenAPI 3.0 says it with a format of text, later
 * versions with keywords for content, and with nothing at all where only bytes can stand.
 */
export function restatedBytes(base: View, revision: View): ReadonlySet<ContentKeyword> {
  if (base.facets.format === revision.facets.format) return NONE;
  return new Set([...restated(base, revision), ...restated(revision, base)]);
}

function restated(former: View, later: View): readonly ContentKeyword[] {
  const { format, contentEncoding, contentMediaType } = former.facets;
  const { facets } = later;
  if (format === undefined || facets.format !== undefined || contentEncoding !== undefined) return [];
  const encoding = ENCODINGS.get(format);
  if (encoding !== undefined) return facets.contentEncoding === encoding ? ['format', 'contentEncoding'] : [];
  if (format !== 'binary' || facets.contentEncoding !== undefined || !isText(former)) return [];
  const isUntyped = later.types === undefined && later.values === undefined && later.unions.length === 0;
  if (!isUntyped && !isText(later)) return [];
  if (facets.contentMediaType === undefined) return isUntyped && isPlaceOfBytes(former) ? ['type', 'format'] : [];
  const isAnyContent = contentMediaType === undefined && isAnyBytes(facets, former);
  return [...(isUntyped ? ['type' as const] : []), 'format', ...(isAnyContent ? ['contentMediaType' as const] : [])];
}

function isText({ types }: View): boolean {
  return types?.size === 1 && types.has('string');
}

/** Whether the media type says no more than that there are bytes, or what the place says already. */
function isAnyBytes({ contentMediaType }: SchemaFacets, former: View): boolean {
  return contentMediaType === 'application/octet-stream' || contentMediaType === bodyOf(former)?.mediaType;
}

/** Media types of which the content, or each part, is described by schemas of JSON values. */
const DESCRIBED = /^(?:text\/|multipart\/|application\/(?:x-www-form-urlencoded|.*json|.*xml)|.*\+(?:json|xml))/i;

/** Whether bytes stand there as they are: as the whole of a body, or as a part of one. */
function isPlaceOfBytes(view: View): boolean {
  const body = bodyOf(view);
  if (body === undefined) return false;
  const { mediaType, path } = body;
  if (path.length === 0) return !DESCRIBED.test(mediaType);
  const [properties, , items, ...inner] = path;
  const isPart = properties === 'properties' && (items === undefined || items === 'items') && inner.length === 0;
  return isPart && path.length > 1 && /^multipart\//i.test(mediaType);
}

/** The media type in which a schema stands, and the path to the schema in that of the body; absent in a component. */
function bodyOf({ conjunction }: View): { readonly mediaType: string; readonly path: readonly string[] } | undefined {
  const segments = conjunction.stated[0]?.origin.segments ?? [];
  for (let index = segments.length - 1; index >= 2; index--) {
    const [content, mediaType, schema] = segments.slice(index - 2, index + 1);
    const isBody = content === 'content' && schema === 'schema' && mediaType?.includes('/') === true;
    if (isBody) return { mediaType, path: segments.slice(index + 1) };
  }
  return undefined;
}
