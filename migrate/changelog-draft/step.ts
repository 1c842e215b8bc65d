import { itemsOf, withoutItems } from '../../diff/extensions/extension-items.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { stepFor } from '../step.js';
import { describe, propertyOf } from './describe.js';
import { isOfProperties } from './fold.js';
import { moveStep } from './move-note.js';
import { types } from './schema-sentence.js';
import type { Group } from './told.js';
import { code, codes, list, plural, type Sentence } from './words.js';

/** Names that a step repeats. */
const MOST_NAMES = 6;

/** Who meets a change: callers that send, callers that read, or both. */
interface Ways {
  readonly isSent: boolean;
  readonly isRead: boolean;
}

/** What callers do about a group, in the imperative; absent where nothing is to be done, or nothing is known to be. */
export function stepOf(group: Group): Sentence | undefined {
  const [{ finding, change }] = group;
  if (finding.impact === 'non-breaking') return undefined;
  const ways = new Set(group.map((one) => one.finding.direction));
  const isSent = ways.has('request') || ways.has('both');
  const isRead = ways.has('response') || ways.has('both');
  const both = { isSent, isRead };
  const isCall = change?.kind.startsWith('operation.') === true;
  const moved = moveStep(group, isCall ? 'Call' : verb('Send', 'Read', both));
  if (moved !== undefined) return moved;
  const keys = new Map(group.map((one) => [nameKey(one.finding.where), nameOf(one.finding.where)]));
  // The sentence above names them.
  const names: Sentence = keys.size > MOST_NAMES ? ['them'] : list([...keys.values()]);
  if (isOfProperties(finding.rule)) return propertyStep(finding.rule, names, both);
  switch (change?.kind) {
    case 'operation.removed':
      return ['Stop calling ', plural(group.length, 'it', 'them'), '.'];
    case 'parameter.removed':
      return ['Stop sending ', code(change.parameter.name), '.'];
    case 'parameter.added':
    case 'parameter.required.changed':
      return ['Send ', code(change.parameter.name), ' with every call.'];
    case 'path.parameter.renamed':
    case 'operation.id.changed':
      return undefined;
    case 'schema.type.changed':
      if (!(isSent || isRead) || change.after === undefined) return undefined;
      return [`${verb('Send', 'Read', both)} `, ...names, ` as ${types(change.after, keys.size === 1)}.`];
    case 'schema.null.changed':
      if (change.sentinel !== undefined) {
        return ['Test ', ...names, ' for ', code(stringify(change.sentinel.value)), ' where you test for null.'];
      }
      if (change.after) return isRead ? ['Expect null in ', ...names, '.'] : undefined;
      return isSent ? ['Stop sending null in ', ...names, '.'] : undefined;
    case 'schema.enum.changed':
      return enumStep(change.added.length > 0, change.removed.length > 0, both);
    case 'schema.required.changed':
      if (change.after) return isSent ? ['Send ', ...codes(change.properties), ' every time.'] : undefined;
      return isRead ? ['Expect answers without ', ...codes(change.properties), '.'] : undefined;
    case 'schema.alternative.added':
      return isRead ? ['Expect the new alternatives, and pass over those you do not know.'] : undefined;
    case 'response.removed':
      return ['See which answer stands for this case now.'];
    case 'extension.changed': {
      if (!['scopes', 'conditional-scopes', 'presence'].includes(change.meaning)) return undefined;
      // One object says what is left out, and for which scope.
      const isOne = isObject(change.after);
      const scopes = scopesOf(isOne ? [change.after ?? null] : withoutItems(change.after, change.before));
      return scopes.length === 0
        ? undefined
        : [`Ask for the ${plural(scopes.length, 'scope')} `, ...codes(scopes), ' where you need this.'];
    }
    default:
      return generalStep(group, both);
  }
}

/** Properties of one name are named once. */
function nameKey(where: string): string {
  return propertyOf(where)?.name ?? where;
}

function nameOf(where: string): Sentence {
  const property = propertyOf(where);
  return property === undefined ? describe(where) : [code(property.name)];
}

function propertyStep(rule: string, names: Sentence, ways: Ways): Sentence | undefined {
  if (rule.startsWith('required')) return ways.isSent ? ['Send ', ...names, '.'] : undefined;
  if (rule.startsWith('optional')) return undefined;
  return ways.isSent || ways.isRead ? [`Stop ${verb('sending', 'reading', ways)} `, ...names, '.'] : undefined;
}

/** "Check how you use it" is what the reader does anyway, so that it is not said. */
function generalStep(group: Group, ways: Ways): Sentence | undefined {
  const [{ finding }] = group;
  const step = stepFor(finding);
  if (!step.startsWith('Check how you use')) return group.length === 1 ? [step] : undefined;
  if (finding.impact !== 'breaking') return undefined;
  if (ways.isSent) return ['Check that what you send is still taken.'];
  return ways.isRead ? ['Check that your code can read the new form.'] : undefined;
}

function enumStep(isAdded: boolean, isRemoved: boolean, { isSent, isRead }: Ways): Sentence | undefined {
  const parts = [
    ...(isRemoved && isSent ? ['stop sending the removed values'] : []),
    ...(isAdded && isRead ? ['expect values that you do not know yet'] : []),
    ...(isRemoved && isRead ? ['find out which value stands for each removed one'] : []),
  ];
  const text = parts.join(', and ');
  return parts.length === 0 ? undefined : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}

function scopesOf(items: readonly Json[]): readonly string[] {
  const scopes = items.flatMap((item): readonly Json[] => {
    if (!isObject(item)) return [item];
    const inner = field(item, 'scopes') ?? field(item, 'scope');
    return isArray(inner) ? inner : itemsOf(inner);
  });
  return [...new Set(scopes.filter((scope) => typeof scope === 'string' && /^\S+$/.test(scope)))].map(String);
}

function verb(sent: string, read: string, { isSent, isRead }: Ways): string {
  if (isSent && isRead) return `${sent} and ${read.toLowerCase()}`;
  return isSent ? sent : read;
}
