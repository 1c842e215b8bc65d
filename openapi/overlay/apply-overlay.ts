import { MAX_DEPTH } from '../load/limits.js';
import { placeOf } from '../load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../source/diagnostic.js';
import { describeType, field, isArray, isObject, type Json, type JsonObject, setField } from '../source/json.js';
import { Origin } from '../source/origin.js';
import type { OverlaidValue, OwnContainer } from './overlaid-value.js';
import type { Overlay, OverlayAction } from './overlay.js';
import { select } from './select.js';
import { Steps, TooManySteps } from './steps.js';
import { ValueNode } from './value-node.js';

/** The most steps that the targets of one overlay may take: seconds. */
const MOST_STEPS = 10_000_000;
/** The most values that one overlay may write. */
const MOST_VALUES = 1_000_000;

/**
 * Applies the actions of an overlay one after the other (Overlay 1.0, section 4.4.3).
 * @param key the file of the overlay in the origins of what it writes
 * @returns what is wrong but has a clear meaning, such as a target that selects nothing
 * @throws DocumentError with the place of everything that cannot be applied
 */
export function applyOverlay(overlay: Overlay, key: string, document: OverlaidValue): readonly Diagnostic[] {
  const application = new Application(overlay, key, document);
  application.run();
  if (application.faults.length > 0) throw new DocumentError(application.faults);
  return application.warnings;
}

class Application {
  readonly faults: Diagnostic[] = [];
  readonly warnings: Diagnostic[] = [];
  readonly #overlay: Overlay;
  readonly #root: Origin;
  readonly #document: OverlaidValue;
  readonly #steps = new Steps(MOST_STEPS);
  readonly #told = new Set<string>();
  #values = 0;

  constructor(overlay: Overlay, key: string, document: OverlaidValue) {
    this.#overlay = overlay;
    this.#root = Origin.root(key);
    this.#document = document;
  }

  run(): void {
    for (const [index, action] of this.#overlay.actions.entries()) {
      // What a faulty action leaves undone would make the next ones seem wrong.
      if (this.faults.length === 0) this.#apply(action, this.#root.at('actions').at(index));
    }
  }

