import { operationLabel } from '../../diff/where.js';
import { subjectOf } from './describe.js';
import { parameterSentence, propertySentence } from './element-sentence.js';
import { extensionSentence } from './extension-sentence.js';
import { enumItems, schemaSentence } from './schema-sentence.js';
import type { Group, Told } from './told.js';
import { code, codes, messageWords, plural, type Sentence } from './words.js';

/** What happened, in one sentence. */
export function sentenceOf(group: Group): Sentence {
  return (
    operationSentence(group) ??
    parameterSentence(group) ??
    propertySentence(group) ??
    extensionSentence(group) ??
    scopeSentence(group) ??
    schemaSentence(group) ??
    messageSentence(group)
  );
}

/** The elements a group is about, each once. */
export function subjects(group: Group): readonly string[] {
  return [...new Set(group.map(({ finding }) => finding.where))];
}

function operationSentence(group: Group): Sentence | undefined {
  const [{ change }] = group;
  switch (change?.kind) {
    case 'operation.added':
      if (group.length > 1) return [`${group.length} new operations:`];
      return ['The operation ', ...nameAndSummary(group[0]), ' is new.'];
    case 'operation.removed':
      return [...codes(subjects(group)), ` ${plural(group.length, 'was', 'were')} removed.`];
    case 'webhook.added':
      return webhookSentence(group, ' is sent from now on.', ' are sent from now on.');
    case 'webhook.removed':
      return webhookSentence(group, ' is no longer sent.', ' are no longer sent.');
    case 'operation.id.changed':
      return group.length > 1 ? ['Operations have other operationIds:'] : [...renameOf(group[0]), '.'];
    case 'path.parameter.renamed':
      return group.length > 1 ? ['Path parameters have other names:'] : [...renameOf(group[0]), '.'];
    case 'request-body.added':
      return [
        ...codes(operationsOf(group)),
        ` ${plural(operationsOf(group).length, 'takes', 'take')} a request body`,
        change.body.required ? ', which is required.' : '.',
      ];
    case 'request-body.removed':
      return [
        ...codes(operationsOf(group)),
        ` no longer ${plural(operationsOf(group).length, 'takes', 'take')} a request body.`,
      ];
    case 'link.changed':
      return [...subjectOf(subjects(group)).words, ' is described in another way.'];
    case 'response.added':
      return [...codes(operationsOf(group)), ` may answer with status `, code(change.status), '.'];
    case 'response.removed':
      return [
        ...codes(operationsOf(group)),
        ` no longer ${plural(operationsOf(group).length, 'answers', 'answer')} with status `,
        code(change.status),
        '.',
      ];
    default:
      return undefined;
  }
}

/** Whether a group is about the API as a whole, so that a list of its operations says nothing. */
export function isOfAll([{ change }]: Group): boolean {
  return change?.kind.startsWith('security-scheme.') === true && change.kind !== 'security-scheme.removed';
}

/** What the sentence of a group announces, one by one; empty where it says all. */
export function itemsOf(group: Group): readonly Sentence[] {
  const [{ change }] = group;
  if (change?.kind === 'schema.enum.changed') return enumItems(change);
  if (group.length === 1) return [];
  switch (change?.kind) {
    case 'operation.added':
      return group.map(nameAndSummary);
    case 'path.parameter.renamed':
    case 'operation.id.changed':
      return group.map(renameOf);
    default:
      return [];
  }
}

/** `GET /folders`: lists all folders. */
function nameAndSummary({ finding, change }: Told): Sentence {
  const operation = change?.kind === 'operation.added' ? change.operation : undefined;
  const summary = (operation?.summary ?? '').trim().replace(/\.$/, '');
  const name = code(operation === undefined ? finding.where : operationLabel(operation));
  return summary === '' ? [name] : [name, ` (${summary})`];
}

/** `/a/{id}`: `id` instead of `a_id`. */
function renameOf({ finding }: Told): Sentence {
  const { where, before, after } = finding;
  const names: Sentence = [code(String(after ?? 'none')), ' instead of ', code(String(before ?? 'none'))];
  return [
    code(where),
    finding.rule === 'path-parameter-renamed' ? ' names its parameter ' : ' has the operationId ',
    ...names,
  ];
}

/** The operations a group reaches, each once, sorted. */
export function operationsOf(group: Group): readonly string[] {
  return [...new Set(group.flatMap(({ finding }) => finding.operations))].sort();
}

function webhookSentence(group: Group, one: string, many: string): Sentence {
  const names = [...new Set(subjects(group).map((label) => label.replace(/^(?:[A-Z]+ )?webhook (?:[A-Z]+ )?/, '')))];
  return [`The ${plural(names.length, 'webhook')} `, ...codes(names), plural(names.length, one, many)];
}

/** `x` and `y` of the OAuth flow `a`. */
function scopeSentence(group: Group): Sentence | undefined {
  const scopes = group.flatMap(({ change }) =>
    change?.kind === 'security-scheme.scope.added' || change?.kind === 'security-scheme.scope.removed' ? [change] : [],
  );
  const [first] = scopes;
  if (first === undefined) return undefined;
  const names = [...new Set(scopes.map(({ scope }) => scope))];
  const verb = first.kind.endsWith('.added') ? 'knows the new' : 'no longer knows the';
  const flow: Sentence = ['The flow ', code(first.flow), ' of the security scheme ', code(first.scheme)];
  return [...flow, ` ${verb} ${plural(names.length, 'scope')} `, ...codes(names), '.'];
}

/** What the rule says, after the elements it says it of, where it does not name them itself. */
function messageSentence(group: Group): Sentence {
  const [{ finding }] = group;
  const told = messageWords(finding.message);
  const named = new Set(told.flatMap((word) => (typeof word === 'string' ? [] : [word.code])));
  const subject = subjectOf(subjects(group)).words;
  const isNamed = subject.every((word) => typeof word === 'string' || named.has(word.code));
  if (isNamed && named.size > 0) return told;
  return [...subject, ': ', ...lowerFirst(told)];
}

function lowerFirst([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return [];
  return [typeof first === 'string' ? `${first.charAt(0).toLowerCase()}${first.slice(1)}` : first, ...rest];
}
