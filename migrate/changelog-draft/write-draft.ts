import type { ReportWithChanges } from '../../diff/diff.js';
import type { Finding } from '../../diff/finding.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { pathIdentity } from '../../openapi/model/identity.js';
import { versionSelector } from '../../openapi/model/version-selector.js';
import { alsoNotes, alsoSteps } from './also.js';
import { CameWith } from './came-with.js';
import type { ChangelogDraft, DraftEntry, DraftResource, DraftSectionKind } from './draft.js';
import { Examples } from './example.js';
import { fold } from './fold.js';
import { CHECK, moveNotes } from './move-note.js';
import { isOfAll, itemsOf, operationsOf, sentenceOf } from './sentence.js';
import { stepOf } from './step.js';
import { type Group, isWorthHaving, resourceOf, type Told, worthTelling } from './told.js';
import type { Sentence } from './words.js';

const SECTIONS: readonly DraftSectionKind[] = ['breaking', 'check', 'client', 'deprecated', 'new', 'other'];

/** Drafts a changelog from what was found between two documents. */
export function writeDraft(
  { report, changes }: ReportWithChanges,
  base: ApiDocument,
  revision: ApiDocument,
): ChangelogDraft {
  const told = worthTelling(
    report.findings.map((finding) => ({ finding, change: changes.get(finding.fingerprint), also: [] })),
  );
  const [examples, came] = [new Examples(base, revision), new CameWith(told)];
  const sections = SECTIONS.map((kind) => {
    const own = told.filter(({ finding }) => sectionOf(finding) === kind);
    // What changed in passing needs no example.
    return { kind, resources: resourcesIn(own, came, kind === 'other' || kind === 'client' ? undefined : examples) };
  });
  const selector = versionSelector(revision);
  return {
    from: report.base,
    to: report.revision,
    ...(selector === undefined ? {} : { selector }),
    sections: sections.filter(({ resources }) => resources.length > 0),
  };
}

function sectionOf({ rule, impact, contract }: Finding): DraftSectionKind {
  if (rule.endsWith('-deprecated') || rule === 'sunset-announced') return 'deprecated';
  if (impact === 'breaking') return contract === 'wire' ? 'breaking' : 'client';
  if (impact !== 'non-breaking') return 'check';
  if (contract === 'source') return 'client';
  return isWorthHaving(rule) ? 'new' : 'other';
}

/** Resources in the order of the alphabet; those that are none come last. */
function resourcesIn(told: readonly Told[], came: CameWith, examples: Examples | undefined): readonly DraftResource[] {
  const names = [...new Set(told.map(resourceOf))].sort(
    (a, b) => Number(isNone(a)) - Number(isNone(b)) || (a < b ? -1 : 1),
  );
  return names.map((name) => ({
    name,
    entries: fold(told.filter((one) => resourceOf(one) === name))
      .toSorted((a, b) => rank(a) - rank(b))
      .map((group) => entryOf(group, came, examples)),
  }));
}

function isNone(resource: string): boolean {
  return resource === 'Document' || resource === 'Components without operations';
}

/** What comes or goes as a whole is told before what changed in it. */
function rank([{ change }]: Group): number {
  const kind = change?.kind ?? '';
  if (kind.startsWith('operation.') || kind.startsWith('webhook.')) return 0;
  return kind.startsWith('schema.') ? 2 : 1;
}

function entryOf(group: Group, came: CameWith, examples: Examples | undefined): DraftEntry {
  const [{ finding }] = group;
  const [sentence, items] = [sentenceOf(group), itemsOf(group)];
  const step = alsoSteps(group)[0] ?? came.step(group) ?? stepOf(group);
  const example = examples?.of(group);
  return {
    sentence,
    items,
    notes: [...moveNotes(group, CHECK), ...came.notes(group), ...alsoNotes(group), ...reasonNotes(finding)],
    operations:
      isOfAll(group) || namesAll([...sentence, ...items.flat()], operationsOf(group)) ? [] : operationsOf(group),
    ...(step === undefined ? {} : { step }),
    ...(example === undefined ? {} : { example }),
    findings: group
      .flatMap(({ finding: one, also }) => [one, ...also.map((other) => other.finding)])
      .map(({ fingerprint }) => fingerprint),
  };
}

/** Why nobody could tell whether it breaks anybody. */
function reasonNotes({ reason }: Finding): readonly Sentence[] {
  return reason === null ? [] : [[`${CHECK}${reason}.`]];
}

/** Whether words name the operations already, themselves or by their paths. */
function namesAll(words: Sentence, operations: readonly string[]): boolean {
  const named = new Set(words.flatMap((word) => (typeof word === 'string' ? [] : [pathIdentity(word.code)])));
  return operations.every((operation) => {
    const identity = pathIdentity(operation);
    if (named.has(operation.replace(/^webhook \S+ /s, ''))) return true;
    return named.has(identity) || named.has(identity.slice(identity.indexOf(' ') + 1));
  });
}
