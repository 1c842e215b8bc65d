import type { Json } from '../source/json.js';

/** A JSONPath query (RFC 9535), read. */
export interface JsonPath {
  /** What a query inside a filter begins with: the document, or the value that is tested. */
  readonly from: 'root' | 'current';
  readonly segments: readonly PathSegment[];
}

export interface PathSegment {
  /** Whether it looks at a value and everything in it (`..`), rather than at the value alone. */
  readonly descends: boolean;
  readonly selectors: readonly PathSelector[];
}

export type PathSelector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'index'; readonly index: number }
  /** Absent bounds lie at the ends that the step leads from and to. */
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step: number }
  | { readonly kind: 'filter'; readonly condition: PathCondition };

export type PathCondition =
  | { readonly kind: 'and' | 'or'; readonly left: PathCondition; readonly right: PathCondition }
  | { readonly kind: 'not'; readonly of: PathCondition }
  | { readonly kind: 'exists'; readonly path: JsonPath }
  | {
      readonly kind: 'compare';
      readonly operator: PathOperator;
      readonly left: PathOperand;
      readonly right: PathOperand;
    };

export type PathOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** What a comparison compares: a value, or nothing. */
export type PathOperand =
  | { readonly kind: 'literal'; readonly value: Json }
  /** The value of the only node that a query selects; nothing where it selects none or several. */
  | { readonly kind: 'only'; readonly path: JsonPath }
  | { readonly kind: 'count'; readonly path: JsonPath }
  | { readonly kind: 'length'; readonly of: PathOperand };
