import { type Json, setField } from '../../../openapi/source/json.js';
import { schemaWith } from '../part.js';
import { type Answer, firstValue, NONE, unknown, value } from './answer.js';
import type { Branch } from './branch.js';
import { Declared } from './declared.js';
import type { SomeProperty } from './fact.js';
import { matches } from './language.js';
import type { Literal } from './literal.js';
import { demandsAt, type Objects, objectsOf } from './object-facts.js';
import { type NameKind, nameKinds, newName } from './object-names.js';
import type { Task } from './search.js';
import { keeps } from './solver.js';
import { Wishes } from './wishes.js';

/** The properties that an object will have, each with what is demanded of its value. */
type Plan = ReadonlyMap<string, readonly Literal[]>;

export function objectOf(branch: Branch, task: Task): Answer {
  return new Builder(branch, task).build();
}

const UNDECIDED_PATTERN = 'which properties a pattern names is not decided';

class Builder {
  readonly #objects: Objects;
  readonly #declared: Declared;
  readonly #task: Task;
  readonly #wishes: Wishes;
  #names: ReadonlySet<string> | undefined;
  #kinds: readonly NameKind[] | undefined;
  #unsure: Answer | undefined;

  constructor(branch: Branch, task: Task) {
    this.#objects = objectsOf(branch.facts);
    this.#declared = new Declared(branch, task.state);
    this.#task = task;
    this.#wishes = new Wishes(branch);
  }

