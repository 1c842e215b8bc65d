import type { Change } from '../../diff/change.js';
import { itemsOf, withoutItems } from '../../diff/extensions/extension-items.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { operationsOf } from './sentence.js';
import type { Group } from './told.js';
import { codes, plural, type Sentence, spoken } from './words.js';

/** Operations that a step names. */
const MOST_OPERATIONS = 4;
/** What is longer is no step, in characters. */
const LONGEST_ACTION = 240;

/** What callers do about what an extension says, in the imperative; absent where nothing is known to be done. */
export function extensionStep(group: Group, change: ExtensionChange, isAlone: boolean): Sentence | undefined {
  switch (change.meaning) {
    case 'scopes':
    case 'conditional-scopes':
    case 'presence': {
      // One object says what is left out, and for which scope.
      const isOne = isObject(change.after);
      const scopes = scopesOf(isOne ? [change.after ?? null] : withoutItems(change.after, change.before));
      if (scopes.length > 0)
        return [`Ask for the ${plural(scopes.length, 'scope')} `, ...codes(scopes), ...whereNeeded(group, isAlone)];
      return change.meaning === 'presence' ? behaviorStep(group, isAlone) : undefined;
    }
    case 'behavior':
      return statedStep(group) ?? behaviorStep(group, isAlone);
    default:
      return undefined;
  }
}

type ExtensionChange = Extract<Change, { readonly kind: 'extension.changed' }>;

/** What the document says that callers do. */
function statedStep(group: Group): Sentence | undefined {
  const actions = group.flatMap(({ change }) => (change?.kind === 'extension.changed' ? (change.action ?? []) : []));
  const [action] = actions;
  if (action === undefined || action.length > LONGEST_ACTION || new Set(actions).size > 1) return undefined;
  return spoken(`${action.trim().replace(/\.$/, '')}.`);
}

/** What no type and no status tells has to be looked for at each call. */
function behaviorStep(group: Group, isAlone: boolean): Sentence | undefined {
  const operations = operationsOf(group);
  const webhooks = operations.filter(isWebhook).map(webhookName);
  const calls = operations.filter((one) => !isWebhook(one));
  if (calls.length + webhooks.length === 0) return undefined;
  // The sentence above names them.
  const named = (names: readonly string[]): Sentence =>
    isAlone ? codes(names, MOST_OPERATIONS) : [plural(names.length, 'it', 'them')];
  return calls.length > 0
    ? ['Check that your code works with this where you call ', ...named(calls), '.']
    : ['Check that your code works with this where you handle ', ...named(webhooks), '.'];
}

function whereNeeded(group: Group, isAlone: boolean): Sentence {
  const calls = operationsOf(group).filter((one) => !isWebhook(one));
  if (calls.length === 0) return ['.'];
  return [' where you call ', ...(isAlone ? codes(calls, MOST_OPERATIONS) : [plural(calls.length, 'it', 'them')]), '.'];
}

function isWebhook(operation: string): boolean {
  return operation.startsWith('webhook ');
}

/** The name of a webhook without its method; any other operation as it is. */
export function webhookName(operation: string): string {
  return operation.replace(/^webhook \S+ /, '');
}

function scopesOf(items: readonly Json[]): readonly string[] {
  const scopes = items.flatMap((item): readonly Json[] => {
    if (!isObject(item)) return [item];
    const inner = field(item, 'scopes') ?? field(item, 'scope');
    return isArray(inner) ? inner : itemsOf(inner);
  });
  return [...new Set(scopes.filter((scope) => typeof scope === 'string' && /^\S+$/.test(scope)))].map(String);
}
