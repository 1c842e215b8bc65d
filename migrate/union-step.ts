import type { ChangeOf } from '../diff/change.js';
import { conjunctionOf } from '../diff/schema/conjunction.js';
import { type View, viewOf } from '../diff/schema/view.js';
import type { Schema } from '../openapi/model/schema.js';
import { stringify } from '../openapi/source/stringify.js';
import { code, codes, list, type Sentence, textOf } from './changelog-draft/words.js';

/** Forms that are told in a step, and names of each. */
const MOST_FORMS = 5;
const MOST_NAMES = 6;
/** The longest pattern that is told, and the longest list of forms. */
const LONGEST = 60;
const LONGEST_LIST = 240;

/** What one alternative asks of a value. */
interface Form {
  readonly title: string | undefined;
  readonly view: View;
  /** Properties that it needs and that were not needed before. */
  readonly needs: readonly string[];
}

/**
 * What callers send where a schema came to have alternatives: which properties belong together or exclude each other, or what each
 * alternative takes. `undefined` where the alternatives do not tell in few words.
 */
export function unionStep({ keyword, schemas }: ChangeOf<'schema.union.added'>, names: Sentence): Sentence | undefined {
  const [union, ...others] = viewOf(conjunctionOf(schemas.revision)).unions.filter((one) => one.keyword === keyword);
  if (union === undefined || others.length > 0 || union.branches.length < 2) return undefined;
  const before = viewOf(conjunctionOf(schemas.base)).required;
  const forms = union.branches.map((branch) => formOf(branch, before));
  const isOne = keyword === 'oneOf';
  return propertiesStep(forms, isOne, names) ?? formsStep(forms, isOne, names);
}

function formOf(branch: Schema, before: View['required']): Form {
  const view = viewOf(conjunctionOf([branch]));
  const reference = branch.ref?.target.origin.segments.at(-1);
  return { title: branch.title ?? reference, view, needs: [...view.required].filter((name) => !before.has(name)) };
}

/** Alternatives that differ in the properties they need. */
function propertiesStep(forms: readonly Form[], isOne: boolean, names: Sentence): Sentence | undefined {
  if (forms.some(({ view, needs }) => isScalar(view) || needs.length > MOST_NAMES)) return undefined;
  const common = forms[0]?.needs.filter((name) => forms.every(({ needs }) => needs.includes(name))) ?? [];
  const rests = forms.map(({ view, needs }) => ({ view, needs: needs.filter((name) => !common.includes(name)) }));
  const open = rests.filter(({ needs }) => needs.length === 0);
  if (open.length > 0) return isOne ? exclusionStep(forms, names) : undefined;
  if (forms.length > MOST_FORMS) return undefined;
  const distinct = new Set(rests.map(({ needs }) => [...needs].sort().join('\n')));
  if (distinct.size < rests.length) return undefined;
  const isSingle = rests.every(({ needs }) => needs.length === 1);
  const choice: Sentence = isSingle
    ? [isOne ? 'exactly one of ' : 'at least one of ', ...codes(rests.flatMap(({ needs }) => needs))]
    : [...either(rests.map(({ needs }) => codes(needs))), ...(isOne ? [', and no more than one of these'] : [])];
  if (common.length === 0) return ['Send ', ...choice, ' in ', ...names, '.'];
  return ['Send ', ...codes(common), ' in ', ...names, ', together with ', ...choice, '.'];
}

/** Where one alternative takes everything, a value that fits another one fits two. */
function exclusionStep(forms: readonly Form[], names: Sentence): Sentence | undefined {
  const [open, ...more] = forms.filter(({ view, needs }) => needs.length === 0 && asksNothing(view));
  const [other, ...others] = forms.filter((form) => form !== open);
  if (open === undefined || other === undefined || more.length + others.length > 0) return undefined;
  if (other.needs.length === 0) return undefined;
  const fits: Sentence =
    open.title === undefined || other.title === undefined
      ? ['both alternatives']
      : ['both ', code(other.title), ' and ', code(open.title)];
  const them = other.needs.length === 1 ? 'it' : 'them';
  const part: Sentence = [...codes(other.needs), ' out of ', ...names];
  return ['Leave ', ...part, `: with ${them} a value fits `, ...fits, ', and it may fit only one.'];
}

/** Alternatives told one by one. */
function formsStep(forms: readonly Form[], isOne: boolean, names: Sentence): Sentence | undefined {
  const told = forms.map(wordsOf);
  if (told.some((words) => words === undefined)) return undefined;
  const all = list(
    told.flatMap((words) => (words === undefined ? [] : [words])),
    MOST_FORMS,
  );
  if (textOf(all).length > LONGEST_LIST) return undefined;
  return ['Send ', ...names, ` in ${isOne ? 'exactly ' : ''}one of these forms: `, ...all, '.'];
}

function wordsOf({ title, view, needs }: Form): Sentence | undefined {
  const asked = askedBy(view, needs);
  if (asked === undefined) return title === undefined ? undefined : [code(title)];
  return title === undefined ? asked : [code(title), ' (', ...asked, ')'];
}

function askedBy(view: View, needs: readonly string[]): Sentence | undefined {
  if (needs.length > 0) {
    return [
      'with ',
      ...list(
        needs.map((name) => needed(view, name)),
        MOST_NAMES,
      ),
    ];
  }
  const { values, types, facets } = view;
  if (values !== undefined && values.length > 0) {
    return codes(
      values.map((value) => (typeof value === 'string' ? value : stringify(value))),
      MOST_NAMES,
    );
  }
  const { pattern } = facets;
  if (pattern !== undefined && pattern.length <= LONGEST) return ['matching ', code(pattern)];
  return types === undefined || types.size === 0 ? undefined : [[...types].sort().join(' or ')];
}

/** A property, and its value where it has only one. */
function needed(view: View, name: string): Sentence {
  const schemas = view.properties.get(name);
  const [value, ...others] = (schemas && viewOf(conjunctionOf(schemas)).values) ?? [];
  if (value === undefined || others.length > 0) return [code(name)];
  return [code(name), ' as ', code(typeof value === 'string' ? value : stringify(value))];
}

function isScalar({ types, values, facets }: View): boolean {
  return values !== undefined || facets.pattern !== undefined || (types !== undefined && !types.has('object'));
}

/** Whether every object is taken. */
function asksNothing(view: View): boolean {
  const { facets, properties, additional, unions } = view;
  const said = Object.keys(facets).length + properties.size + additional.length + unions.length;
  return !isScalar(view) && said === 0;
}

/** `a`, or `b`; of what is long the parts stay apart. */
function either(items: readonly Sentence[]): Sentence {
  return items.flatMap((item, index) => {
    if (index === 0) return ['either ', ...item];
    return [index === items.length - 1 ? ', or ' : ', ', ...item];
  });
}
