import type { MediaType } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { isObject } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import { compareEncodings } from './compare-encodings.js';
import { compareExtensions } from './compare-extensions.js';
import { covers, plainMediaType } from './media-range.js';
import { type Pairs, pairBy } from './pair-by.js';
import type { Recorder } from './recorder.js';

/** Compares the media types of a body, and what is sent in each that both sides have. */
export function compareContent(
  recorder: Recorder,
  base: ReadonlyMap<string, MediaType>,
  revision: ReadonlyMap<string, MediaType>,
  owners: readonly [Origin, Origin],
  usage: Usage,
): void {
  const { both, ...alone } = pairBy(base.values(), revision.values(), ({ name }) => plainMediaType(name));
  for (const [before, after] of both) compareMediaType(recorder, before, after, usage);
  if (alone.removed.length + alone.added.length > 0) compareAlone(recorder, alone, [base, revision], owners, usage);
}

/** Compares the media types that only one side names with the ranges of the other. */
function compareAlone(
  recorder: Recorder,
  alone: Alone,
  [base, revision]: readonly [ReadonlyMap<string, MediaType>, ReadonlyMap<string, MediaType>],
  owners: readonly [Origin, Origin],
  usage: Usage,
): void {
  const { widened, narrowed, removed, added } = pairRanges(alone, [...base.values()], [...revision.values()]);
  const [left, right] = [contentOrigin(base, owners[0]), contentOrigin(revision, owners[1])];
  const [isSent, isReceived] = [usage.direction === 'request', usage.direction === 'response'];
  // Who sends may go on sending one kind where several are taken; who reads may get what he did not ask for before.
  const gone = [
    ...removed,
    ...(isSent ? alone.removed.filter((one) => narrowed.some(([before]) => before === one)) : []),
  ];
  const come = [
    ...added,
    ...(isReceived ? alone.added.filter((one) => widened.some(([, after]) => after === one)) : []),
  ];
  for (const { name, origin } of gone) {
    recorder.record({ kind: 'media-type.removed', mediaType: name, base: origin, revision: right }, usage);
  }
  for (const { name, origin } of come) {
    recorder.record({ kind: 'media-type.added', mediaType: name, base: left, revision: origin }, usage);
  }
  for (const [before, after] of [...widened, ...narrowed]) compareMediaType(recorder, before, after, usage);
}

type MediaTypePair = readonly [MediaType, MediaType];
type Alone = Pick<Pairs<MediaType>, 'removed' | 'added'>;

interface Ranges {
  /** A media type, and a range of the revision that takes it in. */
  readonly widened: readonly MediaTypePair[];
  /** A range, and a media type of the revision that it took in. */
  readonly narrowed: readonly MediaTypePair[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/**
 * `application/json` → `*\/*` takes and gives at least what it did before, and the other way round at most; so it is where the
 * range stands on both sides and answers for what is no longer, or not yet, named beside it.
 */
function pairRanges({ removed, added }: Alone, base: readonly MediaType[], revision: readonly MediaType[]): Ranges {
  const widened = removed.flatMap((before): readonly MediaTypePair[] => {
    const after = revision.find((candidate) => covers(candidate.name, before.name));
    return after === undefined ? [] : [[before, after]];
  });
  const types = added.filter((after) => !widened.some(([, one]) => one === after));
  const narrowed = types.flatMap((after): readonly MediaTypePair[] => {
    const before = base.find((candidate) => covers(candidate.name, after.name));
    return before === undefined ? [] : [[before, after]];
  });
  const pairs = [...widened, ...narrowed];
  return {
    widened,
    narrowed,
    removed: removed.filter((before) => !pairs.some(([one]) => one === before)),
    added: types.filter((after) => !narrowed.some(([, one]) => one === after)),
  };
}

function contentOrigin(content: ReadonlyMap<string, MediaType>, owner: Origin): Origin {
  return content.size === 0 ? owner : owner.at('content');
}

function compareMediaType(recorder: Recorder, base: MediaType, revision: MediaType, usage: Usage): void {
  const places = [base.origin, revision.origin] as const;
  const [left, right] = [itemsOf(base), itemsOf(revision)];
  if (left !== undefined && right !== undefined) {
    recorder.schemas(left, right, places, usage);
  } else {
    recorder.schemas(base.schema, revision.schema, places, usage);
    recorder.schemas(base.itemSchema, revision.itemSchema, places, usage);
  }
  compareEncodings(recorder, base, revision, usage);
  compareExtensions(recorder, 'media type', base, revision, [usage]);
}

/** Media types whose content is one value after the other (Media Type Object of OpenAPI 3.2, "Sequential Media Types"). */
const SEQUENTIAL =
  /^(?:text\/event-stream|multipart\/mixed|application\/(?:jsonl|x-ndjson|json-seq|[^;]*\+json-seq))(?:;|$)/i;

/** What each value of a sequence has to be, where no more than that is said; as items of an array is another way to say it. */
function itemsOf({ name, schema, itemSchema }: MediaType): Schema | undefined {
  if (!SEQUENTIAL.test(name.trim())) return undefined;
  if (schema === undefined || itemSchema !== undefined) return schema === undefined ? itemSchema : undefined;
  if (!isObject(schema.raw) || schema.types?.join() !== 'array') return undefined;
  return Object.keys(schema.raw).every((key) => SAYING_ITEMS.has(key)) ? schema.items : undefined;
}

const SAYING_ITEMS: ReadonlySet<string> = new Set(['type', 'items', 'title', 'description', 'example', 'examples']);
