import { itemsOf, withoutItems } from '../../diff/extensions/extension-items.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { subjectOf } from './describe.js';
import type { Group } from './told.js';
import { codes, list, plural, type Sentence, spoken } from './words.js';

/** What an extension says that callers depend on, in words. */
export function extensionSentence(group: Group): Sentence | undefined {
  const [{ change }] = group;
  if (change?.kind !== 'extension.changed') return undefined;
  const subject = subjectOf(group.map(({ finding }) => finding.where)).words;
  const [added, removed] = [withoutItems(change.after, change.before), withoutItems(change.before, change.after)];
  const isOnlyMore = removed.length === 0 && added.length > 0;
  const isOnlyLess = added.length === 0 && removed.length > 0;
  switch (change.meaning) {
    case 'scopes':
      if (isOnlyMore)
        return [...subject, ` ${needs(group)} the ${plural(added.length, 'scope')} `, ...names(added), '.'];
      if (isOnlyLess)
        return [
          ...subject,
          ` no longer ${needs(group)} the ${plural(removed.length, 'scope')} `,
          ...names(removed),
          '.',
        ];
      return undefined;
    case 'conditional-scopes': {
      const conditions = (isOnlyLess ? removed : added).map(condition);
      if (conditions.length === 0 || conditions.some((one) => one === undefined)) return undefined;
      const told = list(conditions.flatMap((one) => (one === undefined ? [] : [one])));
      return [...subject, isOnlyLess ? ` no longer ${needs(group)} ` : ` ${needs(group)} `, ...told, '.'];
    }
    case 'presence':
      return presenceSentence(subject, change.name, change.after, added, group);
    case 'searchable-fields':
      if (isOnlyMore) return [...subject, ' can be searched by ', ...names(added), '.'];
      return isOnlyLess ? [...subject, ' can no longer be searched by ', ...names(removed), '.'] : undefined;
    case 'behavior': {
      const events = eventsOf(change.after);
      if (events !== undefined) return [...subject, ': the events come in another order, ', ...events, '.'];
      const told = added.flatMap((one) => summaryOf(one) ?? []);
      return told.length === 0
        ? undefined
        : [...subject, ...spoken(`: ${told.map((one) => one.replace(/\.$/, '')).join('; ')}.`)];
    }
    case 'sentinel':
      return isObject(change.after)
        ? [
            ...subject,
            ' uses ',
            ...names([field(change.after, 'value') ?? null]),
            ...spoken(` for ${textOf(field(change.after, 'means')) ?? 'null'}.`),
          ]
        : undefined;
    case 'error-codes':
      if (isOnlyMore)
        return [...subject, ` may answer with the error ${plural(added.length, 'code')} `, ...names(added), '.'];
      return isOnlyLess
        ? [
            ...subject,
            ` no longer ${plural(group.length, 'answers', 'answer')} with the error ${plural(removed.length, 'code')} `,
            ...names(removed),
            '.',
          ]
        : undefined;
    case 'sunset':
      return change.after === undefined
        ? undefined
        : [...subject, ` ${plural(group.length, 'is', 'are')} to be switched off on `, ...names([change.after]), '.'];
    default:
      return undefined;
  }
}

function needs(group: Group): string {
  return plural(new Set(group.map(({ finding }) => finding.where)).size, 'needs', 'need');
}

function presenceSentence(
  subject: Sentence,
  name: string,
  after: Json | undefined,
  added: readonly Json[],
  group: Group,
): Sentence | undefined {
  const many = new Set(group.map(({ finding }) => finding.where)).size;
  if (name === 'x-scope-filtered' && after !== undefined) {
    const scope = isObject(after) ? textOf(field(after, 'scope')) : undefined;
    const omits = isObject(after) ? (textOf(field(after, 'omits')) ?? 'what needs it') : 'what needs it';
    const scopes = scope === undefined ? (isObject(after) ? [] : itemsOf(after)) : [scope];
    if (scopes.length === 0) return undefined;
    return [
      ...subject,
      ...spoken(` ${plural(many, 'leaves', 'leave')} out ${omits}`),
      ` where a token lacks the ${plural(scopes.length, 'scope')} `,
      ...names(scopes),
      '.',
    ];
  }
  if (name !== 'x-response-when' || !isArray(after)) return undefined;
  const cases = (added.length === 0 ? after : added).map((item): Sentence | undefined => {
    const [schema, when] = isObject(item) ? [textOf(field(item, 'schema')), textOf(field(item, 'when'))] : [];
    return when === undefined
      ? undefined
      : schema === undefined
        ? spoken(`when ${when}`)
        : [...names([schema]), ...spoken(` when ${when}`)];
  });
  if (cases.length === 0 || cases.some((one) => one === undefined)) return undefined;
  return [
    ...subject,
    ` ${plural(many, 'is', 'are')} `,
    ...list(cases.flatMap((one) => (one === undefined ? [] : [one]))),
    '.',
  ];
}

/** `a` (`b`), then `c`: events in their order. */
function eventsOf(value: Json | undefined): Sentence | undefined {
  if (!isArray(value) || value.length === 0) return undefined;
  const events = value.map((item: Json): Sentence | undefined => {
    const [event, status] = isObject(item) ? [textOf(field(item, 'event')), textOf(field(item, 'status'))] : [];
    if (event === undefined) return undefined;
    const repeats = isObject(item) && field(item, 'repeats') === true ? ', once or more' : '';
    return [...names([event]), ...(status === undefined ? [] : [' with ', ...names([status])]), repeats];
  });
  if (events.some((one) => one === undefined)) return undefined;
  return events.flatMap((one, index) => (one === undefined ? [] : index === 0 ? one : [', then ', ...one]));
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().replace(/\.$/, '') : undefined;
}

/** The scope `a` when the conversation is a ticket. */
function condition(item: Json): Sentence | undefined {
  if (!isObject(item)) return undefined;
  const scopes = field(item, 'scopes') ?? field(item, 'scope');
  const when = field(item, 'when');
  const known = isArray(scopes) ? scopes : itemsOf(scopes);
  if (known.length === 0 || typeof when !== 'string') return undefined;
  return [`the ${plural(known.length, 'scope')} `, ...names(known), ...spoken(` when ${when.replace(/\.$/, '')}`)];
}

function summaryOf(behavior: Json): readonly string[] | undefined {
  const summary = isObject(behavior) ? (field(behavior, 'summary') ?? field(behavior, 'description')) : behavior;
  return typeof summary === 'string' && summary.trim() !== '' ? [summary.trim()] : undefined;
}

function names(items: readonly Json[]): Sentence {
  return codes(items.map((item) => (typeof item === 'string' ? item : stringify(item))));
}
