import { parameterIdentity, pathSlots } from '../../../openapi/model/identity.js';
import type { Callback, Operation, Parameter } from '../../../openapi/model/operation.js';
import { selectedVersion } from '../../../openapi/model/version-selector.js';
import { alternativeParts } from './access-contract.js';
import { editContent, editSchemas } from './content-result.js';
import { callbackIdentity, orderOf, parametersOf } from './document-contract.js';
import { copyOf, type Part, put, putGroup, say } from './part.js';
import { editResponses } from './response-result.js';
import { edit, isAdded, isOf, isRemoved, type Walk } from './walk.js';

/** What came of an operation by the changes told of it, on the way to what it was taken for. */
export function operationResult(
  outer: Omit<Walk, 'operation' | 'direction'>,
  base: Operation,
  revision: Operation,
  schemes: ReadonlyMap<string, Part>,
): Part {
  const isCalled = revision.kind === 'operation';
  const walk: Walk = { ...outer, operation: revision, direction: isCalled ? 'request' : 'response' };
  const part = copyOf(walk.base.operation(base));
  const after = walk.revision.operation(revision);
  const own = ['operation.id.changed', 'operation.deprecated.changed', 'operation.tags.changed'] as const;
  edit(walk, part, own, base.origin, revision.origin);
  edit(walk, part, ['extension.changed'], base.origin, revision.origin, isOf('operation'));
  editSecurity(walk, part, base, schemes);
  editSlots(walk, part);
  editParameters(walk, part, after, base, revision);
  editBody(walk, part, base, revision);
  editResponses({ ...walk, direction: isCalled ? 'response' : 'request' }, part, base, revision);
  editCallbacks(walk, part, base, revision, schemes);
  return part;
}

function editSecurity(walk: Walk, part: Part, base: Operation, schemes: ReadonlyMap<string, Part>): void {
  if (base.kind === 'operation' || base.securityFrom !== undefined)
    putGroup(part, 'security', alternativeParts(base.security, schemes));
  const kind = base.kind === 'operation' ? 'security.changed' : 'webhook.security.changed';
  for (const change of walk.told.of(kind, walk.operation)) {
    walk.told.need(change);
    putGroup(part, 'security', walk.revision.security(walk.operation));
  }
}

/** Names of path parameters change all at once: two of them may exchange their names. */
function editSlots(walk: Walk, part: Part): void {
  const renamed = new Map<string, string>();
  for (const change of walk.told.of('path.parameter.renamed', walk.operation)) {
    walk.told.need(change);
    renamed.set(change.before, change.after);
  }
  for (const [name, text] of [...part.facts]) if (name.startsWith('slot ')) say(part, name, renamed.get(text) ?? text);
}

const OF_PARAMETER = [
  'parameter.required.changed',
  'parameter.deprecated.changed',
  'parameter.serialization.changed',
  'extension.changed',
] as const;

function editParameters(walk: Walk, part: Part, after: Part, base: Operation, revision: Operation): void {
  const [left, right] = [identified(base), identified(revision)];
  for (const [identity, parameter] of left) {
    const same = right.get(identity);
    if (same !== undefined) {
      put(part, identity, parameterResult(walk, parameter, same));
    } else if (isRemoved(walk, 'parameter.removed', parameter)) {
      put(part, identity, undefined);
    }
  }
  for (const [identity, parameter] of right) {
    if (!left.has(identity) && isAdded(walk, 'parameter.added', parameter))
      put(part, identity, walk.revision.parameter(parameter));
  }
  editOrder(walk, part, after, orderOf(base), orderOf(revision));
}

function identified(operation: Operation): ReadonlyMap<string, Parameter> {
  const slots = pathSlots(operation.path);
  return new Map(parametersOf(operation).map((parameter) => [parameterIdentity(parameter, slots), parameter]));
}

/** Where a parameter that comes or goes stands among the others is no change of their order. */
function editOrder(walk: Walk, part: Part, after: Part, base: readonly string[], revision: readonly string[]): void {
  const [kept, now] = [base.filter((name) => revision.includes(name)), revision.filter((name) => base.includes(name))];
  const told = walk.told.of('operation.parameters.reordered', walk.operation);
  for (const change of told) walk.told.need(change);
  if (told.length > 0 || kept.join('\n') === now.join('\n')) say(part, 'order', after.facts.get('order'));
}

