export { bind } from './bind.js';
export type { Call, Result } from './call.js';
export {
  type Api,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Credential,
  createClient,
} from './client.js';
export { ApiError, ClientError, NetworkError, ResponseError, type SuccessStatus, TimeoutError } from './errors.js';
export { readEvents, type ServerEvent } from './events.js';
export { encodeForm } from './form.js';
export { handleWebhook, type WebhookOptions, type Webhooks } from './handle-webhook.js';
export { encodeLines, readLines } from './lines.js';
export { encodeMultipart } from './multipart.js';
export {
  bare,
  type Encoding,
  type Operation,
  operation,
  type Parameter,
  type Style,
  type Traits,
} from './operation.js';
export { nextCursor, nextCursorIfMore, nextLast, nextOffset, nextPage, turnBody } from './page-rules.js';
export { type ItemOptions, type Page, type PagedCall, type PageOptions, type Pages, paged } from './paged.js';
export { placeParameters } from './parameters.js';
export { placeObjects } from './place-objects.js';
export { type RateLimit, rateLimit } from './rate-limit.js';
export { encodeRaw } from './raw-body.js';
export { readByType } from './read-by-type.js';
export { readBlob, readStream, readText } from './read-native.js';
export { followRedirects, readLocation } from './redirects.js';
export { authorizeByScheme, type SecurityScheme, signApiKey, signBasic, signBearer } from './schemes.js';
export { authorizeByToken } from './security.js';
export type { Reply } from './send.js';
export { operationServer, type Server, type ServerVariable, serverUrl } from './server.js';
export type { ClientErrorStatus, RedirectStatus, ServerErrorStatus } from './statuses.js';
export { nextLink, turnLink } from './turn-link.js';
export { verifySignature } from './verify-signature.js';
