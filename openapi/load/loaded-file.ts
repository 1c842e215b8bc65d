import type { Place } from '../source/diagnostic.js';
import type { Json } from '../source/json.js';
import { placeAt } from '../source/place-at.js';
import { formatPointer, type PointerSegment } from '../source/pointer.js';
import type { SourceText } from '../source/text.js';
import type { ParsedJson } from './parsed-json.js';
import type { ParsedYaml } from './plain-yaml-version.js';

/** Offsets of the key and the value of one member of a container; the root has no key. */
export interface MemberOffsets {
  readonly key: number | undefined;
  readonly value: number;
}

/** Finds a value's offsets by its pointer; `undefined` when there is no such value. */
export type Locate = (segments: readonly PointerSegment[]) => MemberOffsets | undefined;

/** One parsed file: its value, and the place of each value on demand. */
export interface LoadedFile {
  /** The text in which `locate` gives offsets, and the way from there to places in the file. */
  readonly source: Pick<SourceText, 'text' | 'place'>;
  readonly value: Json;
  /** Whether each object of the value stands in one place; an alias of YAML gives it a second one. */
  readonly isTree: boolean;
  /** Whether a key may give a schema or the document an identifier, which changes what references mean. */
  readonly usesIds: boolean;
  readonly locate: Locate;
  /** What another version of the file may take over, for one in JSON and for one in plain YAML. */
  readonly json?: ParsedJson;
  readonly yaml?: ParsedYaml;
  /** Where a value was written, for a file on which overlays were applied. Absent: all of it stands in its own text. */
  readonly writtenIn?: (segments: readonly PointerSegment[]) => {
    readonly file: LoadedFile;
    readonly segments: readonly PointerSegment[];
  };
}

/** Whether a key gives its object an identifier: `$id` of a schema, `$self` of a document (OpenAPI 3.2). */
export function isIdentifier(key: string): boolean {
  return key === '$id' || key === '$self';
}

/** Whether the text of a file can hold an identifier. */
export function mayUseIds({ text }: SourceText): boolean {
  return text.includes('$id') || text.includes('$self');
}

/** The place of a value, of its key if `atKey`, or of its nearest parent that is there. It is looked up when somebody asks for it. */
export function placeOf(file: LoadedFile, segments: readonly PointerSegment[], atKey = false): Place {
  const pointer = formatPointer(segments);
  if (file.writtenIn !== undefined) {
    const written = file.writtenIn(segments);
    return { ...placeOf(written.file, written.segments, atKey), pointer };
  }
  return placeAt(file.source.place(0).file, pointer, () => file.source.place(offsetOf(file, segments, atKey)));
}

function offsetOf(file: LoadedFile, segments: readonly PointerSegment[], atKey: boolean): number {
  for (let length = segments.length; length >= 0; length--) {
    const offsets = file.locate(segments.slice(0, length));
    if (offsets === undefined) continue;
    // The key of a missing member is best shown by the place of the object that lacks it.
    const useKey = atKey && length === segments.length;
    return (useKey ? offsets.key : undefined) ?? offsets.value;
  }
  return 0;
}
