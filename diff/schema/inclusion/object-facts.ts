import type { Json } from '../../../openapi/source/json.js';
import { isObject } from '../../../openapi/source/json.js';
import { schemasAt } from './evaluate.js';
import type { Fact, SomeProperty } from './fact.js';
import type { Literal, Literals } from './literal.js';
import type { Shape } from './parts.js';

interface HeldShape {
  readonly shape: Shape;
  readonly closed: boolean;
}

/** What an object has to be. */
export interface Objects {
  readonly shapes: readonly HeldShape[];
  readonly required: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** What is demanded of the value of a property beside its shapes. */
  readonly values: ReadonlyMap<string, readonly Literal[]>;
  readonly some: readonly SomeProperty[];
  readonly names: readonly Literal[];
  readonly listed: readonly Json[];
  readonly min: number;
  readonly max: number;
}

export function objectsOf(facts: readonly Fact[]): Objects {
  const shapes: HeldShape[] = [];
  const required = new Set<string>();
  const absent = new Set<string>();
  const values = new Map<string, Literal[]>();
  const some: SomeProperty[] = [];
  const names: Literal[] = [];
  const listed: Json[] = [];
  let min = 0;
  let max = Number.POSITIVE_INFINITY;
  for (const fact of facts) {
    switch (fact.kind) {
      case 'shape':
        shapes.push(fact);
        break;
      case 'required':
        for (const name of fact.names) required.add(name);
        break;
      case 'absent':
        absent.add(fact.name);
        break;
      case 'property':
        required.add(fact.name);
        values.set(fact.name, [...(values.get(fact.name) ?? []), fact.value]);
        break;
      case 'someProperty':
        some.push(fact);
        break;
      case 'names':
        names.push(fact.name);
        break;
      case 'minProperties':
        min = Math.max(min, Math.ceil(fact.count));
        break;
      case 'maxProperties':
        max = Math.min(max, Math.floor(fact.count));
        break;
      case 'notAmong':
        for (const one of fact.values.values()) if (isObject(one)) listed.push(one);
        break;
      default:
    }
  }
  return { shapes, required, absent, values, some, names, listed, min, max };
}

/** What the shapes demand of the value of a property; `undefined` when a pattern is not decided. */
export function demandsAt(
  shapes: readonly HeldShape[],
  name: string,
  literals: Literals,
): readonly Literal[] | undefined {
  const demands: Literal[] = [];
  for (const { shape, closed } of shapes) {
    const schemas = schemasAt(shape, name);
    if (schemas === undefined) return undefined;
    for (const schema of schemas) demands.push(literals.of(schema, false, closed));
  }
  return demands;
}

/** All that facts demand of the value of a property; `undefined` when a pattern is not decided. */
export function childDemands(facts: readonly Fact[], name: string, literals: Literals): readonly Literal[] | undefined {
  const demands: Literal[] = [];
  for (const fact of facts) {
    if (fact.kind === 'property' && fact.name === name) demands.push(fact.value);
    if (fact.kind !== 'shape') continue;
    const held = demandsAt([fact], name, literals);
    if (held === undefined) return undefined;
    demands.push(...held);
  }
  return demands;
}
