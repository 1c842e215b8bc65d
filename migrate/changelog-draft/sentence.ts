import { operationLabel } from '../../diff/where.js';
import { subjectOf } from './describe.js';
import { parameterSentence, propertySentence } from './element-sentence.js';
import { extensionSentence } from './extension-sentence.js';
import { enumItems, schemaSentence } from './schema-sentence.js';
import type { Group, Told } from './told.js';
import { code, codes, plural, type Sentence } from './words.js';

/** What happened, in one sentence. */
export function sentenceOf(group: Group): Sentence {
  return (
    operationSentence(group) ??
    parameterSentence(group) ??
    propertySentence(group) ??
    extensionSentence(group) ??
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
      if (group.length > 1) return ['New operations:'];
      return ['The operation ', ...nameAndSummary(group[0]), ' is new.'];
    case 'operation.removed':
      return [...codes(subjects(group)), ` ${plural(group.length, 'was', 'were')} removed.`];
    case 'webhook.added':
      return ['The webhooks ', ...codes(subjects(group).map(bare)), ' are sent from now on.'];
    case 'webhook.removed':
      return ['The webhooks ', ...codes(subjects(group).map(bare)), ' are no longer sent.'];
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

function bare(label: string): string {
  return label.replace(/^webhook (?:[A-Z]+ )?/, '');
}

/** What the rule says, after the elements it says it of. */
function messageSentence(group: Group): Sentence {
  const [{ finding }] = group;
  const { message } = finding;
  return [...subjectOf(subjects(group)).words, `: ${message.charAt(0).toLowerCase()}${message.slice(1)}`];
}
