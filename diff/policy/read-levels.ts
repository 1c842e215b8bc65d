import { loadFile } from '../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../openapi/load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import { describeType, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import type { Level } from '../rules/rule.js';
import type { DeprecationFirst } from './ended-elements.js';
import { LEVELS, type LevelEntry, louder, POLICY_NAMES, type PolicyName } from './policy.js';

/** What a levels file says. */
export interface LevelsFile {
  /** Absent: the file names none. */
  readonly policy?: PolicyName;
  readonly entries: readonly LevelEntry[];
  /** How the removal of something is told that was deprecated first. Absent: as any other. */
  readonly deprecation?: Omit<DeprecationFirst, 'today'>;
}

/** The levels that the removal of something may have that was deprecated first: it is never passed over. */
export const DEPRECATION_LEVELS = ['warning', 'info'] as const;

/** Ids that stand for an impact rather than a rule: of whatever rule the finding is. */
export const IDS_WITHOUT_RULE = ['undecided', 'unclassified'] as const;

/** What a file may name: each rule id, and each former id with the one it stands for now. */
export type RuleIds = ReadonlyMap<string, string>;

/** The ids of rules as configurations may spell them. */
export function ruleIds(rules: readonly { readonly id: string; readonly aliases?: readonly string[] }[]): RuleIds {
  const ids = new Map<string, string>(IDS_WITHOUT_RULE.map((id) => [id, id]));
  for (const { id } of rules) ids.set(id, id);
  for (const { id, aliases = [] } of rules) for (const alias of aliases) if (!ids.has(alias)) ids.set(alias, id);
  return ids;
}

