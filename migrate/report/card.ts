import type { Direction } from '../../diff/change.js';
import { isSchemaChange } from '../../diff/change.js';
import type { Finding } from '../../diff/finding.js';
import { allRules } from '../../diff/rules/table.js';
import { isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { fold } from '../changelog-draft/fold.js';
import { moveNotes } from '../changelog-draft/move-note.js';
import { itemsOf, operationsOf, sentenceOf, subjects } from '../changelog-draft/sentence.js';
import { stepOf } from '../changelog-draft/step.js';
import type { Group } from '../changelog-draft/told.js';
import { list, code as named, type Sentence } from '../changelog-draft/words.js';
import { stepFor } from '../step.js';
import type { CodePairs } from './code/code-pair.js';
import type { CodePair, MigrationCard, PayloadPair, SchemaPair, SectionKind } from './migration-report.js';
import type { PayloadPairs } from './payload-pair.js';
import type { Scene, SceneFinder } from './scene.js';
import { silentKindOf, worstOf } from './section.js';
import { toolFor } from './tool.js';

/** The longest schema that is shown, as JSON. */
const LONGEST_SCHEMA = 2_500;

/** What cards are made with. */
export interface CardTools {
  readonly scenes: SceneFinder;
  readonly payloads: PayloadPairs;
  /** Absent where no client is known. */
  readonly codes?: CodePairs;
}

/** Tells one cause as a card. When it came and who announced it is added where that is known. */
export function cardOf(group: Group, section: SectionKind, tools: CardTools): MigrationCard {
  const [first] = group;
  const { finding } = first;
  const findings = group.map((one) => one.finding);
  const shown = section === 'other' ? { payload: null, code: null } : examplesOf(group, tools);
  // What is new has no former state that anybody needs to see.
  const { payload, code } = section === 'added' ? withoutBefore(shown) : shown;
  return {
    id: finding.fingerprint,
    resource: finding.resource,
    impact: worstOf(findings),
    contract: finding.contract,
    silent: section === 'silent' ? (silentKindOf(first) ?? 'shape') : null,
    what: sentenceOf(group),
    items: itemsOf(group),
    notes: [...moveNotes(group), ...alsoNotes(group), ...reasonNotes(finding)],
    why: section === 'added' || section === 'other' ? null : whyOf(finding),
    operations: operationsOf(group),
    fields: [...new Set(findings.map(({ where }) => where))],
    payload,
    schema: schemaOf(group),
    code,
    steps: stepsOf(group, section),
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

const WHYS: ReadonlyMap<string, string> = new Map<string, string>(allRules.map(({ id, why }) => [id, why]));

function whyOf({ rule }: Finding): string | null {
  return WHYS.get(rule) ?? null;
}

function stepsOf(group: Group, section: SectionKind): readonly Sentence[] {
  if (section === 'added' || section === 'other') return [];
  const [{ finding, change }] = group;
  const also = group.flatMap((one) => one.also);
  const extra = fold(also).flatMap((inner) => stepOf(inner) ?? []);
  const own = renameStep(group) ?? meaningStep(group) ?? stepOf(group);
  if (own !== undefined) return extra.length === 0 ? [own] : [own, extra];
  if (extra.length > 0) return [extra];
  if (change?.kind === 'extension.changed')
    return [['Read what changed, and whether your code relies on the former behaviour.']];
  return [[stepFor(finding)]];
}

/** Names in generated clients, which changelogs leave to the compiler. */
function renameStep(group: Group): Sentence | undefined {
  const [{ change }] = group;
  if (change?.kind === 'operation.id.changed')
    return ['Call the method by its new name, in ', named(change.after ?? ''), '.'];
  if (change?.kind !== 'path.parameter.renamed') return undefined;
  const pairs = new Map(
    group.flatMap(({ change: one }) =>
      one?.kind === 'path.parameter.renamed' ? [[`${one.before} ${one.after}`, [one.before, one.after] as const]] : [],
    ),
  );
  const names = [...pairs.values()].flatMap(
    ([before, after], index): Sentence => [index === 0 ? '' : ', ', named(after), ' instead of ', named(before)],
  );
  return ['Give ', ...names, ' where you call these.'];
}

/** What to do about values that mean something else, in the names of the elements. */
function meaningStep(group: Group): Sentence | undefined {
  const [{ finding }] = group;
  const { before, after } = finding;
  const names = list(subjects(group).map((where) => [named(where)]));
  if (finding.rule === 'stated-content-changed' || finding.rule === 'content-changed') {
    return typeof after === 'string' && typeof before === 'string'
      ? ['Handle ', ...names, ' as ', named(after), ' instead of ', named(before), '.']
      : undefined;
  }
  if (finding.rule !== 'default-changed' || before === null) return undefined;
  return ['Send ', ...names, ' yourself where you counted on ', named(stringify(before)), '.'];
}

function alsoNotes(group: Group): readonly Sentence[] {
  return fold(group.flatMap(({ also }) => also)).map(sentenceOf);
}

function reasonNotes({ reason }: Finding): readonly Sentence[] {
  return reason === null ? [] : [[`Nobody could tell from the documents whether it breaks you: ${reason}.`]];
}

interface Shown {
  readonly payload: PayloadPair | null;
  readonly code: CodePair | null;
}

/** Both ways where a group is sent and received. */
function examplesOf(group: Group, { scenes, payloads, codes }: CardTools): Shown {
  const shown = (['request', 'response'] as const).flatMap((direction) => {
    const scene = sceneOf(group, direction, scenes);
    if (scene === undefined) return [];
    const values = payloads.of(scene, group);
    return [{ payload: values.payload ?? null, code: codes?.ofScene(scene, values, group) ?? null }];
  });
  const calls = payloads.call(group);
  const callCode = codes?.ofCalls(group);
  const parts = [...shown.flatMap((one) => one.code ?? []), ...(callCode === undefined ? [] : [callCode])];
  return {
    payload: shown.find((one) => one.payload !== null)?.payload ?? calls ?? null,
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
