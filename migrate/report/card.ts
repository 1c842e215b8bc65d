import { DIRECTIONS, type Direction, isSchemaChange } from '../../diff/change.js';
import { worstImpact } from '../../diff/order.js';
import { operationLabel } from '../../diff/where.js';
import { isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { alsoNotes, alsoSteps } from '../changelog-draft/also.js';
import type { CameWith } from '../changelog-draft/came-with.js';
import { subjectOf } from '../changelog-draft/describe.js';
import { moveNotes } from '../changelog-draft/move-note.js';
import { itemsOf, operationsOf, sentenceOf, subjects } from '../changelog-draft/sentence.js';
import { stepOf } from '../changelog-draft/step.js';
import { type Group, resourceOf } from '../changelog-draft/told.js';
import { codes, messageWords, code as named, type Sentence } from '../changelog-draft/words.js';
import { stepFor } from '../step.js';
import type { CodePairs } from './code/code-pair.js';
import type { CodePair, MigrationCard, PayloadPair, SchemaPair, SectionKind } from './migration-report.js';
import type { PayloadPairs } from './payload-pair.js';
import type { Scene, SceneFinder } from './scene.js';
import { silentKindOf } from './section.js';
import { toolFor } from './tool.js';
import { undecidedNote, whyOf } from './why.js';

/** The longest schema that is shown, as JSON. */
const LONGEST_SCHEMA = 2_500;

/** What cards are made with. */
export interface CardTools {
  readonly scenes: SceneFinder;
  readonly payloads: PayloadPairs;
  readonly came: CameWith;
  /** Absent where no client is known. */
  readonly codes?: CodePairs;
}

/** Tells one cause as a card. When it came and who announced it is added where that is known. */
export function cardOf(group: Group, section: SectionKind, tools: CardTools): MigrationCard {
  const [first] = group;
  const { finding } = first;
  const findings = group.map((one) => one.finding);
  const shown: Shown = section === 'other' ? { payload: null, code: null } : examplesOf(group, tools);
  // What is new has no former state that anybody needs to see.
  const { payload, code } = section === 'added' ? withoutBefore(shown) : shown;
  return {
    id: finding.fingerprint,
    resource: resourceOf(first),
    impact: worstImpact(findings) ?? 'non-breaking',
    contract: finding.contract,
    silent: section === 'silent' ? (silentKindOf(first) ?? 'shape') : null,
    what: withoutColon(sentenceOf(group), renamesIn(group).before.length === 1),
    // Operations show the new names; which of several names went is told one by one.
    items: renamesIn(group).before.length === 1 ? [] : itemsOf(group),
    notes: [
      ...moveNotes(group, 'Not sure: '),
      ...alsoNotes(group),
      ...placeNote(shown),
      ...undecidedNote(finding).map((note) => [note]),
    ],
    why: section === 'added' || section === 'other' ? null : whyOf(group),
    operations: operationsOf(group),
    fields: [...new Set(findings.map(({ where }) => where))],
    payload,
    schema: schemaOf(group),
    code,
    steps: stepsOf(group, section, tools.came),
    tool: toolFor(group, section),
    arrived: null,
    announced: [],
    findings: group
      .flatMap(({ finding: one, also }) => [one, ...also.map((other) => other.finding)])
      .map(({ fingerprint, rule, where, message, base, revision, witness }) => {
        return { fingerprint, rule, where, message, base, revision, witness };
      }),
  };
}

/** A sentence that announces nothing ends as one. */
function withoutColon(sentence: Sentence, isWhole: boolean): Sentence {
  return isWhole ? sentence.map((word) => (typeof word === 'string' ? word.replace(/:$/, '.') : word)) : sentence;
}

function stepsOf(group: Group, section: SectionKind, came: CameWith): readonly Sentence[] {
  if (section === 'added' || section === 'other') return [];
  const [{ finding, change }] = group;
  const also = alsoSteps(group, true);
  const own = renameStep(group) ?? came.step(group) ?? stepOf(group, true);
  // What a scope asks for is more than to look at each call.
  if (also.length > 0) return change?.kind === 'extension.changed' || own === undefined ? also : [own, ...also];
  if (own !== undefined) return [own];
  if (change?.kind === 'extension.changed')
    return [['Read what changed, and whether your code relies on the former behaviour.']];
  const step = stepFor(finding);
  return [
    step.startsWith('Check how you use')
      ? ['Check how you use ', ...subjectOf(subjects(group)).words, '.']
      : messageWords(step),
  ];
}

/** Names in generated clients, which changelogs leave to the compiler. */
function renameStep(group: Group): Sentence | undefined {
  const [{ change }] = group;
  if (change?.kind === 'operation.id.changed')
    return ['Call the method of ', ...codes(operationsOf(group), 4), ' by its new name.'];
  const { before, after } = renamesIn(group);
  if (before.length === 0) return undefined;
  return [
    'Name the ',
    after.length === 1 ? 'argument ' : 'arguments ',
    ...codes(after),
    ' instead of ',
    ...codes(before),
    '.',
  ];
}

/** The names of path parameters on both sides, each once. */
function renamesIn(group: Group): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const renames = group.flatMap(({ change }) => (change?.kind === 'path.parameter.renamed' ? [change] : []));
  const [before, after] = [renames.map((one) => one.before), renames.map((one) => one.after)];
  return { before: [...new Set(before)], after: [...new Set(after)] };
}

