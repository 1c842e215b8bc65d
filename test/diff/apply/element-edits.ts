import type { ChangeKind, ChangeOf, SchemaChange } from '../../../diff/change.js';
import { mediaTypeIdentity } from '../../../openapi/model/identity.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import type { DocumentContract } from './document-contract.js';
import { editExtension } from './extension-contract.js';
import { type Part, put, putGroup, say } from './part.js';

export type ElementKind = Exclude<ChangeKind, SchemaChange['kind']>;

/** Edits a part by a change; the contract of the revision is for what the change itself carries or names. */
type Edit<Kind extends ElementKind> = (part: Part, change: ChangeOf<Kind>, revision: DocumentContract) => void;

function flag(part: Part, name: string, isSet: boolean): void {
  say(part, name, isSet ? 'true' : undefined);
}

function value(part: Part, name: string, said: Json | undefined): void {
  say(part, name, said === undefined || said === null ? undefined : String(said));
}

function required(part: Part, { after }: { readonly after: boolean }): void {
  flag(part, 'required', after);
}

function deprecated(part: Part, { after }: { readonly after: boolean }): void {
  flag(part, 'deprecated', after);
}

function serialization(part: Part, { keyword, after }: { readonly keyword: string; readonly after: Json }): void {
  value(part, keyword, keyword === 'content' && after !== null ? mediaTypeIdentity(String(after)) : after);
}

function security(
  part: Part,
  { usages }: ChangeOf<'security.changed' | 'webhook.security.changed'>,
  revision: DocumentContract,
): void {
  const [usage] = usages;
  if (usage !== undefined) putGroup(part, 'security', revision.security(usage.operation));
}

/** Elements that come or go, change their place, or answer for others: {@link ElementResult} walks through them. */
function byWalk(): void {}

/** How each change edits the part of its element. A kind that is not here does not compile. */
export const ELEMENT_EDITS: { readonly [Kind in ElementKind]: Edit<Kind> } = {
  'operation.added': byWalk,
  'operation.removed': byWalk,
  'webhook.added': byWalk,
  'webhook.removed': byWalk,
  'callback.added': byWalk,
  'callback.removed': byWalk,
  'callback.expression.changed': byWalk,
  'path.parameter.renamed': byWalk,
  'parameter.added': byWalk,
  'parameter.removed': byWalk,
  'operation.parameters.reordered': byWalk,
  'request-body.added': byWalk,
  'request-body.removed': byWalk,
  'media-type.added': byWalk,
  'media-type.removed': byWalk,
  'response.added': byWalk,
  'response.removed': byWalk,
  'header.added': byWalk,
  'header.removed': byWalk,
  'server.added': byWalk,
  'server.removed': byWalk,
  'server.url.changed': byWalk,
  'server.default.changed': byWalk,
  'server.variable.enum.changed': byWalk,
  'server.renamed': (part, { after }) => value(part, 'name', after),
  'server.variable.default.changed': byWalk,
  // A scheme that nobody is asked for asks nothing of anybody.
  'security-scheme.added': byWalk,
  'security-scheme.removed': byWalk,
  'operation.id.changed': (part, { after }) => value(part, 'operationId', after),
  'operation.deprecated.changed': deprecated,
  'operation.tags.changed': (part, { after }) => say(part, 'tags', [...after].sort().join()),
  'extension.changed': editExtension,
  'parameter.required.changed': required,
  'parameter.deprecated.changed': deprecated,
  'parameter.serialization.changed': serialization,
  'parameter.version.changed': (part, { parameter }, revision) =>
    put(part, 'schema', revision.parameter(parameter).parts.get('schema')),
  'request-body.required.changed': required,
  'encoding.changed': (part, { keyword, after }) => value(part, keyword, after),
  'header.required.changed': required,
  'header.deprecated.changed': deprecated,
  'header.serialization.changed': serialization,
  'link.added': byWalk,
  'link.changed': (part, change) => say(part, `link ${change.link}`, canonical(change.after)),
  'link.removed': (part, change) => say(part, `link ${change.link}`, undefined),
  'security.changed': security,
  'webhook.security.changed': security,
  'security-scheme.changed': (part, { scheme, keyword, after }, revision) => {
    const now = revision.schemes.get(scheme);
    if (keyword === 'type') for (const name of [...part.facts.keys()]) say(part, name, undefined);
    if (keyword === 'type') for (const [name, text] of now?.facts ?? []) say(part, name, text);
    else value(part, keyword, keyword === 'name' ? now?.facts.get('name') : after);
    // A key that moves takes its name along, and with it whether the name has a case.
    const name = now?.facts.get('name');
    if (keyword === 'in' && name?.toLowerCase() === part.facts.get('name')?.toLowerCase()) say(part, 'name', name);
  },
  'security-scheme.deprecated.changed': deprecated,
  'security-scheme.flow.added': (part, { scheme, flow }, revision) => {
    for (const [name, text] of revision.schemes.get(scheme)?.facts ?? [])
      if (isOfFlow(name, flow)) say(part, name, text);
  },
  'security-scheme.flow.removed': (part, { flow }) => {
    for (const name of [...part.facts.keys()]) if (isOfFlow(name, flow)) say(part, name, undefined);
  },
  'security-scheme.flow.changed': (part, { flow, keyword, after }) => value(part, `flow ${flow} ${keyword}`, after),
  'security-scheme.scope.added': (part, { flow, scope }) => flag(part, `flow ${flow} scope ${scope}`, true),
  'security-scheme.scope.removed': (part, { flow, scope }) => flag(part, `flow ${flow} scope ${scope}`, false),
};

function isOfFlow(name: string, flow: string): boolean {
  return name === `flow ${flow}` || name.startsWith(`flow ${flow} `);
}
