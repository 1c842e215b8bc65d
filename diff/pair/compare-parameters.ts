import { mediaTypeIdentity, parameterIdentity, pathSlots } from '../../openapi/model/identity.js';
import { ignoredHeader } from '../../openapi/model/ignored-header.js';
import type { Operation, Parameter } from '../../openapi/model/operation.js';
import type { JsonType, Schema } from '../../openapi/model/schema.js';
import { selectedVersion } from '../../openapi/model/version-selector.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { viewOf } from '../schema/view.js';
import { compareExtensions } from './compare-extensions.js';
import { type Pairs, pairBy } from './pair-by.js';
import { type Recorder, schemaOf } from './recorder.js';

/** Compares the parameters of two operations by location and name, a path parameter by its slot in the path. */
export function compareParameters(recorder: Recorder, base: Operation, revision: Operation, usage: Usage): void {
  const { both, removed, added } = pairParameters(base, revision);
  for (const parameter of removed) {
    const fact = { kind: 'parameter.removed', parameter, base: parameter.origin, revision: revision.origin } as const;
    recorder.record(fact, usage);
  }
  for (const parameter of added) {
    const fact = { kind: 'parameter.added', parameter, base: base.origin, revision: parameter.origin } as const;
    recorder.record(fact, usage);
  }
  for (const [before, after] of both) {
    if (!recorder.sameness.same(before, after)) compareParameter(recorder, before, after, usage);
  }
  compareOrder(recorder, base, revision, both);
}

/** The names of the parameters that the revision alone has. */
export function newParameters(base: Operation, revision: Operation): readonly string[] {
  return pairParameters(base, revision).added.map(({ name }) => name);
}

function pairParameters(base: Operation, revision: Operation): Pairs<Parameter> {
  const [left, right] = [pathSlots(base.path), pathSlots(revision.path)];
  return pairBy(
    base.parameters.filter(isParameter),
    revision.parameters.filter(isParameter),
    (parameter) => identity(parameter, left),
    (parameter) => identity(parameter, right),
  );
}

/** What takes the whole query string is not sent under its name. */
function identity(parameter: Parameter, slots: ReadonlyMap<string, number>): string {
  return parameter.in === 'querystring' ? 'querystring' : parameterIdentity(parameter, slots);
}

function isParameter({ in: location, name }: Parameter): boolean {
  return location !== 'header' || ignoredHeader(name) === undefined;
}

/** Generated methods may take their arguments in this order; nothing on the wire has one. */
function compareOrder(
  recorder: Recorder,
  base: Operation,
  revision: Operation,
  pairs: readonly (readonly [Parameter, Parameter])[],
): void {
  const partner = new Map(pairs.map(([before, after]) => [after, before]));
  const kept = new Set(partner.values());
  const before = base.parameters.filter((parameter) => kept.has(parameter));
  const after = revision.parameters.flatMap((parameter) => partner.get(parameter) ?? []);
  if (before.every((parameter, index) => parameter === after[index])) return;
  const names = (parameters: readonly Parameter[]): readonly string[] => parameters.map(({ name }) => name);
  const places = { base: base.origin.at('parameters'), revision: revision.origin.at('parameters') };
  const fact = { kind: 'operation.parameters.reordered', before: names(before), after: names(after) } as const;
  recorder.record({ ...fact, ...places, operation: revision }, { operation: revision });
}

function compareParameter(recorder: Recorder, base: Parameter, revision: Parameter, usage: Usage): void {
  const at = (key: string) => ({ base: base.origin.at(key), revision: revision.origin.at(key), parameter: revision });
  if (base.required !== revision.required) {
    const values = { before: base.required, after: revision.required };
    recorder.record({ kind: 'parameter.required.changed', ...at('required'), ...values }, usage);
  }
  if (base.deprecated !== revision.deprecated) {
    const values = { before: base.deprecated, after: revision.deprecated };
    recorder.record({ kind: 'parameter.deprecated.changed', ...at('deprecated'), ...values }, usage);
  }
  for (const [keyword, before, after] of serialization(base, revision)) {
    if (before === after) continue;
    recorder.record({ kind: 'parameter.serialization.changed', ...at(keyword), keyword, before, after }, usage);
  }
  compareExtensions(recorder, 'parameter', base, revision, [usage]);
  const version = [
    selectedVersion(base, recorder.versions[0]),
    selectedVersion(revision, recorder.versions[1]),
  ] as const;
  if (version[0] !== undefined && version[1] !== undefined) {
    recorder.account(base.schema, revision.schema, [base.origin, revision.origin]);
    if (version[0] === version[1]) return;
    const fact = { kind: 'parameter.version.changed', before: version[0], after: version[1] } as const;
    // Every operation may declare the header for itself; what changed is the one schema they refer to.
    const places = { base: schemaOrigin(base), revision: schemaOrigin(revision) };
    recorder.record({ ...fact, ...places, parameter: revision }, usage, revision.name);
    return;
  }
  recorder.schemas(schemaOf(base), schemaOf(revision), [base.origin, revision.origin], usage);
}

/**
 * `explode` matters only where there is something to explode; a single value is written the same either way. `allowEmptyValue`
 * says nothing outside of the query (Parameter Object).
 */
function serialization(base: Parameter, revision: Parameter): readonly (readonly [string, Json, Json])[] {
  // Schemas are read only where it depends on them.
  const isExploded = base.explode !== revision.explode && (hasParts(base) || hasParts(revision));
  return [
    ['style', base.style, revision.style],
    ['explode', base.explode, isExploded ? revision.explode : base.explode],
    ['allowReserved', mayBeReserved(base), mayBeReserved(revision)],
    ['allowEmptyValue', mayBeEmpty(base), mayBeEmpty(revision)],
    ['content', mediaTypeOf(base), mediaTypeOf(revision)],
  ];
}

function mayBeEmpty({ in: location, allowEmptyValue }: Parameter): boolean {
  return location === 'query' && allowEmptyValue;
}

/** Nothing in a header is percent-encoded, nor anything that the text of these types has. */
function mayBeReserved({ in: location, allowReserved, schema }: Parameter): boolean {
  if (location === 'header' || !allowReserved) return false;
  const types = typesOf(schema);
  return types === undefined || [...types].some((type) => type !== 'integer' && type !== 'boolean');
}

function mediaTypeOf({ content }: Parameter): string | null {
  return content === undefined ? null : mediaTypeIdentity(content.name);
}

/** Whether the value may be more than one, nullable values and alternatives included. */
function hasParts({ schema }: Parameter): boolean {
  const types = typesOf(schema);
  return types === undefined || types.has('array') || types.has('object');
}

function typesOf(schema: Schema | undefined): ReadonlySet<JsonType> | undefined {
  return schema && viewOf(conjunctionOf([schema])).types;
}

function schemaOrigin({ schema, origin }: Parameter): Origin {
  return schema?.ref?.target.origin ?? schema?.origin ?? origin;
}
