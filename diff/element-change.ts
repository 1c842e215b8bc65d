import type { Operation, Parameter, RequestBody } from '../openapi/model/operation.js';
import type { Json } from '../openapi/source/json.js';
import type { AccessChangeData } from './access-change.js';
import type { ExtensionChangeData } from './extensions/extension-changes.js';

/** What carries a header: one of the two is there. */
export interface HeaderOwner {
  /** The status of a response. */
  readonly status?: string;
  /** The name of a part of a multipart body. */
  readonly part?: string;
}

/** The facts about operations, and about what is not a schema. */
export type ElementChangeData =
  | AccessChangeData
  | ExtensionChangeData
  | { readonly kind: 'operation.added'; readonly operation: Operation }
  | { readonly kind: 'operation.removed'; readonly operation: Operation }
  | {
      readonly kind: 'operation.id.changed';
      readonly operation: Operation;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly kind: 'operation.deprecated.changed';
      readonly operation: Operation;
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly kind: 'operation.tags.changed';
      readonly operation: Operation;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | {
      readonly kind: 'path.parameter.renamed';
      readonly operation: Operation;
      readonly before: string;
      readonly after: string;
    }
  /** The names of the parameters that both sides have, where their order is another one. */
  | {
      readonly kind: 'operation.parameters.reordered';
      readonly operation: Operation;
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  | { readonly kind: 'parameter.added'; readonly parameter: Parameter }
  | { readonly kind: 'parameter.removed'; readonly parameter: Parameter }
  | {
      readonly kind: 'parameter.required.changed';
      readonly parameter: Parameter;
      readonly before: boolean;
      readonly after: boolean;
    }
  | {
      readonly kind: 'parameter.deprecated.changed';
      readonly parameter: Parameter;
      readonly before: boolean;
      readonly after: boolean;
    }
  /** `style`, `explode`, `allowReserved`, `allowEmptyValue`, or the media type of `content`: how the value is written down. */
  | {
      readonly kind: 'parameter.serialization.changed';
      readonly parameter: Parameter;
      readonly keyword: string;
      readonly before: Json;
      readonly after: Json;
    }
  /** The header by which callers choose the version of the API names the version of its own document on both sides. */
  | {
      readonly kind: 'parameter.version.changed';
      readonly parameter: Parameter;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'request-body.added'; readonly body: RequestBody }
  | { readonly kind: 'request-body.removed'; readonly body: RequestBody }
  | { readonly kind: 'request-body.required.changed'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'media-type.added'; readonly mediaType: string }
  | { readonly kind: 'media-type.removed'; readonly mediaType: string }
  /** One field of an Encoding Object of a multipart or form body. A part without a name is written `[0]`, all others `[]`. */
  | {
      readonly kind: 'encoding.changed';
      readonly property: string;
      readonly keyword: string;
      readonly before: Json;
      readonly after: Json;
    }
  /** `coveredBy` is the range or `default` of the base that answered for the status before. */
  | { readonly kind: 'response.added'; readonly status: string; readonly coveredBy?: string }
  /** `coveredBy` is the range or `default` of the revision that still answers for the status; absent when there is none. */
  | { readonly kind: 'response.removed'; readonly status: string; readonly coveredBy?: string }
  | ({ readonly kind: 'header.added'; readonly header: string; readonly required: boolean } & HeaderOwner)
  | ({ readonly kind: 'header.removed'; readonly header: string; readonly required: boolean } & HeaderOwner)
  | ({
      readonly kind: 'header.required.changed';
      readonly header: string;
      readonly before: boolean;
      readonly after: boolean;
    } & HeaderOwner)
  | ({
      readonly kind: 'header.deprecated.changed';
      readonly header: string;
      readonly before: boolean;
      readonly after: boolean;
    } & HeaderOwner)
  /** `explode`, or the media type of `content`: how the value is written down. */
  | ({
      readonly kind: 'header.serialization.changed';
      readonly header: string;
      readonly keyword: string;
      readonly before: Json;
      readonly after: Json;
    } & HeaderOwner)
  | { readonly kind: 'link.added'; readonly link: string; readonly status: string }
  | { readonly kind: 'link.removed'; readonly link: string; readonly status: string }
  | {
      readonly kind: 'link.changed';
      readonly link: string;
      readonly status: string;
      readonly before: Json;
      readonly after: Json;
    }
  | { readonly kind: 'webhook.added'; readonly operation: Operation }
  | { readonly kind: 'webhook.removed'; readonly operation: Operation }
  | { readonly kind: 'callback.added'; readonly callback: string }
  | { readonly kind: 'callback.removed'; readonly callback: string }
  /** The expression that says where the API sends its message. */
  | {
      readonly kind: 'callback.expression.changed';
      readonly callback: string;
      readonly before: string;
      readonly after: string;
    };
