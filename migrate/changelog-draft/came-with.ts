import type { Schema } from '../../openapi/model/schema.js';
import { propertyOf } from './describe.js';
import { declared } from './example-book.js';
import { isOfProperties } from './fold.js';
import type { Group, Told } from './told.js';
import { code, codes, type Sentence } from './words.js';

/** Properties that are too many to be a hint. */
const MOST_NAMES = 4;

interface Alternative {
  readonly name: string;
  readonly schema: Schema;
}

/** What of a similar name came to objects from which something went: perhaps it takes its place, which no document tells. */
export class CameWith {
  readonly #names = new Map<string, string[]>();

  /** By the object that has them. */
  readonly #alternatives = new Map<string, Alternative[]>();

  constructor(told: readonly Told[]) {
    for (const { finding, change } of told) {
      if (change?.kind === 'schema.alternative.added') {
        const object = finding.where.split(' option ')[0] ?? finding.where;
        const known = this.#alternatives.get(object) ?? [];
        this.#alternatives.set(object, [...known, { name: change.branch, schema: change.schema }]);
      }
      if (!isOfProperties(finding.rule) || !finding.rule.includes('-property-added')) continue;
      const property = propertyOf(finding.where);
      if (property === undefined) continue;
      this.#names.set(property.object, [...(this.#names.get(property.object) ?? []), property.name]);
    }
  }

  /** What to do about properties that only a new alternative of their object still has. */
  step(group: Group): Sentence | undefined {
    const [{ finding }] = group;
    if (finding.rule !== 'property-removed' || finding.direction !== 'request') return undefined;
    const properties = group.map((one) => propertyOf(one.finding.where));
    const alternative = this.#alternatives
      .get(properties[0]?.object ?? '')
      ?.find(({ schema }) => properties.every((one) => declared([schema], one?.name ?? '').length > 0));
    if (alternative === undefined) return undefined;
    const names = codes([...new Set(properties.flatMap((one) => one?.name ?? []))]);
    return ['Send ', ...names, ' only in the form of the new alternative ', code(alternative.name), '.'];
  }

  /** A note for a group that tells what went and of which nothing says where it moved. */
  notes(group: Group): readonly Sentence[] {
    const [{ finding }] = group;
    if (finding.rule !== 'property-removed' || group.some((one) => one.finding.moves.length > 0)) return [];
    const objects = new Set(group.flatMap((one) => propertyOf(one.finding.where)?.object ?? []));
    const gone = new Set(group.map((one) => stemOf(propertyOf(one.finding.where)?.name ?? '')));
    const came = [...objects].flatMap((object) => this.#names.get(object) ?? []);
    const names = new Set(came.filter((name) => gone.has(stemOf(name))));
    if (names.size === 0 || names.size > MOST_NAMES) return [];
    return [['New in the same place: ', ...codes([...names]), '.']];
  }
}

/** The first word of a name, in small letters. */
function stemOf(name: string): string {
  return (/^[a-z]+|^[A-Z]+[a-z]*/.exec(name)?.[0] ?? name).toLowerCase();
}
