import type { JsonType, Schema } from '../openapi/model/schema.js';
import type { Json } from '../openapi/source/json.js';
import type { BoundKeyword } from './schema/bounds.js';

/** Keywords that are compared as a whole, with those that decide together with them under the name of one. */
export type SchemaKeyword =
  | 'not'
  | 'if'
  | 'items'
  | 'prefixItems'
  | 'contains'
  | 'propertyNames'
  | 'patternProperties'
  | 'unevaluatedItems'
  | 'unevaluatedProperties'
  | 'dependentRequired'
  | 'dependentSchemas'
  | 'contentSchema';

/** The extension `x-sentinel`: a value that stands for null, and what it means. */
export interface Sentinel {
  readonly value: Json;
  readonly means?: string;
}

/** What `additionalProperties` says: anything, nothing, or values of one schema. */
export type Openness = 'open' | 'closed' | 'constrained';

/** The facts about schemas. Null is a fact of its own and never among the types. An absent `before` or `after` is an absent keyword. */
export type SchemaChangeData =
  /** An absent list of types is any type. */
  | {
      readonly kind: 'schema.type.changed';
      readonly before?: readonly JsonType[];
      readonly after?: readonly JsonType[];
    }
  /** `sentinel` is the value that the revision says stands for null (`x-sentinel`). */
  | {
      readonly kind: 'schema.null.changed';
      readonly before: boolean;
      readonly after: boolean;
      readonly sentinel?: Sentinel;
    }
  /** `added` and `removed` are empty where the keyword itself comes or goes. */
  | {
      readonly kind: 'schema.enum.changed';
      readonly before?: readonly Json[];
      readonly after?: readonly Json[];
      readonly added: readonly Json[];
      readonly removed: readonly Json[];
      /**
       * Set where the document says of values what they are called now (`x-renamed-values`): `renamed` for one former value and its
       * new names, `others` for what else came and went with them. Absent: this is all of it.
       */
      readonly part?: 'renamed' | 'others';
    }
  | { readonly kind: 'schema.format.changed'; readonly before?: string; readonly after?: string }
  | { readonly kind: 'schema.pattern.changed'; readonly before?: string; readonly after?: string }
  /** `effect` is what the change does to the accepted values. */
  | {
      readonly kind: 'schema.bound.changed';
      readonly keyword: BoundKeyword;
      readonly before?: number | bigint;
      readonly after?: number | bigint;
      readonly effect: 'tightened' | 'loosened';
    }
  | {
      readonly kind: 'schema.multiple-of.changed';
      readonly before?: number | bigint;
      readonly after?: number | bigint;
      readonly effect: 'tightened' | 'loosened' | 'other';
    }
  | { readonly kind: 'schema.unique-items.changed'; readonly before: boolean; readonly after: boolean }
  | {
      readonly kind: 'schema.property.added';
      readonly property: string;
      readonly required: boolean;
      readonly schema: Schema;
    }
  | {
      readonly kind: 'schema.property.removed';
      readonly property: string;
      readonly required: boolean;
      readonly schema: Schema;
    }
  /** A name that was not declared before is one that an object must not have: no value of `schema` is valid. */
  | {
      readonly kind: 'schema.property.refused';
      readonly property: string;
      readonly required: boolean;
      readonly schema: Schema;
    }
  /** A name that an object could not have is not declared any more. */
  | {
      readonly kind: 'schema.property.allowed';
      readonly property: string;
      readonly required: boolean;
      readonly schema: Schema;
    }
  /** `properties` of one object that became required, or optional, together: one edit of the keyword. */
  | {
      readonly kind: 'schema.required.changed';
      readonly properties: readonly string[];
      readonly before: boolean;
      readonly after: boolean;
      /** Set where the keyword stays: the properties were read-only, and no request has to have what is. */
      readonly wereReadOnly?: true;
    }
  /** `isMap` when the schema declares no properties of its own, so that the additional ones are the content. */
  | {
      readonly kind: 'schema.additional-properties.changed';
      readonly before: Openness;
      readonly after: Openness;
      readonly isMap: boolean;
    }
  /** `branch` names the alternative: its component, title, tag value, or `#2` by position. */
  | {
      readonly kind: 'schema.alternative.added';
      readonly keyword: 'anyOf' | 'oneOf';
      readonly branch: string;
      readonly schema: Schema;
    }
  | {
      readonly kind: 'schema.alternative.removed';
      readonly keyword: 'anyOf' | 'oneOf';
      readonly branch: string;
      readonly schema: Schema;
    }
  /** The alternatives of `oneOf` are not what they were: whether a value fits more than one of them is to be asked again. */
  | { readonly kind: 'schema.alternatives.changed' }
  /** `anyOf` or `oneOf` came to a schema without, or went: the accepted values narrow or widen in a way not told apart further. */
  | { readonly kind: 'schema.union.added'; readonly keyword: 'anyOf' | 'oneOf' }
  | { readonly kind: 'schema.union.removed'; readonly keyword: 'anyOf' | 'oneOf' }
  | { readonly kind: 'schema.default.changed'; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'schema.read-only.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.write-only.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.deprecated.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'schema.title.changed'; readonly before?: string; readonly after?: string }
  | { readonly kind: 'schema.discriminator.changed'; readonly before?: string; readonly after?: string }
  /** The schema that any other value of the discriminating property, or none, stands for, by name. */
  | { readonly kind: 'schema.discriminator.default.changed'; readonly before?: string; readonly after?: string }
  /** The value of the discriminating property that stands for a schema: `before` and `after` name the schema it stands for. */
  | {
      readonly kind: 'schema.discriminator.mapping.changed';
      readonly value: string;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly kind: 'schema.content.changed';
      readonly keyword: 'contentMediaType' | 'contentEncoding';
      readonly before?: string;
      readonly after?: string;
    }
  /** A keyword that is compared as a whole: `not`, `if`, `contains`, `patternProperties` and their like. */
  | {
      readonly kind: 'schema.keyword.changed';
      readonly keyword: SchemaKeyword;
      readonly before?: Json;
      readonly after?: Json;
    }
  /** The two schemas cannot be compared, for the stated reason. */
  | { readonly kind: 'schema.undecidable'; readonly reason: string };
