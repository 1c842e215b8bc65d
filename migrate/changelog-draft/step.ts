import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { stepFor } from '../step.js';
import { unionStep } from '../union-step.js';
import { describe, propertyOf, subjectOf } from './describe.js';
import { extensionStep, webhookName } from './extension-step.js';
import { isOfProperties } from './fold.js';
import { moveStep } from './move-note.js';
import { types } from './schema-sentence.js';
import { operationsOf, subjects } from './sentence.js';
import type { Group } from './told.js';
import { code, codes, list, plural, type Sentence } from './words.js';

/** Names that a step repeats, and of more those that it lists where it stands alone. */
const MOST_NAMES = 6;
const MOST_LISTED = 4;

/** Who meets a change: callers that send, callers that read, or both. */
interface Ways {
  readonly isSent: boolean;
  readonly isRead: boolean;
}

/**
 * What callers do about a group, in the imperative; absent where nothing is to be done, or nothing is known to be.
 * @param isAlone whether nobody read the sentence that tells what happened
 */
export function stepOf(group: Group, isAlone = false): Sentence | undefined {
  const [{ finding, change }] = group;
  if (finding.impact === 'non-breaking') return undefined;
  const ways = new Set(group.map((one) => one.finding.direction));
  const isSent = ways.has('request') || ways.has('both');
  const isRead = ways.has('response') || ways.has('both');
  const both = { isSent, isRead };
  const isCall = change?.kind.startsWith('operation.') === true;
  const keys = new Map(group.map((one) => [nameKey(one.finding.where), nameOf(one.finding.where)]));
  const names = keys.size > MOST_NAMES ? manyNames([...keys.values()], isAlone) : list([...keys.values()]);
  const moved = moveStep(group, isCall ? 'Call' : verb('Send', 'Read', both), isAlone ? names : ['them']);
  if (moved !== undefined) return moved;
  if (isOfProperties(finding.rule)) return propertyStep(finding.rule, names, both);
  switch (change?.kind) {
    case 'operation.removed':
      return [
        'Stop calling ',
        ...(isAlone ? codes(subjects(group), MOST_LISTED) : [plural(group.length, 'it', 'them')]),
        '.',
      ];
    case 'webhook.removed':
      return [
        'Stop waiting for ',
        ...(isAlone ? codes(operationsOf(group).map(webhookName), MOST_LISTED) : [plural(group.length, 'it', 'them')]),
        '.',
      ];
    case 'parameter.removed':
      return ['Stop sending ', ...codes(parametersOf(group)), '.'];
    case 'parameter.added':
    case 'parameter.required.changed':
      return ['Send ', ...codes(parametersOf(group)), ' with every call.'];
    case 'link.changed':
      return ['Check clients that follow ', ...(isAlone ? subjectOf(subjects(group)).words : ['it']), '.'];
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
      if (!(isSent || isRead)) return undefined;
      return [isSent ? 'Stop sending null in ' : 'Check what takes the place of null in ', ...names, '.'];
    case 'schema.enum.changed':
      if (change.part === 'renamed') {
        const place: Sentence = [' in the place of ', ...codes(change.removed.map(plainText)), ' in '];
        return ['Use ', ...codes(change.added.map(plainText), MOST_LISTED), ...place, ...names, '.'];
      }
      return enumStep(change.added.length > 0, change.removed.length > 0, both, names);
    case 'schema.required.changed':
      if (change.after) return isSent ? ['Send ', ...codes(change.properties), ' every time.'] : undefined;
      return isRead ? ['Expect answers without ', ...codes(change.properties), '.'] : undefined;
    case 'schema.alternative.added':
      return isRead
        ? ['Expect the new alternatives of ', ...objectsOf(group), ', and pass over those you do not know.']
        : undefined;
    case 'schema.union.added':
      return (isSent && group.length === 1 ? unionStep(change, names) : undefined) ?? generalStep(group, both, names);
    case 'response.removed':
      return [
        'See which answer stands for status ',
        code(change.status),
        ...(isAlone ? [' of ', ...codes(operationsOf(group), MOST_LISTED)] : []),
        ' now.',
      ];
    case 'extension.changed':
      return extensionStep(group, change, isAlone);
    default:
      return meaningStep(group, names) ?? generalStep(group, both, names);
  }
}

function manyNames(names: readonly Sentence[], isAlone: boolean): Sentence {
  return isAlone ? list(names, MOST_LISTED) : ['them'];
}

function parametersOf(group: Group): readonly string[] {
  const names = group.flatMap(({ change }) =>
    change?.kind === 'parameter.added' ||
    change?.kind === 'parameter.removed' ||
    change?.kind === 'parameter.required.changed'
      ? [change.parameter.name]
      : [],
  );
  return [...new Set(names)];
}

/** What has alternatives, as callers know it. */
function objectsOf(group: Group): Sentence {
  return subjectOf([...new Set(subjects(group).map((where) => where.split(' option ')[0] ?? where))]).words;
}

/** What to do about values that mean something else. */
function meaningStep([{ finding }]: Group, names: Sentence): Sentence | undefined {
  const { rule, before, after } = finding;
  if (rule === 'stated-content-changed' || rule === 'content-changed') {
    return typeof after === 'string' && typeof before === 'string'
      ? ['Handle ', ...names, ' as ', code(after), ' instead of ', code(before), '.']
      : undefined;
  }
  if (rule !== 'default-changed' || before === null) return undefined;
  return ['Send ', ...names, ' yourself where you counted on ', code(stringify(before)), '.'];
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
  if (rule === 'optional-property-added-to-closed' && ways.isRead)
    return ['Let your checks of what you read take ', ...names, '.'];
  if (rule.startsWith('optional')) return undefined;
  return ways.isSent || ways.isRead ? [`Stop ${verb('sending', 'reading', ways)} `, ...names, '.'] : undefined;
}

/** "Check how you use it" is what the reader does anyway, so that it is not said. */
function generalStep(group: Group, ways: Ways, names: Sentence): Sentence | undefined {
  const [{ finding }] = group;
  const step = stepFor(finding);
  if (!step.startsWith('Check how you use')) return group.length === 1 ? [step] : undefined;
  if (/^(?:default-)?server-/.test(finding.rule)) return ['Check which server your code calls.'];
  if (finding.impact !== 'breaking') return undefined;
  if (ways.isSent) return ['Check that what you send in ', ...names, ' is still taken.'];
  return ways.isRead ? ['Check that your code can read the new form of ', ...names, '.'] : undefined;
}

function enumStep(isAdded: boolean, isRemoved: boolean, ways: Ways, names: Sentence): Sentence | undefined {
  const { isSent, isRead } = ways;
  const parts: readonly Sentence[] = [
    ...(isRemoved && isSent ? [['stop sending the removed values']] : []),
    ...(isAdded && isRead ? [['expect values that you do not know yet']] : []),
    ...(isRemoved && isRead ? [['find out which value stands for each removed one']] : []),
  ];
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  const of = String(first[0]).startsWith('expect') ? ' in ' : ' of ';
  const text = String(first[0]);
  return [
    `${text.charAt(0).toUpperCase()}${text.slice(1)}${of}`,
    ...names,
    ...rest.flatMap((part) => [', and ', ...part]),
    '.',
  ];
}

function verb(sent: string, read: string, { isSent, isRead }: Ways): string {
  if (isSent && isRead) return `${sent} and ${read.toLowerCase()}`;
  return isSent ? sent : read;
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : stringify(value);
}
