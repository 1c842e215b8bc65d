import type { MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { field, isObject, type Json } from '../source/json.js';
import type { PointerSegment } from '../source/pointer.js';
import { jsYaml } from './js-yaml.js';
import type { MemberOffsets } from './loaded-file.js';

type NodeEvent = ScalarEvent | MappingEvent | SequenceEvent;

/** The tag of a node: the last word of a core tag, `!`, or the tag as written. */
export function tagOf(event: NodeEvent, text: string): string | undefined {
  if (event.tagStart < 0) return undefined;
  return text
    .slice(event.tagStart, event.tagEnd)
    .replace(/^!!(str|int|float|bool|null|map|seq)$|^!<tag:yaml\.org,2002:(.*)>$/, '$1$2');
}

export function anchorOf(event: NodeEvent, text: string): string | undefined {
  return event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
}

/** The offset of the opening quotation mark, where the parser gives the inside; `undefined` for a value that is left out. */
export function startOf(event: ScalarEvent): number | undefined {
  if (event.valueStart < 0) return undefined;
  const { SCALAR_STYLE } = jsYaml();
  const quoted = event.style === SCALAR_STYLE.DOUBLE_QUOTED || event.style === SCALAR_STYLE.SINGLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}

/** Follows a pointer through the members that were noted for each container. */
export function locateMember(
  root: { readonly value: Json; readonly offset: number },
  members: WeakMap<object, ReadonlyMap<string, MemberOffsets>>,
  segments: readonly PointerSegment[],
): MemberOffsets | undefined {
  let found: MemberOffsets = { key: undefined, value: root.offset };
  let value: Json | undefined = root.value;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null) return undefined;
    const member = members.get(value)?.get(segment);
    if (member === undefined) return undefined;
    found = member;
    value = isObject(value) ? field(value, segment) : (value as readonly Json[])[Number(segment)];
  }
  return found;
}
