import type { Origin } from '../openapi/source/origin.js';
import type { Direction, Usage } from './change.js';
import type { OperationNames } from './operation-names.js';
import { resourceOf } from './resource.js';

/**
 * What is told of the users of a change. Changes of one cyclic document often have the same list of hundreds of users, which is
 * looked through once.
 */
export class UserSummary {
  readonly #names: OperationNames;
  readonly #operations = new Map<readonly Usage[], readonly string[]>();
  readonly #resources = new Map<readonly Usage[], string>();
  readonly #directions = new Map<readonly Usage[], ReadonlySet<Direction | undefined>>();
  readonly #affected = new Map<readonly Usage[], Map<string, readonly Usage[]>>();

  constructor(names: OperationNames) {
    this.#names = names;
  }

  /** The names of the operations, sorted, each once. */
  operations(usages: readonly Usage[]): readonly string[] {
    return remembered(this.#operations, usages, () => this.#names.of(usages));
  }

  /** The group that the users are shown in; where there are none, that of the place of the change. */
  resource(usages: readonly Usage[], origin: Origin): string {
    if (usages.length === 0) return resourceOf(usages, origin);
    return remembered(this.#resources, usages, () => resourceOf(usages, origin));
  }

  directions(usages: readonly Usage[]): ReadonlySet<Direction | undefined> {
    return remembered(this.#directions, usages, () => new Set(usages.map(({ direction }) => direction)));
  }

  /** The users in some directions; one list for the same. */
  among(usages: readonly Usage[], directions: readonly (Direction | undefined)[]): readonly Usage[] {
    if ([...this.directions(usages)].every((direction) => directions.includes(direction))) return usages;
    const known = remembered(this.#affected, usages, () => new Map<string, readonly Usage[]>());
    return remembered(known, directions.join(' '), () =>
      usages.filter(({ direction }) => directions.includes(direction)),
    );
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
