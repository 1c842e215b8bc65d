import type { Json } from '../openapi/source/json.js';

/** The facts about where an API is reached and who may use it. */
export type AccessChangeData =
  /**
   * The effective alternatives of one or more operations. An alternative is written `scheme[scope,scope] + scheme`, and
   * anonymous access `anonymous`. `refuses` lists alternatives of the base that the revision no longer takes, `accepts` those of
   * the revision that the base did not take; a request that needs fewer scopes is taken where more were.
   */
  | {
      readonly kind: 'security.changed';
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly refuses: readonly string[];
      readonly accepts: readonly string[];
    }
  | {
      readonly kind: 'security-scheme.changed';
      readonly scheme: string;
      readonly keyword: string;
      readonly before: Json;
      readonly after: Json;
    }
  | { readonly kind: 'server.added'; readonly url: string }
  | { readonly kind: 'server.removed'; readonly url: string }
  | { readonly kind: 'server.renamed'; readonly url: string; readonly before?: string; readonly after?: string }
  /** A server gave way to one that differs in one part of its address. */
  | {
      readonly kind: 'server.url.changed';
      readonly part: 'scheme' | 'host' | 'path';
      readonly before: string;
      readonly after: string;
    }
  /** Another server stands first, and both were and are there. */
  | { readonly kind: 'server.default.changed'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'server.variable.default.changed';
      readonly url: string;
      readonly variable: string;
      readonly before: string;
      readonly after: string;
    }
  /** An absent list takes any value. `added` and `removed` are empty where the list itself comes or goes. */
  | {
      readonly kind: 'server.variable.enum.changed';
      readonly url: string;
      readonly variable: string;
      readonly before?: readonly string[];
      readonly after?: readonly string[];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'security-scheme.added'; readonly scheme: string }
  /** A scheme that no operation asked for; where one did, the change of its security says it. */
  | { readonly kind: 'security-scheme.removed'; readonly scheme: string }
  | {
      readonly kind: 'security-scheme.deprecated.changed';
      readonly scheme: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | { readonly kind: 'security-scheme.flow.added'; readonly scheme: string; readonly flow: string }
  | { readonly kind: 'security-scheme.flow.removed'; readonly scheme: string; readonly flow: string }
  /** One of the addresses of an OAuth flow. */
  | {
      readonly kind: 'security-scheme.flow.changed';
      readonly scheme: string;
      readonly flow: string;
      readonly keyword: string;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly kind: 'security-scheme.scope.added';
      readonly scheme: string;
      readonly flow: string;
      readonly scope: string;
    }
  | {
      readonly kind: 'security-scheme.scope.removed';
      readonly scheme: string;
      readonly flow: string;
      readonly scope: string;
    }
  /** What the API presents when it calls: stated by the webhook or callback itself. */
  | {
      readonly kind: 'webhook.security.changed';
      readonly before: readonly string[];
      readonly after: readonly string[];
    };
