import type { ChangeOf } from '../../diff/change.js';
import { typeName } from '../../diff/values-of.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { describe, subjectOf } from './describe.js';
import type { Group } from './told.js';
import { code, codes, list, plural, type Sentence, type Word } from './words.js';

/** Values that one sentence names. */
const MOST_VALUES = 6;
const MOST_LISTED = 200;

/** What happened to the values that elements may have. */
export function schemaSentence(group: Group): Sentence | undefined {
  const [{ change, finding }] = group;
  const wheres = [...new Set(group.map((one) => one.finding.where))];
  const { words: subject, isOne } = subjectOf(wheres);
  const be = isOne ? 'is' : 'are';
  const isSent = finding.direction === 'request';
  switch (change?.kind) {
    case 'schema.type.changed':
      return typeSentence(finding.rule, subject, isOne, change.before, change.after);
    case 'schema.null.changed':
      if (change.sentinel !== undefined && !change.after) {
        const means = change.sentinel.means === undefined ? '' : ` (${change.sentinel.means})`;
        return [
          ...subject,
          ` ${be} `,
          code(stringify(change.sentinel.value)),
          `${means} where ${isOne ? 'it was' : 'they were'} null.`,
        ];
      }
      return [
        ...subject,
        change.after ? ' may be null.' : isSent ? ' may no longer be null.' : ` ${be} never null any more.`,
      ];
    case 'schema.enum.changed':
      return enumSentence(subject, isOne, change, isSent);
    case 'schema.alternative.added':
    case 'schema.alternative.removed': {
      const names = group.flatMap(({ change: one }) =>
        one?.kind === 'schema.alternative.added' || one?.kind === 'schema.alternative.removed'
          ? [/^#\d+$/.test(one.branch) ? typeName(one.schema) : one.branch]
          : [],
      );
      const { words: object, isOne: has } = subjectOf(wheres.map((where) => where.split(' option ')[0] ?? where));
      const noun = plural(new Set(names).size, 'alternative');
      const have = has ? 'has' : 'have';
      const verb =
        change.kind === 'schema.alternative.added' ? ` ${have} the new ${noun} ` : ` no longer ${have} the ${noun} `;
      return [...object, verb, ...codes([...new Set(names)]), '.'];
    }
    case 'schema.required.changed': {
      const isRequired = change.after;
      if (finding.rule !== 'property-became-required' && finding.rule !== 'property-became-optional') return undefined;
      const names = new Set(change.properties);
      const object = finding.where.replace(/\.[^.]*$/, '');
      const where = change.properties.length === 1 && isOne ? describe(finding.where) : undefined;
      const what: Sentence = where ?? [
        ...codes([...names]),
        ' of ',
        ...list(wheres.map((one) => describe(change.properties.length === 1 ? one : object))),
      ];
      return [
        ...what,
        ` ${plural(where === undefined ? names.size : 1, 'is', 'are')} ${isRequired ? 'required' : 'optional'} now.`,
      ];
    }
    case 'schema.union.added':
      return [
        ...subject,
        ` must fit one of several alternatives, which ${isOne ? 'it' : 'they'} did not have to before.`,
      ];
    case 'schema.union.removed':
      return [...subject, ` no longer ${isOne ? 'has' : 'have'} to fit one of several alternatives.`];
    case 'schema.default.changed':
      if (change.before === undefined)
        return [...subject, ` ${isOne ? 'has' : 'have'} the default `, value(change.after), '.'];
      if (change.after === undefined)
        return [...subject, ` no longer ${isOne ? 'has' : 'have'} the default `, value(change.before), '.'];
      return [
        ...subject,
        ` ${isOne ? 'has' : 'have'} the default `,
        value(change.after),
        ' instead of ',
        value(change.before),
        '.',
      ];
    case 'schema.content.changed': {
      if (change.before === undefined || change.after === undefined) return undefined;
      return [
        ...subject,
        ` ${isOne ? 'holds' : 'hold'} `,
        code(change.after),
        ' instead of ',
        code(change.before),
        '.',
      ];
    }
    case 'schema.deprecated.changed':
      return [...subject, ` ${be} ${change.after ? 'deprecated' : 'no longer deprecated'}.`];
    default:
      return undefined;
  }
}

function typeSentence(
  rule: string,
  subject: Sentence,
  isOne: boolean,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Sentence {
  const be = isOne ? 'is' : 'are';
  if (rule === 'type-widened' && before !== undefined && after !== undefined) {
    const more = after.filter((type) => !before.includes(type));
    return [...subject, ` may be ${types(more, isOne)} as well.`];
  }
  if (rule === 'type-narrowed') return [...subject, ` ${be} only ${types(after, isOne)} now.`];
  return [...subject, ` ${be} ${types(after, isOne)} instead of ${types(before, isOne)}.`];
}

/** Types in words: `an integer`, and `integers` of several. */
export function types(names: readonly string[] | undefined, isOne: boolean): string {
  if (names === undefined) return isOne ? 'a value of any type' : 'values of any type';
  if (names.length === 0) return isOne ? 'no value' : 'no values';
  const words = names.map((name) => {
    if (name === 'null') return name;
    if (!isOne) return `${name}s`;
    return /^[aeio]/.test(name) ? `an ${name}` : `a ${name}`;
  });
  return words.join(' or ');
}

/** The values that came and went, where the sentence announces them. */
export function enumItems({ before = [], after = [], added, removed, part }: EnumChange): readonly Sentence[] {
  if (part === 'renamed') return [];
  if (before.length === 0 || after.length === 0 || added.length + removed.length <= MOST_VALUES) return [];
  return [
    ...(removed.length === 0 ? [] : [['Gone: ', ...values(removed)]]),
    ...(added.length === 0 ? [] : [['New: ', ...values(added)]]),
  ];
}

type EnumChange = ChangeOf<'schema.enum.changed'>;

function enumSentence(subject: Sentence, isOne: boolean, change: EnumChange, isSent: boolean): Sentence {
  const { before, after, added, removed, part } = change;
  if (before === undefined) return [...subject, ` ${isOne ? 'is' : 'are'} restricted to `, ...values(after ?? []), '.'];
  if (after === undefined) return [...subject, ` ${isOne ? 'is' : 'are'} no longer restricted to a list of values.`];
  if (part === 'renamed') {
    return [...subject, ` ${isOne ? 'has' : 'have'} `, ...values(added), ' in the place of ', ...values(removed), '.'];
  }
  const gain = `${isOne ? (isSent ? 'takes' : 'has') : isSent ? 'take' : 'have'} the new ${plural(added.length, 'value')} `;
  const loss = `no longer ${isOne ? (isSent ? 'takes' : 'has') : isSent ? 'take' : 'have'} the ${plural(removed.length, 'value')} `;
  if (added.length + removed.length > MOST_VALUES) return [...subject, ` ${isOne ? 'has' : 'have'} other values:`];
  if (removed.length === 0) return [...subject, ` ${gain}`, ...values(added), '.'];
  if (added.length === 0) return [...subject, ` ${loss}`, ...values(removed), '.'];
  return [...subject, ` ${loss}`, ...values(removed), `, and ${gain}`, ...values(added), '.'];
}

/** Every value is told: a changelog is where callers look for it. */
function values(all: readonly Json[]): Sentence {
  return list(
    all.map((one) => [value(one)]),
    MOST_LISTED,
  );
}

function value(json: Json | undefined): Word {
  const text = typeof json === 'string' ? json : stringify(json ?? null);
  return code(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
