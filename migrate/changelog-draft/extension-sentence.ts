import { itemsOf, withoutItems } from '../../diff/extensions/extension-items.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { subjectOf } from './describe.js';
import type { Group } from './told.js';
import { codes, list, plural, type Sentence } from './words.js';

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
      if (change.name !== 'x-scope-filtered' || !isOnlyMore) return undefined;
      return [
        ...subject,
        ` ${plural(group.length, 'leaves', 'leave')} out what needs the ${plural(added.length, 'scope')} `,
        ...names(added),
        ' where a token lacks it.',
      ];
    case 'searchable-fields':
      if (isOnlyMore) return [...subject, ' can be searched by ', ...names(added), '.'];
      return isOnlyLess ? [...subject, ' can no longer be searched by ', ...names(removed), '.'] : undefined;
    case 'behavior': {
      const told = added.flatMap((one) => summaryOf(one) ?? []);
      return told.length === 0 ? undefined : [...subject, `: ${told.map((one) => one.replace(/\.$/, '')).join('; ')}.`];
    }
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

/** The scope `a` when the conversation is a ticket. */
function condition(item: Json): Sentence | undefined {
  if (!isObject(item)) return undefined;
  const scopes = field(item, 'scopes') ?? field(item, 'scope');
  const when = field(item, 'when');
  const known = isArray(scopes) ? scopes : itemsOf(scopes);
  if (known.length === 0 || typeof when !== 'string') return undefined;
  return [`the ${plural(known.length, 'scope')} `, ...names(known), ` when ${when.replace(/\.$/, '')}`];
}

function summaryOf(behavior: Json): readonly string[] | undefined {
  const summary = isObject(behavior) ? (field(behavior, 'summary') ?? field(behavior, 'description')) : behavior;
  return typeof summary === 'string' && summary.trim() !== '' ? [summary.trim()] : undefined;
}

function names(items: readonly Json[]): Sentence {
  return codes(items.map((item) => (typeof item === 'string' ? item : stringify(item))));
}