  /** The names that anything is said about. */
  get #mentioned(): ReadonlySet<string> {
    const { shapes, required, absent, some } = this.#objects;
    this.#names ??= new Set([
      ...required,
      ...absent,
      ...shapes.flatMap(({ shape }) => [...shape.properties.keys()]),
      ...some.flatMap(({ except }) => [...except.keys()]),
    ]);
    return this.#names;
  }

  build(): Answer {
    const { required, absent, values, max, min, some, listed } = this.#objects;
    if (required.size > max || min > max) return NONE;
    const plan = new Map<string, readonly Literal[]>();
    for (const name of required) {
      if (absent.has(name) || !this.#declared.allows(name)) return NONE;
      const demands = this.#demandsAt(name);
      if (demands === 'none') return NONE;
      plan.set(name, [...demands, ...(values.get(name) ?? [])]);
    }
    if (some.length > 0 || min > required.size || listed.length > 0) {
      this.#kinds = nameKinds(this.#objects, this.#declared, this.#task);
      if (this.#kinds === undefined) this.#unsure ??= unknown('too many patterns name properties');
    }
    const answer = this.#place(plan, 0);
    return answer.kind === 'none' && this.#unsure !== undefined ? this.#unsure : answer;
  }

  /** What is demanded of the value of a property, or that no property can have this name. */
  #demandsAt(name: string): readonly Literal[] | 'none' {
    const { shapes, names } = this.#objects;
    const valid = keeps(name, names);
    if (valid === false) return 'none';
    const demands = demandsAt(shapes, name, this.#task.solver.literals);
    if (valid === undefined || demands === undefined) this.#unsure ??= unknown(UNDECIDED_PATTERN);
    return demands ?? [];
  }

  /** Finds a property for each demand on some property: one that is there, one that is mentioned, or a new one. */
  #place(plan: Plan, index: number): Answer {
    const demand = this.#objects.some[index];
    if (demand === undefined) return this.#fill(plan);
    this.#task.solver.spend();
    const own: readonly Literal[] = demand.value === undefined ? [] : [demand.value];
    const names = [...plan.keys(), ...[...this.#mentioned].filter((name) => !plan.has(name))];
    const known = firstValue(names, (name) => {
      if (!this.#mayBe(name, demand)) return NONE;
      const before = plan.get(name) ?? this.#free(name);
      if (before === undefined) return NONE;
      return this.#withProperty(plan, name, [...before, ...own], index);
    });
    if (known.kind === 'value') return known;
    const fresh = firstValue(this.#kinds ?? [], (kind) => {
      if (demand.pattern !== undefined && !kind.patterns.includes(demand.pattern)) return NONE;
      if (demand.exceptPatterns.some((pattern) => kind.patterns.includes(pattern))) return NONE;
      const name = this.#newName(kind, plan, demand.name === undefined ? [] : [demand.name]);
      if (name.kind !== 'value') return name;
      return this.#withProperty(plan, String(name.value), [...this.#kindDemands(kind), ...own], index);
    });
    return fresh.kind === 'none' ? known : fresh;
  }

  #withProperty(plan: Plan, name: string, demands: readonly Literal[], index: number): Answer {
    if (!plan.has(name) && plan.size >= this.#objects.max) return NONE;
    const { solver, level } = this.#task;
    if (solver.sat(demands, level + 1).kind === 'none') return NONE;
    return this.#place(new Map([...plan, [name, demands]]), index + 1);
  }

  #mayBe(name: string, { pattern, except, exceptPatterns, name: wanted }: SomeProperty): boolean {
    if (except.has(name)) return false;
    const verdicts = [
      pattern === undefined ? true : matches(pattern, name),
      ...exceptPatterns.map((one) => negated(matches(one, name))),
      wanted === undefined ? true : keeps(name, [wanted]),
    ];
    if (verdicts.includes(false)) return false;
    if (verdicts.includes(undefined)) this.#unsure ??= unknown(UNDECIDED_PATTERN);
    return !verdicts.includes(undefined);
  }

  /** What is demanded of a property that the object does not have yet; `undefined` when it cannot have it. */
  #free(name: string): readonly Literal[] | undefined {
    if (this.#objects.absent.has(name) || !this.#declared.allows(name)) return undefined;
    const demands = this.#demandsAt(name);
    return demands === 'none' ? undefined : demands;
  }

  #newName(kind: NameKind, plan: Plan, demands: readonly Literal[]): Answer {
    const taken = new Set([...this.#mentioned, ...plan.keys()]);
    return newName(kind, [...this.#objects.names, ...demands], taken, this.#declared, this.#task);
  }

  #kindDemands({ patterns }: NameKind): readonly Literal[] {
    const { literals } = this.#task.solver;
    return this.#objects.shapes.flatMap(({ shape, closed }) => {
      const schemas = shape.patterns.filter(([pattern]) => patterns.includes(pattern)).map(([, schema]) => schema);
      const others = schemas.length === 0 && shape.additional !== undefined ? [shape.additional] : schemas;
      return others.map((schema) => literals.of(schema, false, closed));
    });
  }

  #fill(plan: Plan): Answer {
    const { solver, level } = this.#task;
    let unsure: Answer | undefined;
    const values = new Map<string, Json>();
    for (const [name, demands] of plan) {
      const answer = solver.sat(demands, level + 1);
      if (answer.kind === 'none') return NONE;
      if (answer.kind === 'unknown') unsure = answer;
      else values.set(name, this.#objects.values.has(name) ? answer.value : this.#wished(name, demands, answer.value));
    }
    if (unsure !== undefined) return unsure;
    for (const name of this.#wishes.required) this.#addWished(name, values);
    const missing = this.#objects.min - values.size;
    const filled = missing > 0 ? this.#extend(values, missing) : undefined;
    if (filled !== undefined) return filled;
    return this.#objects.listed.length === 0 ? value(objectFrom(values)) : this.#unlisted(values);
  }

  /** A value that the other side accepts too, where there is one, so that the difference stands out. */
  #wished(name: string, demands: readonly Literal[], otherwise: Json): Json {
    const wishes = this.#wishes.at(name, this.#task.solver.literals);
    if (wishes.length === 0 || keeps(otherwise, wishes) !== false) return otherwise;
    const answer = this.#task.solver.sat([...demands, ...wishes], this.#task.level + 1);
    return answer.kind === 'value' ? answer.value : otherwise;
  }

  #addWished(name: string, values: Map<string, Json>): void {
    if (values.has(name) || values.size >= this.#objects.max || this.#objects.some.length > 0) return;
    const demands = this.#free(name);
    if (demands === undefined) return;
    const wishes = this.#wishes.at(name, this.#task.solver.literals);
    const answer = this.#task.solver.sat([...demands, ...wishes], this.#task.level + 1);
    if (answer.kind === 'value') values.set(name, answer.value);
  }

  /** Adds properties until there are enough; an answer when that fails. */
  #extend(values: Map<string, Json>, missing: number): Answer | undefined {
    const { solver, level } = this.#task;
    let lacking = missing;
    let unsure: Answer | undefined;
    const add = (name: string, demands: readonly Literal[]): void => {
      const answer = solver.sat(demands, level + 1);
      if (answer.kind === 'unknown') unsure = answer;
      if (answer.kind !== 'value') return;
      values.set(name, answer.value);
      lacking--;
    };
    for (const name of this.#mentioned) {
      if (lacking === 0) return undefined;
      const demands = values.has(name) ? undefined : this.#free(name);
      if (demands !== undefined) add(name, demands);
    }
    for (const kind of this.#kinds ?? []) {
      const demands = this.#kindDemands(kind);
      const possible = solver.sat(demands, level + 1);
      if (possible.kind === 'unknown') unsure = possible;
      while (lacking > 0 && possible.kind === 'value') {
        if (values.size > 500) return unknown('the shortest value that shows it is too long');
        const name = this.#newName(kind, new Map([...values.keys()].map((one) => [one, []])), []);
        if (name.kind === 'unknown') unsure = name;
        if (name.kind !== 'value') break;
        add(String(name.value), demands);
      }
    }
    return lacking === 0 ? undefined : (unsure ?? NONE);
  }

  /** An object that is not among those listed: one property is something else, or there is one more. */
  #unlisted(values: ReadonlyMap<string, Json>): Answer {
    const { solver, level } = this.#task;
    const { listed, max } = this.#objects;
    const not = solver.literals.of(schemaWith({ enum: listed }), true);
    const isFree = (candidate: ReadonlyMap<string, Json>): boolean => keeps(objectFrom(candidate), [not]) === true;
    if (isFree(values)) return value(objectFrom(values));
    for (const name of [...values.keys(), ...this.#mentioned]) {
      const demands = this.#free(name);
      if (demands === undefined || (!values.has(name) && values.size >= max)) continue;
      const others = listed.map((one) => schemaWith({ const: (one as Record<string, Json>)[name] ?? null }));
      const different = others.map((schema) => solver.literals.of(schema, true));
      const all = [...demands, ...(this.#objects.values.get(name) ?? []), ...different];
      const answer = solver.sat(all, level + 1);
      if (answer.kind === 'value') return value(objectFrom(new Map([...values, [name, answer.value]])));
    }
    for (const kind of values.size < max ? (this.#kinds ?? []) : []) {
      const name = this.#newName(kind, new Map([...values.keys()].map((one) => [one, []])), []);
      const answer = name.kind === 'value' ? solver.sat(this.#kindDemands(kind), level + 1) : name;
      if (name.kind !== 'value' || answer.kind !== 'value') continue;
      const candidate = new Map([...values, [String(name.value), answer.value]]);
      if (isFree(candidate)) return value(objectFrom(candidate));
    }
    return unknown('whether there is an object that is not listed is not decided');
  }
}

function negated(verdict: boolean | undefined): boolean | undefined {
  return verdict === undefined ? undefined : !verdict;
}

function objectFrom(values: ReadonlyMap<string, Json>): Json {
  const object: Record<string, Json | undefined> = {};
  for (const [name, one] of values) setField(object, name, one);
  return object;
}
