export { type Call, call, type Result } from './call.js';
export { type CallOptions, type Client, type ClientOptions, type Credential, createClient } from './client.js';
export { ApiError, ClientError, NetworkError, ResponseError, type SuccessStatus, TimeoutError } from './errors.js';
export type { Api, Encoding, Operation, Parameter, SecurityScheme, Style } from './operation.js';
export { type RateLimit, rateLimit } from './rate-limit.js';
export type { Reply } from './send.js';
export { verifySignature } from './webhook.js';
