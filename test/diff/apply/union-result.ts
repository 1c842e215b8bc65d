import { conjunctionOf } from '../../../diff/schema/conjunction.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { copyOf, newPart, type Part, putGroup, say } from './part.js';

/** The unions of a schema while they are edited. Branches keep the schema they come from, so that a change finds them. */
export class UnionEdits {
  readonly #unions: {
    keyword: string;
    branches: { readonly key: string; readonly part: Part }[];
    readonly rest: Part;
  }[];
  readonly #after: readonly Part[];
  readonly #partOf: (schema: Schema) => Part;
  readonly #count: number;

  /**
   * @param base the unions of the base, each branch replaced by what became of it
   * @param after the unions of the schemas that the changes were found on
   * @param partOf the contract of a branch that comes with a change
   */
  constructor(
    base: readonly Part[],
    became: ReadonlyMap<Part, Part>,
    after: readonly Part[],
    partOf: (schema: Schema) => Part,
  ) {
    this.#unions = base.map((union) => ({
      keyword: union.facts.get('keyword') ?? '',
      branches: branchesOf(union).map((branch) => ({ key: keyOf(branch.of), part: became.get(branch) ?? branch })),
      rest: union,
    }));
    this.#after = after;
    this.#partOf = partOf;
    this.#count = Math.min(base.length, after.length);
  }

  add(keyword: string, schema: Schema): undefined {
    const key = keyOf([schema]);
    const index = this.#after.findIndex((union) => branchesOf(union).some((branch) => keyOf(branch.of) === key));
    const branch = { key, part: this.#partOf(schema) };
    const union = this.#unions[index];
    if (union === undefined) this.#unions.push({ keyword, branches: [branch], rest: newPart() });
    else union.branches.push(branch);
  }

  remove(schema: Schema): undefined {
    const key = keyOf([schema]);
    const union = this.#unions.find(({ branches }) => branches.some((branch) => branch.key === key));
    const index = union?.branches.findIndex((branch) => branch.key === key) ?? -1;
    if (index >= 0) union?.branches.splice(index, 1);
  }

  /** A union that came as such: one in a place where there was none, or of another keyword than the one in its place. */
  adopt(keyword: string): undefined {
    for (const [index, union] of this.#after.entries()) {
      const now = union.facts.get('keyword');
      const own = this.#unions[index];
      if (now !== keyword || this.#unions.some(({ rest }) => rest === union)) continue;
      if (index >= this.#count) {
        const branches = branchesOf(union).map((part) => ({ key: keyOf(part.of), part }));
        this.#unions.push({ keyword, branches, rest: union });
      } else if (own?.keyword === GONE) own.keyword = keyword;
    }
  }

  /** A union that went as such, or as one of its keyword. */
  drop(keyword: string): undefined {
    for (let index = this.#unions.length - 1; index >= 0; index--) {
      const union = this.#unions[index];
      // What came just now does not go again.
      if (union?.keyword !== keyword || this.#after.includes(union.rest)) continue;
      if (index >= this.#count) this.#unions.splice(index, 1);
      else if (this.#after[index]?.facts.get('keyword') !== keyword) union.keyword = GONE;
    }
  }

  get result(): readonly Part[] {
    return this.#unions.map(({ keyword, branches, rest }) => {
      const union = copyOf(rest);
      say(union, 'keyword', keyword);
      putGroup(
        union,
        'branches',
        branches.map(({ part }) => part),
      );
      return union;
    });
  }
}

/** The keyword of a union that is told to be gone until the one in its place is told. */
const GONE = 'none';

export function branchesOf(union: Part): readonly Part[] {
  return union.groups.get('branches') ?? [];
}

/** What the comparison knows schemas by that hold together. */
export function keyOf(schemas: readonly Schema[]): string {
  return conjunctionOf(schemas).key;
}
