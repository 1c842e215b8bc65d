import type { ChangeKind } from '../../diff/change.js';

/** Whether an element came, went, or is another one now. */
export type Effect = 'added' | 'removed' | 'changed';

const EFFECTS = {
  'operation.added': 'added',
  'operation.removed': 'removed',
  'operation.id.changed': 'changed',
  'operation.deprecated.changed': 'changed',
  'operation.tags.changed': 'changed',
  'operation.parameters.reordered': 'changed',
  'path.parameter.renamed': 'changed',
  'parameter.added': 'added',
  'parameter.removed': 'removed',
  'parameter.required.changed': 'changed',
  'parameter.deprecated.changed': 'changed',
  'parameter.serialization.changed': 'changed',
  'parameter.version.changed': 'changed',
  'request-body.added': 'added',
  'request-body.removed': 'removed',
  'request-body.required.changed': 'changed',
  'media-type.added': 'added',
  'media-type.removed': 'removed',
  'encoding.changed': 'changed',
  'response.added': 'added',
  'response.removed': 'removed',
  'header.added': 'added',
  'header.removed': 'removed',
  'header.required.changed': 'changed',
  'header.deprecated.changed': 'changed',
  'header.serialization.changed': 'changed',
  'link.added': 'added',
  'link.removed': 'removed',
  'link.changed': 'changed',
  'webhook.added': 'added',
  'webhook.removed': 'removed',
  'webhook.security.changed': 'changed',
  'callback.added': 'added',
  'callback.removed': 'removed',
  'callback.expression.changed': 'changed',
  'security.changed': 'changed',
  'security-scheme.added': 'added',
  'security-scheme.removed': 'removed',
  'security-scheme.changed': 'changed',
  'security-scheme.deprecated.changed': 'changed',
  'security-scheme.flow.added': 'added',
  'security-scheme.flow.removed': 'removed',
  'security-scheme.flow.changed': 'changed',
  'security-scheme.scope.added': 'added',
  'security-scheme.scope.removed': 'removed',
  'server.added': 'added',
  'server.removed': 'removed',
  'server.renamed': 'changed',
  'server.url.changed': 'changed',
  'server.default.changed': 'changed',
  'server.variable.default.changed': 'changed',
  'server.variable.enum.changed': 'changed',
  'extension.changed': 'changed',
  'schema.type.changed': 'changed',
  'schema.null.changed': 'changed',
  'schema.enum.changed': 'changed',
  'schema.format.changed': 'changed',
  'schema.pattern.changed': 'changed',
  'schema.bound.changed': 'changed',
  'schema.multiple-of.changed': 'changed',
  'schema.unique-items.changed': 'changed',
  'schema.property.added': 'added',
  'schema.property.removed': 'removed',
  'schema.property.refused': 'added',
  'schema.property.allowed': 'removed',
  'schema.required.changed': 'changed',
  'schema.additional-properties.changed': 'changed',
  'schema.alternative.added': 'added',
  'schema.alternative.removed': 'removed',
  'schema.alternatives.changed': 'changed',
  'schema.union.added': 'added',
  'schema.union.removed': 'removed',
  'schema.default.changed': 'changed',
  'schema.read-only.changed': 'changed',
  'schema.write-only.changed': 'changed',
  'schema.deprecated.changed': 'changed',
  'schema.title.changed': 'changed',
  'schema.discriminator.changed': 'changed',
  'schema.discriminator.default.changed': 'changed',
  'schema.discriminator.mapping.changed': 'changed',
  'schema.content.changed': 'changed',
  'schema.keyword.changed': 'changed',
  'schema.undecidable': 'changed',
} satisfies Record<ChangeKind, Effect>;

/** The names of all kinds of change, in the order of what they are about. */
// The keys are those of the record above, which has each kind once.
export const CHANGE_KINDS = Object.keys(EFFECTS) as readonly ChangeKind[];

/** Whether a change of a kind says that its element came, went, or is another one. */
export function effectOf(kind: ChangeKind): Effect {
  return EFFECTS[kind];
}

const OF_MANY: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'media-type.added',
  'media-type.removed',
  'link.added',
  'link.removed',
  'callback.added',
  'callback.removed',
  'security-scheme.added',
  'security-scheme.removed',
  'security-scheme.flow.added',
  'security-scheme.flow.removed',
  'security-scheme.scope.added',
  'security-scheme.scope.removed',
  'server.added',
  'server.removed',
  'schema.discriminator.mapping.changed',
]);

/** Whether a place may have several elements of a kind, so that only their name says which of them is meant. */
export function isOfMany(kind: ChangeKind): boolean {
  return OF_MANY.has(kind);
}
