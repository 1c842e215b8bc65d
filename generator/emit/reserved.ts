/** Words that cannot name a function or a type, or that mean something else in strict code. */
const LANGUAGE = `abstract any arguments as async await bigint boolean break case catch class const continue debugger declare
  default delete do else enum eval export extends false finally for from function get global globalThis if implements import
  in infer instanceof interface is keyof let module namespace never new null number object of package private protected public
  readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined unique
  unknown var void while with yield`;

/** What generated modules use of the language's own library. */
const GLOBALS = `Exclude Array ArrayBuffer AsyncIterable Iterable Date ArrayBufferView Blob BufferSource Error File FormData Function Headers Infinity JSON Map NaN NonNullable Number Object
  Omit Promise ReadableStream Readonly Record Request Response Set String Symbol Uint8Array URL URLSearchParams fetch`;

/** Names of the types module, of the index and of the runtime. */
const MODULES = `components operations paths webhooks callbacks definitions inputs inputDefinitions WithRequired Recursive
  api servers handle WebhookPayloads WebhookTopic options params client
  Api ApiError Call CallOptions Client ClientError ClientOptions Credential Encoding ItemOptions NetworkError Operation Page
  PageOptions PagedCall Pages Parameter RateLimit Reply ResponseError Result SecurityScheme Server ServerEvent ServerVariable Style
  ClientErrorStatus RedirectStatus ServerErrorStatus SuccessStatus TimeoutError Traits WebhookOptions Webhooks
  authorizeByScheme authorizeByToken bare bind call createClient encodeForm encodeLines encodeMultipart encodeRaw followRedirects
  handleWebhook nextCursor nextCursorIfMore nextLast nextLink nextOffset nextPage operation operationServer paged placeObjects placeParameters
  rateLimit readBlob readByType readEvents readLines readLocation readStream readText serverUrl signApiKey signBasic signBearer
  turnBody turnLink verifySignature
  byCursor byLast byLink byOffset byPage`;

/** Names that every object inherits, or that change what an object is: `then` makes it a promise for `await`. */
const MEMBERS = `constructor hasOwnProperty isPrototypeOf propertyIsEnumerable prototype then toJSON toLocaleString toString valueOf
  __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__`;

const list = (text: string): readonly string[] => text.split(/\s+/);

/** Names no exported declaration may take. */
export const RESERVED_IDENTIFIERS: readonly string[] = list(`${LANGUAGE} ${GLOBALS} ${MODULES} ${MEMBERS}`);

/** Names no member of a namespace may take. */
export const RESERVED_MEMBERS: readonly string[] = list(MEMBERS);

/** Module names with another meaning, for us or for an operating system. */
export const RESERVED_FILES: readonly string[] =
  list(`index types pagination webhooks zod msw readme runtime package node_modules
  con prn aux nul clock$ com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`);
