import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { type Diagnostic, DocumentError } from '../source/diagnostic.js';
import { type Json, setField } from '../source/json.js';
import { formatPointer, type PointerSegment } from '../source/pointer.js';
import type { SourceText } from '../source/text.js';
import { duplicateKey } from './duplicate-key.js';
import { jsYaml } from './js-yaml.js';
import { MAX_DEPTH, MAX_EXPANDED_VALUES } from './limits.js';
import type { MemberOffsets } from './loaded-file.js';
import { anchorOf, locateMember, startOf, tagOf } from './yaml-event.js';
import { type Anchored, type Frame, type MutableObject, openFrame } from './yaml-frame.js';
import { NOT_JSON, resolvePlainScalar } from './yaml-scalar.js';

/** Turns the events of the YAML parser into a JSON value, and remembers where each member of each container stands. */
export class YamlComposer {
  readonly #source: SourceText;
  readonly #decode: (event: ScalarEvent) => string;
  readonly #members = new WeakMap<object, Map<string, MemberOffsets>>();
  readonly #anchors = new Map<string, Anchored | Frame>();
  readonly #faults: Diagnostic[] = [];
  readonly #stack: Frame[] = [];
  /** Whether no alias was met so far. */
  isTree = true;
  #root: { readonly value: Json; readonly offset: number } | undefined;

  constructor(source: SourceText, decode: (event: ScalarEvent) => string) {
    this.#source = source;
    this.#decode = decode;
  }

  /** @throws DocumentError listing everything that has no JSON meaning. */
  compose(events: readonly Event[]): Json {
    for (const event of events) this.#take(event);
    if (this.#faults.length > 0) throw new DocumentError(this.#faults);
    if (this.#root === undefined) throw this.#error('empty', 0, 'The file holds no value.');
    return this.#root.value;
  }

  /** Where a value of the composed document stands. */
  locate(segments: readonly PointerSegment[]): MemberOffsets | undefined {
    return this.#root === undefined ? undefined : locateMember(this.#root, this.#members, segments);
  }

  #take(event: Event): void {
    const { EVENT_ID } = jsYaml();
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        return;
      case EVENT_ID.MAPPING:
        this.#open(event, {}, ['map']);
        return;
      case EVENT_ID.SEQUENCE:
        this.#open(event, [], ['seq']);
        return;
      case EVENT_ID.POP:
        this.#close();
        return;
      case EVENT_ID.SCALAR:
        this.#scalar(event);
        return;
      case EVENT_ID.ALIAS:
        this.#alias(event);
        return;
    }
  }

  #open(event: MappingEvent | SequenceEvent, container: MutableObject | Json[], tags: readonly string[]): void {
    this.#checkTag(event, tags);
    const top = this.#stack.at(-1);
    if (top !== undefined && this.#expectsKey(top)) {
      throw this.#error('yaml-key', event.start, 'A mapping or sequence cannot be a key here. Use text as the key.');
    }
    const anchor = anchorOf(event, this.#source.text);
    if (this.#stack.length >= MAX_DEPTH) throw this.#tooDeep(event.start);
    if (top === undefined) this.#setRoot(container, event.start);
    else this.#add(top, container, event.start);
    const members = new Map<string, MemberOffsets>();
    this.#members.set(container, members);
    const frame = openFrame(container, members, anchor, event.start);
    if (anchor !== undefined) this.#anchors.set(anchor, frame);
    this.#stack.push(frame);
  }

  #close(): void {
    const frame = this.#stack.pop();
    if (frame === undefined) return;
    for (const merge of frame.merges) this.#merge(frame, merge.value, merge.offset);
    const { anchor, container, size, depth } = frame;
    // An anchor of the same name inside is the later one, and counts (YAML 1.2.2, section 7.1).
    if (anchor !== undefined && this.#anchors.get(anchor) === frame) {
      this.#anchors.set(anchor, { value: container, size, depth });
    }
    const parent = this.#stack.at(-1);
    if (parent === undefined) return;
    this.#grow(parent, size, frame.start);
    parent.depth = Math.max(parent.depth, depth + 1);
  }

  #scalar(event: ScalarEvent): void {
    const text = this.#decode(event);
    const top = this.#stack.at(-1);
    const isKey = top !== undefined && this.#expectsKey(top);
    // A value that is left out has no offset of its own; its key, or the container, is the nearest place.
    const start = startOf(event) ?? (isKey ? top.start : top?.keyOffset) ?? 0;
    const anchor = anchorOf(event, this.#source.text);
    const isPlain = event.style === jsYaml().SCALAR_STYLE.PLAIN;
    const tag = this.#checkTag(event, ['str', 'int', 'float', 'bool', 'null']);
    if (isKey) {
      if (anchor !== undefined) this.#anchors.set(anchor, { value: text, size: 1, depth: 0 });
      this.#setKey(top, text, start, isPlain && text === '<<');
      return;
    }
    const isText = tag === 'str' || tag === '!' || (tag === undefined && !isPlain);
    const value = isText ? text : resolvePlainScalar(text);
    if (value === NOT_JSON) {
      throw this.#error('not-json', start, `"${text}" is a number that JSON cannot hold. Quote it if it is text.`);
    }
    if (anchor !== undefined) this.#anchors.set(anchor, { value, size: 1, depth: 0 });
    if (top === undefined) this.#setRoot(value, start);
    else this.#add(top, value, start);
  }

