import type { encodingOf } from '../../generator/emit/media-types.js';
import type { OperationFacts } from '../../generator/emit/operation-facts.js';
import type { Operation, Parameter } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Received } from './runtime/serve.js';

/** What a call is given, and what has to reach the server. */
export interface Smoke {
  readonly params: Readonly<Record<string, unknown>>;
  readonly method: string;
  /** The end of the path. */
  readonly path: string;
  /** Decoded pairs in order of their text. */
  readonly query: readonly string[];
  readonly headers: readonly string[];
  readonly cookies: readonly string[];
  /** Absent: there is no body. */
  readonly body?: Body;
}

interface Body {
  readonly kind: ReturnType<typeof encodingOf>;
  readonly type: string;
}

/** Headers that the test server leaves out of what it received, for the platform always sends them. */
const HIDDEN = /^(?:user-agent|accept-language|accept-encoding|connection|content-length): /i;

const JSON_BODY = { sample: ['é', 1, null] };
const FORM_BODY = { text: 'a b&c', more: 'd' };

/** Values for every parameter of an operation, and the request that OpenAPI asks for, worked out apart from the runtime. */
export function smokeOf(operation: Operation, { parameters, body }: OperationFacts): Smoke {
  const params: Record<string, unknown> = {};
  const pairs: Record<string, string[]> = { query: [], querystring: [], header: [], cookie: [] };
  let path = operation.path;
  for (const { key, sent } of parameters) {
    const declared = operation.parameters.find(({ in: place, name }) => place === sent.in && name === sent.name);
    const value = declared === undefined ? 'a b/c' : sampleOf(declared);
    params[key] = value;
    if (sent.in !== 'path') pairs[sent.in]?.push(...(declared === undefined ? [] : written(declared, value)));
    else
      path = path.replaceAll(
        `{${sent.name}}`,
        declared === undefined ? encodeURIComponent('a b/c') : segment(declared, value),
      );
  }
  const hasBody = body !== undefined;
  if (hasBody) params['body'] = bodyOf(body.encoding);
  return {
    params,
    method: operation.method,
    path: path.split('?')[0]?.replace(/ /g, '%20') ?? '',
    query: [...(pairs['query'] ?? []), ...(pairs['querystring'] ?? [])].sort(),
    headers: (pairs['header'] ?? []).sort(),
    cookies: (pairs['cookie'] ?? []).sort(),
    ...(hasBody ? { body: { kind: body.encoding, type: body.mediaType.name } } : {}),
  };
}

/** What a request lacks of the expected one; empty if it is right. `extra` are query names that credentials add. */
export function differences(smoke: Smoke, received: Received, extra: ReadonlySet<string>): string[] {
  const [path = '', search = ''] = received.url.split(/\?(.*)/s);
  const found = search.split('&').flatMap((pair) => (pair === '' ? [] : [decoded(pair)]));
  const query = found.filter((pair) => !extra.has(pair.split('=')[0] ?? '')).sort();
  const cookies = (received.headers['cookie'] ?? '').split('; ').map(decoded);
  return [
    ...(received.method === smoke.method ? [] : [`method ${received.method}`]),
    ...(path.endsWith(smoke.path) ? [] : [`path ${path}, not ${smoke.path}`]),
    ...(smoke.query.join('&') === query.join('&') ? [] : [`query ${query.join('&')}, not ${smoke.query.join('&')}`]),
    ...smoke.headers
      .filter((header) => !HIDDEN.test(header))
      .filter((header) => !isAmong(header, received))
      .map((header) => `no header ${header}`),
    ...smoke.cookies.filter((cookie) => !cookies.includes(cookie)).map((cookie) => `no cookie ${cookie}`),
    ...(smoke.body === undefined ? (received.body === '' ? [] : ['a body']) : bodyFaults(smoke.body, received)),
  ];
}

function isAmong(header: string, { headers }: Received): boolean {
  const [name = '', value] = header.split(/: (.*)/s);
  return headers[name.toLowerCase()] === value;
}

function bodyFaults({ kind, type }: Body, { headers, body }: Received): string[] {
  const stated = headers['content-type'] ?? '';
  const text = Buffer.from(body, 'latin1').toString();
  const isRange = type.includes('*');
  const isType = isRange || stated.toLowerCase().startsWith(type.toLowerCase().split(';')[0] ?? '');
  return [...(isType ? [] : [`content type ${stated}, not ${type}`]), ...(isSent(kind, text) ? [] : [`body ${text}`])];
}

function isSent(kind: Body['kind'], text: string): boolean {
  switch (kind) {
    case 'json':
    case 'lines':
      return text.trim() === JSON.stringify(JSON_BODY);
    case 'form':
      return text.split('&').map(decoded).join('|') === 'text=a b&c|more=d';
    case 'multipart':
      return text.includes('name="text"\r\n\r\na b&c\r\n') && text.includes('name="file"; filename=');
    default:
      return text === 'é';
  }
}

function bodyOf(kind: Body['kind']): unknown {
  if (kind === 'json') return JSON_BODY;
  if (kind === 'lines') return [JSON_BODY];
  if (kind === 'form') return FORM_BODY;
  return kind === 'multipart' ? { ...FORM_BODY, file: new Blob(['bytes']) } : new Blob(['é']);
}

function decoded(pair: string): string {
  return decodeURIComponent(pair.replace(/\+/g, '%2B'));
}

function settled(schema: Schema | undefined): Schema | undefined {
  let current = schema;
  for (let hops = 0; hops < 20 && current?.ref !== undefined; hops++) current = current.ref.target;
  return current;
}

/** A value of the kind that the schema of a parameter states. */
function sampleOf({ schema }: Parameter): unknown {
  const type = settled(schema)?.types?.find((each) => each !== 'null');
  if (type === 'integer') return 7;
  if (type === 'number') return 1.5;
  if (type === 'boolean') return true;
  if (type === 'array') return ['x', 'y'];
  return type === 'object' ? { k: 'v w' } : 'a b/c';
}

/** `name=value` for queries and cookies, `name: value` for headers, decoded. */
function written({ name, in: place, style, explode, content }: Parameter, value: unknown): string[] {
  if (place === 'header') return [`${name}: ${content === undefined ? flat(value, explode) : JSON.stringify(value)}`];
  if (content !== undefined) return place === 'querystring' ? [] : [`${name}=${JSON.stringify(value)}`];
  if (typeof value !== 'object' || value === null) return [`${name}=${String(value)}`];
  const entries = Object.entries(value);
  if (style === 'deepObject') return entries.map(([key, each]) => `${name}[${key}]=${each}`);
  if (explode) return entries.map(([key, each]) => `${Array.isArray(value) ? name : key}=${each}`);
  const glue = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  return [`${name}=${entries.flatMap(([key, each]) => (Array.isArray(value) ? [each] : [key, each])).join(glue)}`];
}

function flat(value: unknown, explode: boolean): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.join(',');
  return Object.entries(value)
    .map(([key, each]) => `${key}${explode ? '=' : ','}${each}`)
    .join(',');
}

function segment({ name, style, explode }: Parameter, value: unknown): string {
  const text = flat(value, explode).split(',').map(encodeURIComponent).join(',').replaceAll('%3D', '=');
  return style === 'label' ? `.${text}` : style === 'matrix' ? `;${name}=${text}` : text;
}
