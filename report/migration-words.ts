import { counted } from '../diff/counted.js';
import { codesIn, type Sentence } from '../migrate/changelog-draft/words.js';
import type {
  MigrationCard,
  MigrationReport,
  SectionKind,
  SilentKind,
  ToolAdvice,
} from '../migrate/report/migration-report.js';

/** What a section is called, in every format, and what it says before its cards. */
export const SECTION_WORDS: { readonly [Kind in SectionKind]: readonly [title: string, introduction: string] } = {
  wire: [
    'Breaking on the wire',
    'Requests are refused, or answers are not what the code expects. Change the code before the move.',
  ],
  compile: [
    'Breaking at compile time only',
    'Nothing changes on the wire. Code that was compiled against a generated client needs other names.',
  ],
  silent: [
    'Silent changes',
    'The meaning changes and nothing refuses anything: no status code tells, and seldom a compiler. Read each, and decide whether it touches you.',
  ],
  added: ['New things worth having', 'Nothing has to be done.'],
  other: ['Also changed', 'Nothing has to be done.'],
};

const TOOL_WORDS: { readonly [Can in ToolAdvice['can']]: string } = {
  do: 'Mechanical.',
  find: 'The places can be found.',
  nothing: 'By hand.',
};

/** How much of it is mechanical, and how. */
export function toolWords({ can, how }: ToolAdvice): string {
  return `${TOOL_WORDS[can]} ${how}`;
}

const SILENT_WORDS: { readonly [Kind in SilentKind]: string } = {
  default: 'another default',
  sentinel: 'another value for "nothing"',
  format: 'another format',
  order: 'another order',
  units: 'another unit',
  'content type': 'another content type',
  behaviour: 'another behaviour',
  ignored: 'ignored from now on',
  values: 'other values',
  shape: 'another form',
};

/** What a card does to callers, in a word or two. */
export function badgeOf({ impact, silent }: MigrationCard): readonly string[] {
  const words = { breaking: 'breaking', dangerous: 'may break', undecided: 'undecided', unclassified: 'unclassified' };
  return [...(impact === 'non-breaking' ? [] : [words[impact]]), ...(silent === null ? [] : [SILENT_WORDS[silent]])];
}

/** What a resource is called. */
export function resourceWords(resource: string): string {
  if (resource === 'Document') return 'The API as a whole';
  return resource === 'Components without operations' ? 'Schemas that no operation uses' : resource;
}

/** `webhook call.ended`: a webhook is known by its name, not by its method. */
export function operationWords(operation: string): string {
  return operation.replace(/^(webhook) \S+ /, '$1 ');
}

/** The counts in words, for the head of a report. */
export function countWords({ counts }: MigrationReport): readonly string[] {
  const { wire, compile, silent, added, other, mechanical, findings, untold } = counts;
  const todo = wire + compile + silent;
  const things = todo === 1 ? 'One thing' : `${todo} things`;
  return [
    ...(todo === 0
      ? []
      : [`${things} to do${mechanical === 0 ? '' : `, ${mechanical} of ${todo === 1 ? 'it' : 'them'} mechanical`}`]),
    ...(added + other === 0 ? [] : [`${added} new, ${counted(other, 'other change')}`]),
    `${counted(findings, 'finding')} in all${untold === 0 ? '' : `, ${untold} of which ${untold === 1 ? 'says' : 'say'} nothing to callers`}`,
  ];
}

/** `since 2.14 and Preview`. */
export function arrivedWords(versions: readonly string[]): string {
  if (versions.length < 2) return `since ${versions[0] ?? ''}`;
  return `since ${versions.slice(0, -1).join(', ')} and ${versions.at(-1) ?? ''}`;
}

/** What a card is about, in a sentence: what to do, or what is new where nothing is to be done. */
export function titleOf({ steps, what }: MigrationCard): Sentence {
  const [first] = steps;
  if (first === undefined) return what;
  return first.map((word, index) =>
    index === first.length - 1 && typeof word === 'string' ? word.replace(/\.$/, '') : word,
  );
}

/** What is new, as a sentence that other sentences follow. */
export function statementOf({ what }: MigrationCard): Sentence {
  return what.map((word, index) =>
    index === what.length - 1 && typeof word === 'string' ? word.replace(/:$/, '.') : word,
  );
}

/** The operations of a card that its sentence and its items do not name. */
export function operationsToTell({ what, items, operations }: MigrationCard): readonly string[] {
  const named = new Set(codesIn([...what, ...items.flat()]));
  const isNamed = operations.every((one) => named.has(one) || named.has(one.replace(/^webhook \S+ /, '')));
  return isNamed ? [] : operations;
}

/** The elements of a card, where its sentence, its items and its operations do not name them. */
export function fieldsToTell({ what, items, fields, operations }: MigrationCard): readonly string[] {
  const named = new Set([...codesIn([...what, ...items.flat()]), ...operations]);
  const isNamed = (field: string): boolean => {
    const [last = ''] = field.split(/[.\s]/).slice(-1);
    return named.has(field) || isPath(field) || (last !== field && named.has(last));
  };
  return fields.length < 2 || fields.every(isNamed) ? [] : fields;
}

/** A path, or an operation, which stands among the operations. */
function isPath(field: string): boolean {
  return /^(?:[A-Z]+ )?(?:\/\S*|webhook \S+)$/.test(field);
}
