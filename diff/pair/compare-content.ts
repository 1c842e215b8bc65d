import { mediaTypeIdentity } from '../../openapi/model/identity.js';
import type { Encoding, MediaType } from '../../openapi/model/operation.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { pairBy } from './pair-by.js';
import type { Recorder } from './recorder.js';

/** Compares the media types of a body, and what is sent in each that both sides have. */
export function compareContent(
  recorder: Recorder,
  base: ReadonlyMap<string, MediaType>,
  revision: ReadonlyMap<string, MediaType>,
  owners: readonly [Origin, Origin],
  usage: Usage,
): void {
  const identity = ({ name }: MediaType): string => mediaTypeIdentity(name);
  const { both, removed, added } = pairBy(base.values(), revision.values(), identity);
  const [left, right] = [contentOrigin(base, owners[0]), contentOrigin(revision, owners[1])];
  const taken = new Set<MediaType>();
  for (const mediaType of removed) {
    // `application/json` → `*/*` takes and gives at least what it did before.
    const covering = added.find((candidate) => covers(candidate.name, mediaType.name));
    if (covering === undefined) {
      const fact = {
        kind: 'media-type.removed',
        mediaType: mediaType.name,
        base: mediaType.origin,
        revision: right,
      } as const;
      recorder.record(fact, usage);
    } else {
      taken.add(covering);
      compareMediaType(recorder, mediaType, covering, usage);
      if (usage.direction === 'response') {
        recorder.record(
          { kind: 'media-type.added', mediaType: covering.name, base: left, revision: covering.origin },
          usage,
        );
      }
    }
  }
  for (const mediaType of added) {
    if (taken.has(mediaType)) continue;
    recorder.record(
      { kind: 'media-type.added', mediaType: mediaType.name, base: left, revision: mediaType.origin },
      usage,
    );
  }
  for (const [before, after] of both) compareMediaType(recorder, before, after, usage);
}

/** Whether a media type range takes in a media type (RFC 9110, section 12.5.1). */
export function covers(range: string, mediaType: string): boolean {
  const [type = '', subtype = ''] = mediaTypeIdentity(range).split(';', 1)[0]?.split('/') ?? [];
  const [otherType = ''] = mediaTypeIdentity(mediaType).split('/', 1);
  return subtype === '*' && (type === '*' || type === otherType);
}

function contentOrigin(content: ReadonlyMap<string, MediaType>, owner: Origin): Origin {
  return content.size === 0 ? owner : owner.at('content');
}

function compareMediaType(recorder: Recorder, base: MediaType, revision: MediaType, usage: Usage): void {
  const places = [base.origin, revision.origin] as const;
  recorder.schemas(base.schema, revision.schema, places, usage);
  recorder.schemas(base.itemSchema, revision.itemSchema, places, usage);
  compareEncodings(recorder, base, revision, usage);
}

/** How each part of a form is written. A part that comes or goes is told by its property. */
function compareEncodings(recorder: Recorder, base: MediaType, revision: MediaType, usage: Usage): void {
  for (const property of new Set([...base.encoding.keys(), ...revision.encoding.keys()])) {
    if (!hasPart(base, property) || !hasPart(revision, property)) continue;
    const before = base.encoding.get(property);
    const after = revision.encoding.get(property);
    for (const [keyword, left, right] of encodingFields(before, after)) {
      if (left === right) continue;
      const fact = { kind: 'encoding.changed', property, keyword, before: left, after: right } as const;
      const at = { base: before?.origin ?? base.origin, revision: after?.origin ?? revision.origin };
      recorder.record({ ...fact, ...at }, usage, `${property} ${keyword}`);
    }
  }
}

function hasPart({ schema }: MediaType, property: string): boolean {
  if (schema === undefined) return false;
  return conjunctionOf([schema]).members.some((member) => member.properties.has(property));
}

/** Absent fields have the defaults of the Encoding Object: the style `form`, which explodes. */
function encodingFields(
  base: Encoding | undefined,
  revision: Encoding | undefined,
): readonly (readonly [string, Json, Json])[] {
  return [
    ['contentType', base?.contentType ?? null, revision?.contentType ?? null],
    ['style', base?.style ?? 'form', revision?.style ?? 'form'],
    ['explode', explodes(base), explodes(revision)],
    ['allowReserved', base?.allowReserved ?? false, revision?.allowReserved ?? false],
  ];
}

function explodes(encoding: Encoding | undefined): boolean {
  return encoding?.explode ?? (encoding?.style ?? 'form') === 'form';
}
