import type { Origin } from '../source/origin.js';

/** Security Scheme Object. */
export type SecurityScheme = { readonly origin: Origin; readonly name: string; readonly deprecated: boolean } & (
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly parameterName: string }
  | { readonly type: 'http'; readonly scheme: string; readonly bearerFormat?: string }
  | { readonly type: 'mutualTLS' }
  | { readonly type: 'oauth2'; readonly flows: ReadonlyMap<string, OAuthFlow>; readonly metadataUrl?: string }
  | { readonly type: 'openIdConnect'; readonly openIdConnectUrl: string }
);

export interface OAuthFlow {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly scopes: ReadonlyMap<string, string>;
}

/** One alternative of an operation's security: every scheme named must be satisfied. An empty one means anonymous access. */
export interface SecurityAlternative {
  readonly origin: Origin;
  readonly schemes: ReadonlyMap<string, readonly string[]>;
}
