import { asKnown, behaviorsById } from '../../../diff/extensions/behaviors.js';
import type { ExtensionChangeData } from '../../../diff/extensions/extension-changes.js';
import { meaningOf } from '../../../diff/extensions/registry.js';
import { stabilityOf } from '../../../diff/extensions/stability.js';
import { isArray, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { type Part, say } from './part.js';

type Extensions = ReadonlyMap<string, Json>;

/** Says what the extensions mean that callers depend on. */
export function sayExtensions(part: Part, extensions: Extensions): void {
  if (extensions.size === 0) return;
  const stability = stabilityOf(extensions);
  if (stability !== 'stable') say(part, 'stability', stability);
  for (const name of extensions.keys()) sayExtension(part, name, extensions.get(name));
}

/** Edits what an extension means by a change of it. */
export function editExtension(part: Part, { name, meaning, item, after }: Omit<ExtensionChangeData, 'kind'>): void {
  if (item !== undefined) {
    sayBehavior(part, name, item, isArray(after) ? after[0] : undefined);
    return;
  }
  for (const fact of [...part.facts.keys()]) if (fact.startsWith(`extension ${name} `)) say(part, fact, undefined);
  if (meaning === 'stability') say(part, 'stability', after === 'stable' ? undefined : String(after));
  else sayExtension(part, name, after);
}

/** Says what one extension means. Names of values belong to their values, and are not told where those changed. */
function sayExtension(part: Part, name: string, value: Json | undefined): void {
  const meaning = meaningOf(name);
  if (meaning === undefined || meaning === 'stability' || meaning === 'enum-names') return;
  const behaviors = meaning === 'behavior' && value !== undefined ? behaviorsById(value) : undefined;
  if (behaviors !== undefined) {
    for (const [item, behavior] of behaviors) sayBehavior(part, name, item, behavior);
    return;
  }
  say(part, `extension ${name}`, value === undefined || value === false ? undefined : canonical(meant(name, value)));
}

function sayBehavior(part: Part, name: string, item: string, behavior: Json | undefined): void {
  say(part, `extension ${name} ${item}`, behavior === undefined ? undefined : canonical(asKnown(behavior) ?? null));
}

const MAPS_AS_SETS: ReadonlySet<string> = new Set(['scopes', 'open-values', 'searchable-fields', 'error-codes']);

/** No list of an extension has an order, but that of a sequence. */
function meant(name: string, value: Json): Json {
  const isSet = MAPS_AS_SETS.has(meaningOf(name) ?? '');
  if (meaningOf(name) === 'sunset') return String(value).slice(0, 10);
  const items = isArray(value) ? value : isSet && isObject(value) ? Object.keys(value) : isSet ? [value] : undefined;
  if (items === undefined || !(isSet || meaningOf(name) === 'behavior')) return value;
  return [...new Set(items.map((item) => canonical(item)))].sort();
}