function parameterResult(walk: Walk, base: Parameter, revision: Parameter): Part {
  const part = copyOf(walk.base.parameter(base));
  const after = walk.revision.parameter(revision);
  edit(walk, part, OF_PARAMETER, base.origin, revision.origin, isOf('parameter'));
  // What is one value has nothing to explode.
  if (![base, revision].some(hasParts)) say(part, 'explode', after.facts.get('explode'));
  const versions = [
    selectedVersion(base, walk.base.document.info.version),
    selectedVersion(revision, walk.revision.document.info.version),
  ];
  if (versions.includes(undefined)) editSchemas(walk, part, after, ['schema']);
  else editVersion(walk, part, after, versions[0] === versions[1]);
  return part;
}

/** The header that selects the version says as a whole that it selects another one. */
function editVersion(walk: Walk, part: Part, after: Part, isSame: boolean): void {
  const told = walk.told.of('parameter.version.changed', walk.operation);
  for (const change of told) walk.told.need(change);
  const [before, now] = [part.parts.get('schema'), after.parts.get('schema')];
  if (before === undefined || now === undefined || !(isSame || told.length > 0)) return;
  walk.schemas.account(before, now);
  put(part, 'schema', now);
}

function hasParts({ schema }: Parameter): boolean {
  const types = (schema?.ref?.target ?? schema)?.types;
  return types === undefined || types.includes('array') || types.includes('object');
}

function editBody(walk: Walk, part: Part, base: Operation, revision: Operation): void {
  const [before, after] = [base.requestBody, revision.requestBody];
  if (before !== undefined && after !== undefined) {
    const body = copyOf(walk.base.body(before));
    edit(walk, body, ['request-body.required.changed'], before.origin, after.origin);
    edit(walk, body, ['extension.changed'], before.origin, after.origin, isOf('request body'));
    editContent(walk, body, before.content, after.content);
    put(part, 'body', body);
  } else if (before !== undefined && isRemoved(walk, 'request-body.removed', before)) {
    put(part, 'body', undefined);
  } else if (after !== undefined && isAdded(walk, 'request-body.added', after)) {
    put(part, 'body', walk.revision.body(after));
  }
}

function editCallbacks(
  walk: Walk,
  part: Part,
  base: Operation,
  revision: Operation,
  schemes: ReadonlyMap<string, Part>,
): void {
  const names = new Map(revision.callbacks.map((callback) => [callback.name, callback]));
  const messages = ({ operations }: Callback): string => operations.map(callbackIdentity).sort().join('\n');
  for (const callback of base.callbacks) {
    const at = `callback ${callback.name}`;
    if (!names.has(callback.name) && isRemoved(walk, 'callback.removed', callback)) put(part, at, undefined);
    // A callback is known by where it is sent to, not by its name.
    const renamed = revision.callbacks.find(
      (other) => !base.callbacks.some(({ name }) => name === other.name) && messages(other) === messages(callback),
    );
    const same = names.get(callback.name) ?? (part.parts.has(at) ? renamed : undefined);
    if (same === undefined) continue;
    put(part, at, undefined);
    put(part, `callback ${same.name}`, callbackResult(walk, callback, same, schemes));
  }
  for (const callback of revision.callbacks) {
    const at = `callback ${callback.name}`;
    if (!part.parts.has(at) && isAdded(walk, 'callback.added', callback))
      put(part, at, walk.revision.callback(callback));
  }
}

function callbackResult(walk: Walk, base: Callback, revision: Callback, schemes: ReadonlyMap<string, Part>): Part {
  const part = copyOf(walk.base.callback(base));
  const told = walk.told
    .of('callback.expression.changed', walk.operation)
    .filter(({ callback }) => callback === revision.name);
  for (const change of told) walk.told.need(change);
  for (const operation of base.operations) {
    const same = revision.operations.find((other) => callbackIdentity(other) === callbackIdentity(operation));
    const moved = revision.operations.find(
      (other) =>
        other.method === operation.method &&
        told.some(({ before, after }) => before === operation.path && after === other.path),
    );
    const now = same ?? moved;
    if (now !== undefined || isRemoved(walk, 'callback.removed', operation))
      put(part, callbackIdentity(operation), undefined);
    if (now !== undefined) put(part, callbackIdentity(now), operationResult(walk, operation, now, schemes));
  }
  for (const operation of revision.operations) {
    const identity = callbackIdentity(operation);
    if (!part.parts.has(identity) && isAdded(walk, 'callback.added', operation))
      put(part, identity, walk.revision.operation(operation));
  }
  return part;
}
