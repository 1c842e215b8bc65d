import { isArray, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { behaviorChanges } from './behaviors.js';
import { itemsOf } from './extension-items.js';
import { type ExtensionMeaning, meaningOf } from './registry.js';
import { stabilityOf } from './stability.js';
import { sunsetDate } from './sunset-date.js';

/** The object of the specification that holds an extension. */
export type ExtensionElement =
  | 'document'
  | 'path'
  | 'operation'
  | 'parameter'
  | 'request body'
  | 'media type'
  | 'response'
  | 'header'
  | 'schema';

/** The change of one extension with a registered meaning. An absent `before` or `after` is an absent extension. */
export interface ExtensionChangeData {
  readonly kind: 'extension.changed';
  readonly element: ExtensionElement;
  /** The extension where it stands in the revision, else in the base. */
  readonly name: string;
  readonly meaning: ExtensionMeaning;
  /** The id of the one behaviour the change is about, where the extension lists behaviours by id. */
  readonly item?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Pointers to what changes with the behaviour, from the element or, with `#`, from the document. Absent: it names nothing. */
  readonly covers?: readonly string[];
  /** What callers do about the behaviour, in the imperative, as the document says. Absent: it does not. */
  readonly action?: string;
  /** The name of a parameter that is new, where only those who send it are concerned. */
  readonly newParameter?: string;
}

/** What carries extensions. `enum` is needed where an extension names the values of an enum by position. */
export interface ExtensionOwner {
  readonly extensions: ReadonlyMap<string, Json>;
  readonly enum?: readonly Json[];
}

/**
 * What changed in the extensions with a registered meaning, in the order of their names. Equal meanings are no change: another
 * order of scopes, `x-beta: true` for `x-stability: beta`, the names of values that were reordered with them.
 */
export function extensionChanges(
  element: ExtensionElement,
  base: ExtensionOwner,
  revision: ExtensionOwner,
): readonly ExtensionChangeData[] {
  if (base.extensions.size === 0 && revision.extensions.size === 0) return [];
  const changes: ExtensionChangeData[] = [];
  const names = new Set([...base.extensions.keys(), ...revision.extensions.keys()]);
  for (const name of [...names].sort()) {
    const meaning = meaningOf(name);
    if (meaning === undefined) continue;
    const before = base.extensions.get(name);
    const after = revision.extensions.get(name);
    if (meaning === 'stability') {
      if (!changes.some((change) => change.meaning === 'stability')) {
        changes.push(...stabilityChange(element, name, base, revision));
      }
    } else if (isDifferent(meaning, before, after, base, revision)) {
      const fact = { kind: 'extension.changed', element, name, meaning } as const;
      const items = meaning === 'behavior' ? behaviorChanges(before, after) : undefined;
      changes.push(...(items ?? [sides(before, after)]).map((item) => ({ ...fact, ...item })));
    }
  }
  return changes;
}

/** What tells the change of an extension from others at the same place. */
export function extensionDetail({ name, item }: Pick<ExtensionChangeData, 'name' | 'item'>): string {
  return item === undefined ? name : `${name} ${item}`;
}

/** Several extensions state one stability, so it is compared once. */
function stabilityChange(
  element: ExtensionElement,
  name: string,
  base: ExtensionOwner,
  revision: ExtensionOwner,
): readonly ExtensionChangeData[] {
  const [before, after] = [stabilityOf(base.extensions), stabilityOf(revision.extensions)];
  if (before === after) return [];
  return [{ kind: 'extension.changed', element, name, meaning: 'stability', before, after }];
}

function sides(before: Json | undefined, after: Json | undefined): { readonly before?: Json; readonly after?: Json } {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function isDifferent(
  meaning: ExtensionMeaning,
  before: Json | undefined,
  after: Json | undefined,
  base: ExtensionOwner,
  revision: ExtensionOwner,
): boolean {
  if (meaning === 'enum-names') return namesDiffer(before, after, base.enum, revision.enum);
  return canonical(meant(meaning, before)) !== canonical(meant(meaning, after));
}

/** Absent and `false` say the same where an extension is a flag. */
const FLAGS: ReadonlySet<ExtensionMeaning> = new Set(['null', 'idempotency', 'presence']);
const SETS: ReadonlySet<ExtensionMeaning> = new Set(['scopes', 'open-values', 'searchable-fields', 'error-codes']);

/** The value with what says nothing taken out: the order of sets, and of behaviours with an id. */
function meant(meaning: ExtensionMeaning, value: Json | undefined): Json {
  if (value === undefined || (FLAGS.has(meaning) && value === false)) return null;
  if (meaning === 'sunset') return sunsetDate(value) ?? value;
  if (SETS.has(meaning)) return [...new Set(itemsOf(value).map((item) => canonical(item)))].sort();
  if (meaning === 'behavior' && isArray(value)) return value.map((item) => canonical(item)).sort();
  return value;
}

/** Names are compared for the values that both sides have; a value that comes or goes is told as one. */
function namesDiffer(
  before: Json | undefined,
  after: Json | undefined,
  valuesBefore: readonly Json[] = [],
  valuesAfter: readonly Json[] = [],
): boolean {
  const [left, right] = [namesByValue(before, valuesBefore), namesByValue(after, valuesAfter)];
  if (left === undefined || right === undefined) return canonical(before ?? null) !== canonical(after ?? null);
  return [...left].some(([value, name]) => right.has(value) && right.get(value) !== name);
}

function namesByValue(names: Json | undefined, values: readonly Json[]): ReadonlyMap<string, string> | undefined {
  if (names === undefined || !isArray(names) || names.length !== values.length) return undefined;
  return new Map(values.map((value, index) => [canonical(value), canonical(names[index] ?? null)]));
}