  #apply(action: OverlayAction, at: Origin): void {
    const { target, update, remove } = action;
    if (!remove && update === undefined) {
      this.#tell(
        'warning',
        'overlay-no-effect',
        at,
        'The action has neither "update" nor "remove", and changes nothing.',
      );
      return;
    }
    const root = ValueNode.root(this.#document.value);
    try {
      const nodes = select(action.path, root, this.#steps);
      if (nodes.length === 0) {
        this.#tell(
          'warning',
          'overlay-no-target',
          at.at('target'),
          `The target ${JSON.stringify(target)} selects nothing.`,
        );
      }
      const strange = nodes.find(({ value }) => typeof value !== 'object' || value === null);
      if (strange !== undefined) {
        const found = `selects ${describeType(strange.value)} at ${pointerOf(strange)}`;
        const advice = remove ? '' : ' Select the object around it, and update its member.';
        const message = `The target ${found}; an overlay of version 1.0 targets objects and arrays.${advice}`;
        this.#tell('fault', 'overlay-target', at.at('target'), message);
      } else if (remove) this.#remove(nodes, at);
      else if (update !== undefined) this.#update(nodes, update, at.at('update'));
    } catch (error) {
      if (error instanceof TooManyValues) {
        const message = `An overlay writes up to ${MOST_VALUES} values; with this it writes more.`;
        this.#tell('fault', 'overlay-too-large', at.at('update'), message);
      } else if (error instanceof TooManySteps) {
        this.#tell('fault', 'overlay-too-large', at.at('target'), 'To find what this target selects takes too long.');
      } else throw error;
    }
  }

  #remove(nodes: readonly ValueNode[], at: Origin): void {
    const known = new Map<ValueNode, OwnContainer>();
    const leaving = new Map<OwnContainer, Set<string>>();
    for (const { parent, key } of nodes) {
      if (parent === undefined) {
        this.#tell('fault', 'overlay-target', at.at('target'), 'The document as a whole cannot be removed.');
        return;
      }
      const container = this.#document.containerAt(parent, known);
      if (container === undefined) continue;
      const keys = leaving.get(container) ?? new Set();
      leaving.set(container, keys.add(key));
    }
    // Only now, for what is removed from an array moves the items after it.
    for (const [container, keys] of leaving) removeFrom(container, keys);
  }

  #update(nodes: readonly ValueNode[], update: Json, from: Origin): void {
    const known = new Map<ValueNode, OwnContainer>();
    for (const node of nodes) {
      const container = this.#document.containerAt(node, known);
      if (container === undefined) continue;
      if (container.kind === 'array') {
        if (isArray(update)) {
          const message =
            'An array is appended to an array as one item. To append several, update the object around it.';
          this.#tell('warning', 'overlay-nested-array', from, message);
        }
        this.#append(container, update, from, node.depth);
      } else if (isObject(update)) this.#merge(container, update, from, node.depth);
      else {
        const message = `An object is updated by an object, not by ${describeType(update)}.`;
        this.#tell('fault', 'overlay-incompatible', from, message);
      }
    }
  }

  #merge(target: Extract<OwnContainer, { kind: 'object' }>, update: JsonObject, from: Origin, depth: number): void {
    for (const key of Object.keys(update)) {
      const value = field(update, key) ?? null;
      const current = field(target.value, key);
      const at = from.at(key);
      if (current === undefined || current === null || (isScalar(current) && isScalar(value))) {
        setField(target.value, key, this.#copy(value, at, depth + 1));
        target.written.set(key, at);
      } else if (value === null) {
        const message = `"${key}" holds ${describeType(current)}, and nothing stands here to be merged into it. It is left as it is.`;
        this.#tell('warning', 'overlay-null', at, message, true);
      } else {
        const own = this.#document.ownMember(target, key);
        if (own?.kind === 'object' && isObject(value)) this.#merge(own, value, at, depth + 1);
        else if (own?.kind === 'array' && isArray(value)) {
          value.forEach((item, index) => {
            this.#append(own, item, at.at(index), depth + 1);
          });
        } else {
          const message = `"${key}" holds ${describeType(current)}, which cannot be merged with ${describeType(value)}. Remove it first.`;
          this.#tell('fault', 'overlay-incompatible', at, message, true);
        }
      }
    }
  }

  #append(target: Extract<OwnContainer, { kind: 'array' }>, item: Json, from: Origin, depth: number): void {
    target.value.push(this.#copy(item, from, depth + 1));
    target.items.push(from);
  }

  /** Each place gets a value of its own, so that the document stays a tree. */
  #copy(value: Json, at: Origin, depth: number): Json {
    if (this.#values++ >= MOST_VALUES) throw new TooManyValues();
    if (depth > MAX_DEPTH) {
      const message = `With this the document is nested deeper than ${MAX_DEPTH} levels.`;
      this.#tell('fault', 'too-deep', at, message);
      return null;
    }
    if (isArray(value)) return value.map((item: Json, index) => this.#copy(item, at.at(index), depth + 1));
    if (!isObject(value)) return value;
    const copy: Record<string, Json | undefined> = {};
    for (const key of Object.keys(value)) {
      setField(copy, key, this.#copy(field(value, key) ?? null, at.at(key), depth + 1));
    }
    return copy;
  }

  #tell(kind: 'fault' | 'warning', code: string, at: Origin, message: string, atKey = false): void {
    // An action with many targets says the same of each; what is too deep is so in many places.
    const about = code === 'too-deep' ? code : `${code} ${at.pointer}`;
    if (this.#told.has(about)) return;
    this.#told.add(about);
    const place = placeOf(this.#overlay.file, at.segments, atKey);
    (kind === 'fault' ? this.faults : this.warnings).push({ code, message, place });
  }
}

/** An overlay writes more than a document may hold. */
class TooManyValues extends Error {
  override readonly name = 'TooManyValues';
}

function removeFrom(container: OwnContainer, keys: ReadonlySet<string>): void {
  if (container.kind === 'object') {
    for (const key of keys) {
      delete container.value[key];
      container.written.delete(key);
    }
    return;
  }
  const stays = (_: unknown, index: number): boolean => !keys.has(String(index));
  const [value, items] = [container.value.filter(stays), container.items.filter(stays)];
  container.value.length = 0;
  container.items.length = 0;
  for (const item of value) container.value.push(item);
  for (const item of items) container.items.push(item);
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== 'object';
}

function pointerOf(node: ValueNode): string {
  let origin = Origin.root('');
  const way: string[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) way.push(at.key);
  for (const key of way.reverse()) origin = origin.at(key);
  return origin.pointer;
}