  #alias(event: AliasEvent): void {
    this.isTree = false;
    const name = this.#source.text.slice(event.anchorStart, event.anchorEnd);
    const start = event.anchorStart - 1;
    const target = this.#anchors.get(name);
    if (target === undefined)
      throw this.#error('yaml-alias', start, `There is no anchor "&${name}" before this alias.`);
    if ('container' in target) {
      throw this.#error(
        'yaml-alias',
        start,
        `The alias "*${name}" stands inside what it names, so it has no end. Use "$ref".`,
      );
    }
    const top = this.#stack.at(-1);
    if (top === undefined) return;
    if (this.#expectsKey(top)) {
      if (typeof target.value !== 'string')
        throw this.#error('yaml-key', start, 'This alias names no text, so it cannot be a key.');
      this.#setKey(top, target.value, start, false);
      return;
    }
    if (this.#stack.length + target.depth > MAX_DEPTH) throw this.#tooDeep(start);
    this.#grow(top, target.size, start);
    top.depth = Math.max(top.depth, target.depth + 1);
    this.#add(top, target.value, start);
  }

  #setRoot(value: Json, offset: number): void {
    if (this.#root !== undefined) {
      throw this.#error('yaml-documents', offset, 'A second YAML document begins here. Keep one document in a file.');
    }
    this.#root = { value, offset };
  }

  #expectsKey(frame: Frame): boolean {
    return frame.key === undefined && !Array.isArray(frame.container);
  }

  #setKey(frame: Frame, key: string, offset: number, isMergeKey: boolean): void {
    frame.key = key;
    frame.keyOffset = offset;
    frame.isMergeKey = isMergeKey;
  }

  #add(frame: Frame, value: Json, offset: number): void {
    frame.size++;
    if (Array.isArray(frame.container)) {
      frame.lastKey = String(frame.container.length);
      frame.members.set(frame.lastKey, { key: undefined, value: offset });
      frame.container.push(value);
      return;
    }
    const key = frame.key ?? '';
    frame.key = undefined;
    if (frame.isMergeKey) {
      frame.merges.push({ offset, value });
      return;
    }
    frame.lastKey = key;
    const first = frame.members.get(key);
    if (first?.key !== undefined) {
      this.#faults.push(duplicateKey(this.#source, this.#path(), key, first.key, frame.keyOffset));
    }
    frame.members.set(key, { key: frame.keyOffset, value: offset });
    setField(frame.container, key, value);
  }

  /** `<<` copies members that the mapping does not have itself (YAML 1.1 merge key, which OpenAPI authors use). */
  #merge(frame: Frame, value: Json, offset: number): void {
    for (const source of Array.isArray(value) ? value : [value]) {
      const members = typeof source === 'object' && source !== null ? this.#members.get(source) : undefined;
      if (members === undefined || Array.isArray(source)) {
        throw this.#error('yaml-merge', offset, 'The merge key "<<" takes a mapping or a list of mappings.');
      }
      for (const [key, offsets] of members) {
        if (frame.members.has(key)) continue;
        frame.members.set(key, offsets);
        this.#grow(frame, 1, offset);
        // `members` is only known for containers made here; sequences were refused above.
        setField(frame.container as MutableObject, key, (source as MutableObject)[key] ?? null);
      }
    }
  }

  #grow(frame: Frame, values: number, offset: number): void {
    frame.size += values;
    if (frame.size > MAX_EXPANDED_VALUES) {
      const limit = MAX_EXPANDED_VALUES.toLocaleString('en-US');
      throw this.#error('yaml-alias', offset, `Written out, the aliases up to here make more than ${limit} values.`);
    }
  }

  #checkTag(event: ScalarEvent | MappingEvent | SequenceEvent, allowed: readonly string[]): string | undefined {
    const tag = tagOf(event, this.#source.text);
    if (tag === undefined || tag === '!' || allowed.includes(tag)) return tag;
    throw this.#error('yaml-tag', event.tagStart, `The tag "${tag}" has no meaning in an OpenAPI document. Remove it.`);
  }

  #path(): string[] {
    return this.#stack.slice(0, -1).map((frame) => frame.lastKey);
  }

  #tooDeep(offset: number): DocumentError {
    return this.#error('yaml-syntax', offset, `The document is nested deeper than ${MAX_DEPTH} levels.`);
  }

  #error(code: string, offset: number, message: string): DocumentError {
    const pointer = formatPointer(this.#path());
    return new DocumentError([...this.#faults, { code, message, place: this.#source.place(offset, pointer) }]);
  }
}
