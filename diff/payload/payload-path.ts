import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Direction } from '../change.js';
import { schemaOf } from '../pair/recorder.js';
import type { Subtypes } from '../pair/subtypes.js';
import { type Choice, choiceOf, chosenBy } from './discriminator-choice.js';

/** What a value has to be. */
export interface Demands {
  /** Its schema as the outer one states it. */
  readonly container: Schema;
  /** What discriminators on the way choose for it. */
  readonly chosen: readonly Schema[];
  /** How they choose it. */
  readonly choices: readonly Choice[];
}

/** The same as schemas. */
export function schemasOf({ container, chosen, choices }: Demands): readonly Schema[] {
  return [container, ...chosen, ...choices.map(chosenBy)];
}

/** One step from a value into it. */
export type Step = Demands & ({ readonly kind: 'property'; readonly name: string } | { readonly kind: 'item' });

/** What an operation sends or receives as one value. */
export interface PayloadRoot {
  /** `request body`, `response 200`, `query parameter id`. */
  readonly part: string;
  readonly schema: Schema;
}

/** Where a schema stands in what an operation carries. */
export interface PayloadPath {
  readonly root: PayloadRoot;
  readonly steps: readonly Step[];
  /** What the schema's own value has to be, besides what the schema says. */
  readonly end: Demands;
}

/** What an operation carries in one direction; what a webhook or callback carries travels the other way. */
export function rootsOf(operation: Operation, direction: Direction): readonly PayloadRoot[] {
  const isSent = (direction === 'request') === (operation.kind === 'operation');
  if (!isSent) {
    return [...operation.responses].flatMap(([status, { content, headers }]) => [
      ...inContent(`response ${status}`, content),
      ...[...headers].flatMap(([name, header]) => root(`header ${name} of response ${status}`, schemaOf(header))),
    ]);
  }
  return [
    ...inContent('request body', operation.requestBody?.content ?? new Map()),
    ...operation.parameters.flatMap((parameter) =>
      root(`${parameter.in} parameter ${parameter.name}`, schemaOf(parameter)),
    ),
  ];
}

function inContent(part: string, content: ReadonlyMap<string, MediaType>): readonly PayloadRoot[] {
  return [...content].flatMap(([name, { schema, itemSchema }]) =>
    root(name === 'application/json' ? part : `${part} ${name}`, schema ?? itemSchema),
  );
}

function root(part: string, schema: Schema | undefined): readonly PayloadRoot[] {
  return schema === undefined ? [] : [{ part, schema }];
}

interface Visit {
  readonly schema: Schema;
  /** What the value this schema applies to has to be, as the outer schemas state it. */
  readonly value: Demands;
  readonly steps: readonly Step[];
}

/**
 * The shortest way from what an operation carries to one of the schemas; `undefined` when it carries none of them.
 * @param subtypes what discriminators choose without a reference; left out, nothing
 */
export function pathTo(
  targets: ReadonlySet<Schema>,
  roots: readonly PayloadRoot[],
  subtypes: Subtypes = new Map(),
): PayloadPath | undefined {
  for (const candidate of roots) {
    const found = search(candidate.schema, targets, subtypes);
    if (found !== undefined) return { root: candidate, steps: found.steps, end: found.value };
  }
  return undefined;
}

function search(start: Schema, targets: ReadonlySet<Schema>, subtypes: Subtypes): Visit | undefined {
  const seen = new Set<Schema>([start]);
  const queue: Visit[] = [{ schema: start, value: only(start), steps: [] }];
  for (const visit of queue) {
    if (targets.has(visit.schema)) return visit;
    for (const next of neighbours(visit, subtypes)) {
      if (seen.has(next.schema)) continue;
      seen.add(next.schema);
      queue.push(next);
    }
  }
  return undefined;
}

function neighbours({ schema, value, steps }: Visit, subtypes: Subtypes): readonly Visit[] {
  const same = [...(schema.ref === undefined ? [] : [schema.ref.target]), ...schema.allOf];
  const chosen = [...schema.oneOf, ...schema.anyOf, ...(subtypes.get(schema) ?? [])];
  const into = (inner: Schema, step: Step): Visit => {
    return { schema: inner, value: only(inner), steps: [...steps, step] };
  };
  return [
    ...same.map((other) => ({ schema: other, value, steps })),
    ...chosen.map((other) => ({ schema: other, value: choosing(value, schema, other), steps })),
    ...[...schema.properties].map(([name, inner]) => into(inner, { kind: 'property', name, ...value })),
    ...(schema.items === undefined ? [] : [into(schema.items, { kind: 'item', ...value })]),
    ...(schema.additionalProperties === undefined
      ? []
      : [into(schema.additionalProperties, { kind: 'property', name: 'key', ...value })]),
  ];
}

/** A value for which the discriminator of one of its schemas chooses another. Of a union without one, any branch may be meant. */
function choosing(value: Demands, schema: Schema, other: Schema): Demands {
  const choice = choiceOf(schema, other);
  if (choice === undefined) return value;
  return { container: value.container, chosen: [...value.chosen, other], choices: [...value.choices, choice] };
}

function only(container: Schema): Demands {
  return { container, chosen: [], choices: [] };
}
