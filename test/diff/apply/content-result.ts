import type { Encoding, Header, MediaType } from '../../../openapi/model/operation.js';
import type { Schema } from '../../../openapi/model/schema.js';
import type { Origin } from '../../../openapi/source/origin.js';
import type { DocumentContract } from './document-contract.js';
import { headersOf, isForm, mediaTypeKey } from './document-contract.js';
import { copyOf, type Part, put, say } from './part.js';
import { edit, isAdded, isOf, isRemoved, type Walk } from './walk.js';

type Content = ReadonlyMap<string, MediaType>;

/** Edits the media types of a body. A range takes in media types that were named before, or were not named yet. */
export function editContent(walk: Walk, part: Part, base: Content, revision: Content): void {
  const [left, right] = [byKey(base), byKey(revision)];
  const paired = new Set<string>();
  const pair = (key: string, before: MediaType, after: MediaType, now: string): void => {
    const result = mediaTypeResult(walk, before, after);
    if (key !== now) put(part, key, undefined);
    if (paired.has(now)) walk.schemas.obligations.push([`${key} as ${now}`, result, walk.revision.mediaType(after)]);
    else put(part, now, result);
    paired.add(now);
  };
  for (const [key, mediaType] of left) {
    const same = right.get(key);
    if (same !== undefined) {
      pair(key, mediaType, same, key);
      continue;
    }
    const alone = [...right].filter(([now]) => !left.has(now));
    const wider = alone.find(([now]) => takesIn(now, key));
    const isRead = walk.direction === 'response';
    if (wider !== undefined && (!isRead || isAdded(walk, 'media-type.added', wider[1])))
      pair(key, mediaType, wider[1], wider[0]);
    const isGone = isRemoved(walk, 'media-type.removed', mediaType);
    if (wider !== undefined || !(isGone || isRead)) continue;
    const narrower = alone.filter(
      ([now]) => takesIn(key, now) && !paired.has(now) && ![...left.keys()].some((other) => takesIn(now, other)),
    );
    if (isGone || narrower.length > 0) put(part, key, undefined);
    for (const [now, after] of narrower) pair(key, mediaType, after, now);
  }
  for (const [now, mediaType] of right) {
    if (!left.has(now) && !paired.has(now) && isAdded(walk, 'media-type.added', mediaType))
      put(part, now, walk.revision.mediaType(mediaType));
  }
}

function byKey(content: Content): ReadonlyMap<string, MediaType> {
  return new Map([...content.values()].map((mediaType) => [mediaTypeKey(mediaType), mediaType]));
}

function takesIn(range: string, mediaType: string): boolean {
  const [[type = '', ...parameters], [other = '', ...others]] = [range.split(';'), mediaType.split(';')];
  if (type.endsWith('/*')) return type === '*/*' || other.startsWith(type.slice(0, -1));
  return type === other && parameters.length < others.length && parameters.every((one) => others.includes(one));
}

function mediaTypeResult(walk: Walk, base: MediaType, revision: MediaType): Part {
  const part = copyOf(walk.base.mediaType(base));
  const after = walk.revision.mediaType(revision);
  edit(walk, part, ['extension.changed'], base.origin, revision.origin, isOf('media type'));
  editSchemas(walk, part, after, ['schema', 'each']);
  if (isForm(base.name) && isForm(revision.name)) editEncodings(walk, part, after, base, revision, '');
  // In a media type of another kind encodings mean nothing.
  else adoptAll(part, after, 'encoding ');
  return part;
}

/** Edits the schemas under some names, which every part of the kind has. */
export function editSchemas(walk: Walk, part: Part, after: Part, names: readonly string[]): void {
  for (const name of names) {
    const [left, right] = [part.parts.get(name), after.parts.get(name)];
    if (left !== undefined && right !== undefined) put(part, name, walk.schemas.of(left, right, walk.direction));
  }
}

function adoptAll(part: Part, after: Part, prefix: string): void {
  for (const name of [...part.parts.keys()]) if (name.startsWith(prefix)) put(part, name, undefined);
  for (const [name, inner] of after.parts) if (name.startsWith(prefix)) put(part, name, inner);
}