/** Where callers meet a component that they know by another name. */
function placeNote({ scene }: Shown): readonly Sentence[] {
  if (scene === undefined) return [];
  const { where } = scene.told.finding;
  const { operation, root, steps } = scene.revision;
  if (!/^[\w-]+$/.test(where) || steps.length === 0) return [];
  const path = steps.map((step) => (step.kind === 'item' ? '[]' : `.${step.name}`)).join('');
  const label = operationLabel(operation).replace(/^(webhook) \S+ /, '$1 ');
  return [[named(where), ' is ', named(path.replace(/^\./, '')), ` in the ${root.part} of `, named(label), '.']];
}

interface Shown {
  readonly payload: PayloadPair | null;
  readonly code: CodePair | null;
  /** Where the payload stands; absent where there is none. */
  readonly scene?: Scene;
}

/** Both ways where a group is sent and received. */
function examplesOf(group: Group, { scenes, payloads, codes }: CardTools): Shown {
  const shown = DIRECTIONS.flatMap((direction) => {
    const scene = sceneOf(group, direction, scenes);
    if (scene === undefined) return [];
    const values = payloads.of(scene, group);
    return [{ payload: values.payload ?? null, code: codes?.ofScene(scene, values, group) ?? null, scene }];
  });
  const calls = payloads.call(group);
  const callCode = codes?.ofCalls(group);
  const parts = [...shown.flatMap((one) => one.code ?? []), ...(callCode === undefined ? [] : [callCode])];
  const whole = shown.find((one) => one.payload !== null);
  return {
    ...(whole === undefined ? {} : { scene: whole.scene }),
    payload: whole?.payload ?? calls ?? null,
    code: parts.length === 0 ? null : { before: joined(parts, 'before'), after: joined(parts, 'after') },
  };
}

const NO_PAYLOAD: PayloadPair = { kind: 'payload', operation: null, part: null, pointer: '#' };

function withoutBefore({ payload, code: pair }: Shown): Shown {
  const { before: _, ...after } = payload ?? NO_PAYLOAD;
  return {
    payload: payload === null ? null : after,
    code: pair === null || pair.after === null ? null : { before: null, after: pair.after },
  };
}

const MOST_TRIED = 3;

function sceneOf(group: Group, direction: Direction, scenes: SceneFinder): Scene | undefined {
  for (const told of group.slice(0, MOST_TRIED)) {
    const scene = scenes.of(told, direction);
    if (scene !== undefined) return scene;
  }
  return undefined;
}

function joined(parts: readonly CodePair[], side: keyof CodePair): string | null {
  const texts = [...new Set(parts.flatMap((part) => part[side] ?? []))];
  return texts.length === 0 ? null : texts.join('\n\n');
}

/** The changed schemas as the documents write them. */
function schemaOf(group: Group): SchemaPair | null {
  const [{ change }] = group;
  if (change === undefined || !isSchemaChange(change)) return null;
  const [before = null, after = null] = (['base', 'revision'] as const).map(
    (side) => change.schemas.stated[side][0]?.raw,
  );
  const isShort = [before, after].every((raw) => stringify(raw).length <= LONGEST_SCHEMA);
  return isShort && (isObject(before) || isObject(after)) ? { before: plain(before), after: plain(after) } : null;
}

/** Prose of the document is left out: it is long, and says nothing of the form. */
function plain(raw: Json): Json {
  if (!isObject(raw)) return raw;
  const { description: _, example: __, ...rest } = raw;
  return rest;
}
