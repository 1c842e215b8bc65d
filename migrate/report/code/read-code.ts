import type { SchemaChange } from '../../../diff/change.js';
import { camelCase } from '../../../generator/emit/identifiers.js';
import { RESERVED_IDENTIFIERS } from '../../../generator/emit/reserved.js';
import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { declared, type ExampleBook } from '../../changelog-draft/example-book.js';
import type { Side } from '../../changelog-draft/example-value.js';
import { branchWith } from '../branch.js';
import type { SceneValues } from '../payload-pair.js';
import type { Scene, SceneSide } from '../scene.js';
import { callCode } from './call-code.js';
import type { ClientSide } from './client-side.js';
import { literal, text } from './literal.js';
import { mayBeNull, typeText } from './type-text.js';
import { Walk } from './walk.js';

/** Properties of one object that one piece of code reads. */
const MOST_READ = 4;

/** Code that reads the changed value of an answer or an event; `undefined` where no client can. */
export function readCode(
  scene: Scene,
  side: Side,
  client: ClientSide,
  book: ExampleBook,
  properties: readonly string[],
  values: SceneValues,
): string | undefined {
  if (!isReadOtherwise(scene.change, values)) return undefined;
  const at = scene[side];
  const walk = startOf(at, client, book);
  if (walk === undefined) return undefined;
  for (const step of at.steps) walk.into(step);
  if (isOfProperty(scene.change)) {
    readProperties(walk, at.stated, properties);
    return walk.finish();
  }
  readValue(walk, scene.change, side, at, side === 'base' ? values.before : values.after);
  return walk.finish();
}

/** Whether code that reads the value is written in another way. */
function isReadOtherwise({ kind }: SchemaChange, { after }: SceneValues): boolean {
  if (kind === 'schema.alternative.added') return isScalar(after);
  return READ_OTHERWISE.has(kind);
}

const READ_OTHERWISE: ReadonlySet<SchemaChange['kind']> = new Set([
  'schema.type.changed',
  'schema.null.changed',
  'schema.enum.changed',
  'schema.property.added',
  'schema.property.removed',
  'schema.required.changed',
]);

function isScalar(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isOfProperty({ kind }: SchemaChange): boolean {
  return kind === 'schema.property.added' || kind === 'schema.property.removed' || kind === 'schema.required.changed';
}

/** The lines that get the whole value. */
function startOf({ operation, root }: SceneSide, client: ClientSide, book: ExampleBook): Walk | undefined {
  const name = variableFor(root.schema);
  if (operation.kind === 'webhook') return webhookStart(operation.path, operation.method, name, root.part, client);
  const call = callCode(client, operation, book);
  const [, status] = /^response (\w+)/.exec(root.part) ?? [];
  if (call === undefined || status === undefined) return undefined;
  const successes = [...operation.responses.keys()].filter((one) => one.startsWith('2'));
  if (successes.includes(status) || successes.length === 0) {
    const walk = new Walk(name, [client.variable], mayBeNull([root.schema]), successes.length > 1);
    walk.line(`const ${name} = await ${call};`);
    return walk;
  }
  if (!/^[45]\d\d$/.test(status)) return undefined;
  const walk = new Walk('result.error.body', [client.variable, 'result'], true, false);
  walk.line(`const result = await ${call}.safe();`);
  walk.open(`if (!result.ok && result.error.status === ${status}) {`);
  return walk;
}

function webhookStart(path: string, method: string, name: string, part: string, client: ClientSide): Walk | undefined {
  if (part !== 'request body') return undefined;
  const walk = new Walk(name, [], false, false);
  const type = `webhooks[${text(path)}][${text(method.toLowerCase())}]['requestBody']`;
  // Apart, since the text of an import is taken for one of this module.
  const imported = `import${`('${client.module}')`}`;
  walk.line(`type Sent = NonNullable<${imported}.${type}>;`);
  walk.open(`function receive(${name}: Sent['content']['application/json']) {`);
  return walk;
}

/** `contact` for a component of that name. */
function variableFor(schema: Schema): string {
  const name = componentName(schema) ?? 'answer';
  return TAKEN.has(name) ? 'answer' : name;
}

const TAKEN: ReadonlySet<string> = new Set([...RESERVED_IDENTIFIERS, 'answer', 'result', 'token']);

function componentName(schema: Schema): string | undefined {
  const [section, kind, component = ''] = (schema.ref?.target ?? schema).origin.segments;
  return section === 'components' && kind === 'schemas' && isWhole(schema) ? camelCase(component, 'answer') : undefined;
}

function isWhole(schema: Schema): boolean {
  return (schema.ref?.target ?? schema).origin.segments.length === 3;
}

function readProperties(walk: Walk, stated: readonly Schema[], properties: readonly string[]): void {
  const schemas = branchWith(stated, properties) ?? stated;
  // Where several alternatives have a property, that it is there does not tell that the others are.
  const most = walk.isUnion ? 1 : MOST_READ;
  const there = properties.filter((name) => declared(schemas, name).length > 0).slice(0, most);
  const [first] = there;
  const [schema] = schemas;
  if (first === undefined || schema === undefined) {
    walk.line(`// ${properties.length === 1 ? 'The property is' : 'The properties are'} not there.`);
    return;
  }
  if (schemas !== stated || there.length > 1) walk.keep(componentName(schema) ?? 'object');
  if (schemas !== stated || walk.isUnion) walk.narrow(first);
  for (const name of there) {
    const inner = new Walk(walk.expression, [], walk.isMaybe, false);
    inner.property(schema, name);
    readAs(walk, name, declared([schema], name), inner.expression, inner.isMaybe);
  }
}

function readAs(walk: Walk, wanted: string, schemas: readonly Schema[], expression: string, isMaybe: boolean): void {
  const type = typeText(schemas, isMaybe);
  const variable = walk.name(wanted, 'value');
  walk.line(`const ${variable}${type === undefined ? '' : `: ${type}`} = ${expression};`);
}

function readValue(
  walk: Walk,
  change: SchemaChange,
  side: Side,
  { steps, stated }: SceneSide,
  value: Json | undefined,
): void {
  const tested = testedValue(change, side, value);
  if (tested !== undefined) {
    walk.open(`if (${walk.expression} === ${literal(tested)}) {`);
    walk.line('// …');
    return;
  }
  const last = steps.at(-1);
  readAs(walk, last?.kind === 'property' ? last.name : 'value', stated, walk.expression, walk.isMaybe);
}

/** The one value that code looks for, where the change is about single values. */
function testedValue(change: SchemaChange, side: Side, value: Json | undefined): Json | undefined {
  const isBase = side === 'base';
  if (change.kind === 'schema.null.changed') {
    if (change.sentinel !== undefined && !isBase) return change.sentinel.value;
    return (isBase ? change.before : change.after) ? null : undefined;
  }
  if (change.kind === 'schema.alternative.added') return isScalar(value) ? value : undefined;
  if (change.kind !== 'schema.enum.changed') return undefined;
  const told = isBase ? (change.removed[0] ?? change.before?.[0]) : (change.added[0] ?? change.after?.[0]);
  return isScalar(told) ? told : undefined;
}