interface Encoded {
  readonly origin: Origin;
  readonly schema?: Schema;
  readonly encoding?: ReadonlyMap<string, Encoding>;
  readonly prefixEncoding?: readonly Encoding[];
  readonly itemEncoding?: Encoding;
}

function encodingsOf(owner: Encoded | undefined): ReadonlyMap<string, Encoding> {
  const positions = (owner?.prefixEncoding ?? []).map((one, index) => [`[${index}]`, one] as const);
  const others = owner?.itemEncoding === undefined ? [] : [['[]', owner.itemEncoding] as const];
  return new Map([...(owner?.encoding ?? []), ...positions, ...others]);
}

/** @param outer the name of the part that these are parts of, with a dot; empty for those of the body itself */
function editEncodings(walk: Walk, part: Part, after: Part, base: Encoded, revision: Encoded, outer: string): void {
  const [left, right] = [encodingsOf(base), encodingsOf(revision)];
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const at = `encoding ${name}`;
    if (
      outer === '' &&
      !name.startsWith('[') &&
      !(hasPart(walk.base, base, name) && hasPart(walk.revision, revision, name))
    ) {
      // A part that comes or goes is told by its property.
      put(part, at, after.parts.get(at));
      continue;
    }
    const [before, now] = [left.get(name) ?? atPosition(name, base), right.get(name) ?? atPosition(name, revision)];
    const result = copyOf(walk.base.encoding(before));
    const whole = walk.revision.encoding(now);
    const places = [before?.origin ?? base.origin, now?.origin ?? revision.origin] as const;
    edit(
      walk,
      result,
      ['encoding.changed'],
      ...places,
      (change) => 'property' in change && change.property === `${outer}${name}`,
    );
    // An unstated type follows from what the part holds.
    if (result.facts.has('contentType') !== whole.facts.has('contentType'))
      say(result, 'contentType', whole.facts.get('contentType'));
    editHeaders(walk, result, before?.headers ?? new Map(), now?.headers ?? new Map());
    editEncodings(
      walk,
      result,
      whole,
      before ?? { origin: places[0] },
      now ?? { origin: places[1] },
      `${outer}${name}.`,
    );
    // An encoding of nothing but defaults is none.
    if (after.parts.has(at)) put(part, at, result);
    else {
      put(part, at, undefined);
      walk.schemas.obligations.push([`${outer}${name} without an encoding`, result, whole]);
    }
  }
}

function atPosition(name: string, { itemEncoding }: Encoded): Encoding | undefined {
  return name.startsWith('[') ? itemEncoding : undefined;
}

function hasPart(contract: DocumentContract, { schema }: Encoded, name: string): boolean {
  return schema !== undefined && contract.schemas.part([schema]).parts.has(`property ${name}`);
}

export function editHeaders(
  walk: Walk,
  part: Part,
  base: ReadonlyMap<string, Header>,
  revision: ReadonlyMap<string, Header>,
): void {
  const [left, right] = [headersOf(base), headersOf(revision)];
  for (const [name, header] of left) {
    const same = right.get(name);
    if (same !== undefined) put(part, `header ${name}`, headerResult(walk, header, same));
    else if (isRemoved(walk, 'header.removed', header)) put(part, `header ${name}`, undefined);
  }
  for (const [name, header] of right) {
    if (!left.has(name) && isAdded(walk, 'header.added', header))
      put(part, `header ${name}`, walk.revision.header(header));
  }
}

function headerResult(walk: Walk, base: Header, revision: Header): Part {
  const part = copyOf(walk.base.header(base));
  const after = walk.revision.header(revision);
  edit(
    walk,
    part,
    ['header.required.changed', 'header.deprecated.changed', 'header.serialization.changed', 'extension.changed'],
    base.origin,
    revision.origin,
    isOf('header'),
  );
  editSchemas(walk, part, after, ['schema']);
  // Exploding changes how objects are written, and nothing else.
  if (![base, revision].some(holdsObject)) say(part, 'explode', after.facts.get('explode'));
  return part;
}

function holdsObject({ schema }: Header): boolean {
  return (schema?.ref?.target ?? schema)?.types?.includes('object') === true;
}