/**
 * Reads a levels file. It is data: nothing in it is run.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function readLevels(name: string, bytes: Uint8Array, ids: RuleIds): LevelsFile {
  return new LevelsReader(loadFile(name, bytes), ids).read();
}

class LevelsReader {
  readonly #file: LoadedFile;
  readonly #ids: RuleIds;
  readonly #faults: Diagnostic[] = [];

  constructor(file: LoadedFile, ids: RuleIds) {
    this.#file = file;
    this.#ids = ids;
  }

  read(): LevelsFile {
    const { value } = this.#file;
    if (!isObject(value))
      throw new DocumentError([this.#fault([], 'type', mustBe('A levels file', 'a mapping', value))]);
    this.#refuseOthers(value, [], ['policy', 'levels', 'deprecation']);
    const policy = this.#choice(value, [], 'policy', POLICY_NAMES);
    const entries = this.#levels(Object.hasOwn(value, 'levels') ? value['levels'] : undefined);
    const deprecation = this.#deprecation(Object.hasOwn(value, 'deprecation') ? value['deprecation'] : undefined);
    if (this.#faults.length > 0) throw new DocumentError(this.#faults);
    return {
      ...(policy === undefined ? {} : { policy }),
      entries,
      ...(deprecation === undefined ? {} : { deprecation }),
    };
  }

  #deprecation(setting: Json | undefined): LevelsFile['deprecation'] {
    if (setting === undefined) return undefined;
    const path = ['deprecation'];
    if (!isObject(setting)) {
      this.#report(path, 'type', mustBe('"deprecation"', 'a mapping with "level"', setting));
      return undefined;
    }
    this.#refuseOthers(setting, path, ['level', 'days']);
    const level = this.#choice(setting, path, 'level', DEPRECATION_LEVELS);
    if (!Object.hasOwn(setting, 'level')) this.#report(path, 'level-missing', 'Give "level": warning or info.');
    const days = Object.hasOwn(setting, 'days') ? setting['days'] : undefined;
    if (days !== undefined && !(typeof days === 'number' && Number.isSafeInteger(days) && days >= 0)) {
      this.#report([...path, 'days'], 'value', '"days" must be a whole number that is not negative.');
      return undefined;
    }
    return level === undefined ? undefined : { level, ...(typeof days === 'number' ? { days } : {}) };
  }

  #levels(levels: Json | undefined): readonly LevelEntry[] {
    if (levels === undefined) return [];
    if (!isObject(levels)) {
      this.#report(['levels'], 'type', mustBe('"levels"', 'a mapping of rule ids to levels', levels));
      return [];
    }
    const seen = new Map<string, string>();
    const entries = Object.keys(levels).flatMap((name) => {
      const path = ['levels', name];
      const rule = this.#ids.get(name);
      const twin = rule === undefined ? undefined : seen.get(rule);
      if (rule === undefined) {
        this.#report(path, 'unknown-rule', `There is no rule "${name}".${didYouMean(name, this.#ids.keys())}`, true);
        return [];
      }
      if (twin !== undefined) {
        this.#report(path, 'duplicate-rule', `"${name}" and "${twin}" are the same rule. Keep one of them.`, true);
        return [];
      }
      seen.set(rule, name);
      return this.#entries(rule, levels[name] ?? null, path);
    });
    // A rule that is named is named on purpose, and comes before what is said of all rules.
    return [
      ...entries.filter(({ rules }) => rules !== undefined),
      ...entries.filter(({ rules }) => rules === undefined),
    ];
  }

  #entries(rule: string, setting: Json, path: readonly string[]): readonly LevelEntry[] {
    if (!isObject(setting)) {
      const level = this.#oneOf(setting, path, LEVELS);
      return entry(rule, level, this.#origin(path));
    }
    this.#refuseOthers(setting, path, ['level', 'request', 'response', 'reason']);
    const reason = Object.hasOwn(setting, 'reason') ? setting['reason'] : undefined;
    if (reason !== undefined && (typeof reason !== 'string' || reason.trim() === '')) {
      this.#report([...path, 'reason'], 'type', mustBe('"reason"', 'text', reason));
    }
    const told = typeof reason === 'string' ? reason.trim() : this.#origin(path);
    const level = this.#choice(setting, path, 'level', LEVELS);
    const request = this.#choice(setting, path, 'request', LEVELS);
    const response = this.#choice(setting, path, 'response', LEVELS);
    if (!['level', 'request', 'response'].some((key) => Object.hasOwn(setting, key))) {
      this.#report(path, 'level-missing', 'Give "level", or "request" and "response" where they differ.');
    }
    // What travels both ways takes the louder of its two levels, so that neither way hides the other.
    const [one, other] = [request ?? level, response ?? level];
    const isSplit = request !== undefined || response !== undefined;
    const both = isSplit && one !== undefined && other !== undefined ? louder(one, other) : undefined;
    return [
      ...entry(rule, both, told, 'both'),
      ...entry(rule, request, told, 'request'),
      ...entry(rule, response, told, 'response'),
      ...entry(rule, level, told),
    ];
  }

  /** A level without a stated reason at least tells where it was set. */
  #origin(path: readonly string[]): string {
    const { file, line } = placeOf(this.#file, path, true);
    return `Set in ${file}:${line}.`;
  }

  #choice<Choice extends string>(
    object: JsonObject,
    path: readonly string[],
    key: string,
    choices: readonly Choice[],
  ): Choice | undefined {
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    return value === undefined ? undefined : this.#oneOf(value, [...path, key], choices);
  }

  #oneOf<Choice extends string>(value: Json, path: readonly string[], choices: readonly Choice[]): Choice | undefined {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    const given = typeof value === 'string' ? `"${value}".${didYouMean(value, choices)}` : `${describeType(value)}.`;
    this.#report(path, 'value', `"${path.at(-1)}" is one of ${choices.join(', ')}, not ${given}`);
    return undefined;
  }

  #refuseOthers(object: JsonObject, path: readonly string[], known: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (known.includes(key) || (path.length === 0 && key === '$schema')) continue;
      this.#report([...path, key], 'unknown-key', `"${key}" means nothing here.${didYouMean(key, known)}`, true);
    }
  }

  #report(path: readonly string[], code: string, message: string, atKey = false): void {
    this.#faults.push(this.#fault(path, code, message, atKey));
  }

  #fault(path: readonly string[], code: string, message: string, atKey = false): Diagnostic {
    return { code, message, place: placeOf(this.#file, path, atKey) };
  }
}

function entry(
  rule: string,
  level: Level | undefined,
  reason: string,
  direction?: NonNullable<LevelEntry['direction']>,
): readonly LevelEntry[] {
  if (level === undefined) return [];
  const impact = IDS_WITHOUT_RULE.find((id) => id === rule);
  const what = impact === undefined ? { rules: [rule] } : { impacts: [impact] };
  return [{ ...what, level, reason, ...(direction === undefined ? {} : { direction }) }];
}

function mustBe(what: string, type: string, value: Json): string {
  return `${what} must be ${type}, not ${describeType(value)}.`;
}
