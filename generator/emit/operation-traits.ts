import type { Operation } from '../../openapi/model/operation.js';
import type { Encoding } from './media-types.js';
import type { OperationFacts } from './operation-facts.js';
import { type Alternatives, alternativesOf, areEqual } from './security.js';
import { serverUrl } from './servers.js';
import { type LiteralRecord, objectKey, valueLiteral } from './text.js';

/** What an operation needs beyond its address, as text, and the functions of the runtime it names. */
export interface TraitsText {
  /** An object literal. Absent: nothing is needed. */
  readonly text?: string;
  readonly uses: readonly string[];
}

const ENCODERS: Readonly<Record<Encoding, string | undefined>> = {
  json: undefined,
  form: 'encodeForm',
  multipart: 'encodeMultipart',
  lines: 'encodeLines',
  text: 'encodeRaw',
  events: 'encodeRaw',
  binary: 'encodeRaw',
  any: 'encodeRaw',
};

const READERS = {
  text: 'readText',
  events: 'readEvents',
  lines: 'readLines',
  binary: 'readBlob',
  any: 'readByType',
} as const;

/**
 * Describes an operation for the runtime. Fields whose default applies are left out.
 *
 * @param usual the alternatives of security that need not be said
 */
export function traitsOf(operation: Operation, facts: OperationFacts, usual: Alternatives): TraitsText {
  const { parameters, place, body, answers, pages } = facts;
  const security = alternativesOf(operation);
  const [server] = operation.serversFrom === 'document' ? [] : operation.servers;
  const encode = body && ENCODERS[body.encoding];
  const read = answers.read && READERS[answers.read];
  const base = server === undefined ? undefined : 'operationServer';
  const redirect = answers.redirect ? 'readLocation' : undefined;
  const isUsual = /^(?:GET|HEAD|PUT|DELETE|OPTIONS|QUERY|TRACE|POST|PATCH)$/.test(operation.method);
  const isSearch = operation.method === 'POST' && pages !== undefined;
  const encoding = body && encodingRecord(body.mediaType.encoding, body.encoding);
  const fields: [string, string | undefined][] = [
    ['parameters', place === 'placeParameters' && parameters.length > 0 ? parameterList(facts) : undefined],
    ['place', place],
    ['body', body && bodyName(body.mediaType.name, body.encoding)],
    ['encode', encode],
    ['encoding', encoding && valueLiteral(encoding)],
    ['accept', answers.accept === undefined ? undefined : valueLiteral(answers.accept)],
    ['read', read],
    ['empty', answers.empty ? 'true' : undefined],
    ['redirect', redirect],
    ['repeatable', isSearch ? 'true' : isUsual ? undefined : 'false'],
    ['security', areEqual(security, usual) ? undefined : valueLiteral(security)],
    ['server', server === undefined ? undefined : valueLiteral(serverUrl(server))],
    ['base', base],
  ];
  const written = fields.flatMap(([name, text]) => (text === undefined ? [] : [`  ${objectKey(name)}: ${text},`]));
  const uses = [place, encode, read, redirect, base].filter((each) => each !== undefined);
  return written.length === 0 ? { uses } : { text: `{\n${written.join('\n')}\n}`, uses };
}

/** The media type to say: none for plain JSON, which is also what is sent where a range stands for it. */
function bodyName(name: string, encoding: Encoding): string | undefined {
  const isUsual = encoding === 'json' && (name.toLowerCase() === 'application/json' || name.includes('*'));
  return isUsual ? undefined : valueLiteral(name);
}

function parameterList({ parameters }: OperationFacts): string {
  const lines = parameters.map(({ sent }) => {
    const { key, name, in: place, style, explode, allowReserved, content } = sent;
    return `    ${valueLiteral({ key, name, in: place, style, explode, allowReserved, content })},`;
  });
  return `[\n${lines.join('\n')}\n  ]`;
}

/** How properties of a form are sent; other media types have no parts. */
function encodingRecord(
  encodings: ReadonlyMap<
    string,
    { readonly contentType?: string; readonly style?: string; readonly explode?: boolean }
  >,
  kind: Encoding,
): LiteralRecord | undefined {
  if (encodings.size === 0 || (kind !== 'multipart' && kind !== 'form')) return undefined;
  const entries = [...encodings].map(([name, { contentType, style, explode }]) => [
    name,
    { contentType, style, explode },
  ]);
  // fromEntries defines properties, so that a property named "__proto__" is one like any other.
  return Object.fromEntries(entries) as LiteralRecord;
}
