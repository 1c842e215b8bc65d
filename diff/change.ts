import type { Operation, Parameter, RequestBody } from '../openapi/model/operation.js';
import type { JsonType, Schema } from '../openapi/model/schema.js';
import type { Json } from '../openapi/source/json.js';
import type { Origin } from '../openapi/source/origin.js';

/** What travels: `request` goes from a caller to the API, `response` from the API to a caller, webhooks and callbacks included. */
export type Direction = 'request' | 'response';

/** One use of a changed element: the operation that carries it, and which way. */
export interface Usage {
  readonly operation: Operation;
  /** Absent where a change is about the operation as such and nothing travels. */
  readonly direction?: Direction;
}

/** What every change has. A change is a fact: it says what differs, not what that does to anybody. */
interface Fact {
  /** Where the element stands, or the nearest element around it where it is missing on this side. */
  readonly base: Origin;
  readonly revision: Origin;
  /** Who uses the element; empty for a component that no operation reaches. */
  readonly usages: readonly Usage[];
}

/** The facts about operations, and about what is not a schema. */
type ElementChange =
  | { readonly kind: 'operation.added'; readonly operation: Operation }
  | { readonly kind: 'operation.removed'; readonly operation: Operation }
  | { readonly kind: 'operation.id.changed'; readonly operation: Operation; readonly before?: string; readonly after?: string }
  | { readonly kind: 'operation.deprecated.changed'; readonly operation: Operation; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'operation.tags.changed'; readonly operation: Operation; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly kind: 'path.parameter.renamed'; readonly operation: Operation; readonly before: string; readonly after: string }
  | { readonly kind: 'parameter.added'; readonly parameter: Parameter }
  | { readonly kind: 'parameter.removed'; readonly parameter: Parameter }
  | { readonly kind: 'parameter.required.changed'; readonly parameter: Parameter; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'parameter.deprecated.changed'; readonly parameter: Parameter; readonly before: boolean; readonly after: boolean }
  /** `style`, `explode`, `allowReserved`, `allowEmptyValue`, or the media type of `content`: how the value is written down. */
  | { readonly kind: 'parameter.serialization.changed'; readonly parameter: Parameter; readonly keyword: string; readonly before: Json; readonly after: Json }
  | { readonly kind: 'request-body.added'; readonly body: RequestBody }
  | { readonly kind: 'request-body.removed'; readonly body: RequestBody }
  | { readonly kind: 'request-body.required.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'media-type.added'; readonly mediaType: string }
  | { readonly kind: 'media-type.removed'; readonly mediaType: string }
  /** One field of an Encoding Object of a multipart or form body. */
  | { readonly kind: 'encoding.changed'; readonly property: string; readonly keyword: string; readonly before: Json; readonly after: Json }
  | { readonly kind: 'response.added'; readonly status: string }
  /** `coveredBy` is the range or `default` of the revision that still answers for the status; absent when there is none. */
  | { readonly kind: 'response.removed'; readonly status: string; readonly coveredBy?: string }
  | { readonly kind: 'header.added'; readonly header: string; readonly required: boolean; readonly status: string }
  | { readonly kind: 'header.removed'; readonly header: string; readonly required: boolean; readonly status: string }
  | { readonly kind: 'header.required.changed'; readonly header: string; readonly status: string; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'header.deprecated.changed'; readonly header: string; readonly status: string; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'link.added'; readonly link: string; readonly status: string }
  | { readonly kind: 'link.removed'; readonly link: string; readonly status: string }
  | { readonly kind: 'link.changed'; readonly link: string; readonly status: string; readonly before: Json; readonly after: Json }
  /**
   * The effective alternatives of one or more operations. An alternative is written `scheme[scope,scope] + scheme`, and
   * anonymous access `anonymous`. `refuses` lists alternatives of the base that the revision no longer takes, `accepts` those of
   * the revision that the base did not take; a request that needs fewer scopes is taken where more were.
   */
  | { readonly kind: 'security.changed'; readonly before: readonly string[]; readonly after: readonly string[]; readonly refuses: readonly string[]; readonly accepts: readonly string[] }
  | { readonly kind: 'security-scheme.changed'; readonly scheme: string; readonly keyword: string; readonly before: Json; readonly after: Json }
  | { readonly kind: 'server.added'; readonly url: string }
  | { readonly kind: 'server.removed'; readonly url: string }
  | { readonly kind: 'webhook.added'; readonly operation: Operation }
  | { readonly kind: 'webhook.removed'; readonly operation: Operation }
  | { readonly kind: 'callback.added'; readonly callback: string }
  | { readonly kind: 'callback.removed'; readonly callback: string };

/** Bounds on sizes and numbers, of which a larger or a smaller one accepts more. */
export type BoundKeyword =
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minContains'
  | 'maxContains'
  | 'minProperties'
  | 'maxProperties';

/** What `additionalProperties` says: anything, nothing, or values of one schema. */
export type Openness = 'open' | 'closed' | 'constrained';

/** The facts about schemas. Null is a fact of its own and never among the types. An absent `before` or `after` is an absent keyword. */
type SchemaFact =
  /** An absent list of types is any type. */
  | { readonly kind: 'schema.type.changed'; readonly before?: readonly JsonType[]; readonly after?: readonly JsonType[] }
  | { readonly kind: 'schema.null.changed'; readonly before: boolean; readonly after: boolean }
  /** `added` and `removed` are empty where the keyword itself comes or goes. */
  | { readonly kind: 'schema.enum.changed'; readonly before?: readonly Json[]; readonly after?: readonly Json[]; readonly added: readonly Json[]; readonly removed: readonly Json[] }
  | { readonly kind: 'schema.format.changed'; readonly before?: string; readonly after?: string }
  | { readonly kind: 'schema.pattern.changed'; readonly before?: string; readonly after?: string }
  /** `effect` is what the change does to the accepted values. */
  | { readonly kind: 'schema.bound.changed'; readonly keyword: BoundKeyword; readonly before?: number | bigint; readonly after?: number | bigint; readonly effect: 'tightened' | 'loosened' }
  | { readonly kind: 'schema.multiple-of.changed'; readonly before?: number | bigint; readonly after?: number | bigint; readonly effect: 'tightened' | 'loosened' | 'other' }
  | { readonly kind: 'schema.unique-items.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.property.added'; readonly property: string; readonly required: boolean; readonly schema: Schema }
  | { readonly kind: 'schema.property.removed'; readonly property: string; readonly required: boolean; readonly schema: Schema }
  | { readonly kind: 'schema.required.changed'; readonly property: string; readonly before: boolean; readonly after: boolean }
  /** `isMap` when the schema declares no properties of its own, so that the additional ones are the content. */
  | { readonly kind: 'schema.additional-properties.changed'; readonly before: Openness; readonly after: Openness; readonly isMap: boolean }
  /** `branch` names the alternative: its component, title, tag value, or `#2` by position. */
  | { readonly kind: 'schema.alternative.added'; readonly keyword: 'anyOf' | 'oneOf'; readonly branch: string; readonly schema: Schema }
  | { readonly kind: 'schema.alternative.removed'; readonly keyword: 'anyOf' | 'oneOf'; readonly branch: string; readonly schema: Schema }
  /** `anyOf` or `oneOf` came to a schema without, or went: the accepted values narrow or widen in a way not told apart further. */
  | { readonly kind: 'schema.union.added'; readonly keyword: 'anyOf' | 'oneOf' }
  | { readonly kind: 'schema.union.removed'; readonly keyword: 'anyOf' | 'oneOf' }
  | { readonly kind: 'schema.default.changed'; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'schema.read-only.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.write-only.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.deprecated.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.discriminator.changed'; readonly before?: string; readonly after?: string }
  | { readonly kind: 'schema.content.changed'; readonly keyword: 'contentMediaType' | 'contentEncoding'; readonly before?: string; readonly after?: string }
  /** A keyword whose effect on the accepted values is not worked out: `not`, `if`, `contains`, `patternProperties` and their like. */
  | { readonly kind: 'schema.keyword.changed'; readonly keyword: string; readonly before?: Json; readonly after?: Json }
  /** The two schemas cannot be compared, for the stated reason. */
  | { readonly kind: 'schema.undecidable'; readonly reason: string };

type SchemaChangeOf<Data> = Data extends unknown
  ? Fact & Data & { readonly baseSchema?: Schema; readonly revisionSchema?: Schema }
  : never;

/** A difference between two schemas that are paired. `baseSchema` and `revisionSchema` are the pair the fact was found on. */
export type SchemaChange = SchemaChangeOf<SchemaFact>;

/** One difference between two documents. */
export type Change = (ElementChange extends infer Data ? (Data extends unknown ? Fact & Data : never) : never) | SchemaChange;

export type ChangeKind = Change['kind'];

/** The change of one kind. */
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { readonly kind: Kind }>;
