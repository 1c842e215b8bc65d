import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Direction } from '../change.js';
import { schemaOf } from '../pair/recorder.js';

/** One step from a value into it. */
export type Step =
  | { readonly kind: 'property'; readonly name: string; readonly container: Schema }
  | { readonly kind: 'item'; readonly container: Schema };

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
  /** The schema of the value this one applies to, as the outer one states it. */
  readonly container: Schema;
  readonly steps: readonly Step[];
}

/** The shortest way from what an operation carries to one of the schemas; `undefined` when it carries none of them. */
export function pathTo(targets: ReadonlySet<Schema>, roots: readonly PayloadRoot[]): PayloadPath | undefined {
  for (const candidate of roots) {
    const steps = search(candidate.schema, targets);
    if (steps !== undefined) return { root: candidate, steps };
  }
  return undefined;
}

function search(start: Schema, targets: ReadonlySet<Schema>): readonly Step[] | undefined {
  const seen = new Set<Schema>([start]);
  const queue: Visit[] = [{ schema: start, container: start, steps: [] }];
  for (const visit of queue) {
    if (targets.has(visit.schema)) return visit.steps;
    for (const next of neighbours(visit)) {
      if (seen.has(next.schema)) continue;
      seen.add(next.schema);
      queue.push(next);
    }
  }
  return undefined;
}

function neighbours({ schema, container, steps }: Visit): readonly Visit[] {
  const same = [
    ...(schema.ref === undefined ? [] : [schema.ref.target]),
    ...schema.allOf,
    ...schema.oneOf,
    ...schema.anyOf,
  ];
  const into = (inner: Schema, step: Step): Visit => ({ schema: inner, container: inner, steps: [...steps, step] });
  return [
    ...same.map((other) => ({ schema: other, container, steps })),
    ...[...schema.properties].map(([name, inner]) => into(inner, { kind: 'property', name, container })),
    ...(schema.items === undefined ? [] : [into(schema.items, { kind: 'item', container })]),
    ...(schema.additionalProperties === undefined
      ? []
      : [into(schema.additionalProperties, { kind: 'property', name: 'key', container })]),
  ];
}
