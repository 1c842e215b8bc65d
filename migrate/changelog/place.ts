import type { ParameterLocation } from '../../openapi/model/operation.js';

/** One step from a value into it: a property, the items of an array, or the values of a map. */
export type PathStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' };

/** The part of an operation a place begins in. */
export type PlacePart =
  | { readonly kind: 'request' }
  /** An absent status is every 2xx. */
  | { readonly kind: 'response'; readonly status?: string }
  | { readonly kind: 'header'; readonly status: string; readonly name: string }
  | { readonly kind: 'parameter'; readonly in: ParameterLocation; readonly name: string }
  | { readonly kind: 'security' };

/** Where something stands in an operation, by what callers know of it: no pointer, so that it fits any document of the API. */
export interface OperationPlace {
  /** As it was written. */
  readonly text: string;
  readonly part: PlacePart;
  readonly path: readonly PathStep[];
}

/** Why a text is no place. */
export interface PlaceFault {
  readonly kind: 'fault';
  readonly message: string;
}

const PARAMETERS: ReadonlySet<string> = new Set(['query', 'path', 'header', 'cookie']);
const PARTS = 'request, response, query, path, header, cookie or security';
const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

/** Longer places name nothing. */
const LONGEST = 2_000;

/** A token of a place: a name, written plainly or in quotes, or a step that has none. */
type Token =
  | { readonly kind: 'name'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' };

/** Reads `response.404.errors[].code`, `query.page`, `request."a.b"{}`. */
export function parsePlace(text: string): OperationPlace | PlaceFault {
  const tokens = tokensOf(text);
  if ('message' in tokens) return tokens;
  const [first, ...rest] = tokens;
  if (first?.kind !== 'name' || first.quoted) return fault(`A place begins with ${PARTS}.`);
  if (first.name === 'security') {
    return rest.length === 0
      ? { text, part: { kind: 'security' }, path: [] }
      : fault('Nothing stands inside "security".');
  }
  if (first.name === 'request') return { text, part: { kind: 'request' }, path: stepsOf(rest) };
  if (first.name === 'response') return inResponse(text, rest);
  const location = [...PARAMETERS].find((candidate) => candidate === first.name);
  if (location === undefined) return fault(`A place begins with ${PARTS}, not with "${first.name}".`);
  const [name, ...path] = rest;
  if (name?.kind !== 'name') return fault(`"${first.name}" needs the name of a parameter: ${first.name}.page.`);
  // One of the four names that were looked for.
  return { text, part: { kind: 'parameter', in: location as ParameterLocation, name: name.name }, path: stepsOf(path) };
}

function inResponse(text: string, rest: readonly Token[]): OperationPlace | PlaceFault {
  const [status, headers, header, ...path] = rest;
  if (status?.kind !== 'name' || status.quoted || !STATUS.test(status.name)) {
    return { text, part: { kind: 'response' }, path: stepsOf(rest) };
  }
  const code = status.name.toLowerCase() === 'default' ? 'default' : status.name.toUpperCase();
  if (headers?.kind !== 'name' || headers.quoted || headers.name !== 'headers') {
    return { text, part: { kind: 'response', status: code }, path: stepsOf(rest.slice(1)) };
  }
  if (header?.kind !== 'name') return fault('"headers" needs the name of a header: response.302.headers.Location.');
  return { text, part: { kind: 'header', status: code, name: header.name }, path: stepsOf(path) };
}

function stepsOf(tokens: readonly Token[]): readonly PathStep[] {
  return tokens.map((token) => (token.kind === 'name' ? { kind: 'property', name: token.name } : token));
}

function tokensOf(text: string): readonly Token[] | PlaceFault {
  if (text.length > LONGEST) return fault(`A place has at most ${LONGEST} characters.`);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('[]', at) || text.startsWith('{}', at)) {
      if (at === 0) return fault(`A place begins with ${PARTS}.`);
      tokens.push({ kind: text[at] === '[' ? 'items' : 'values' });
      at += 2;
      continue;
    }
    if (at > 0) {
      if (text[at] !== '.') return fault(`A "." is expected at character ${at + 1} of "${text}".`);
      at++;
    }
    const name = /^(?:"(?:[^"\\]|\\.)*"|[^.[\]{}"\s]+)/.exec(text.slice(at))?.[0];
    if (name === undefined) return fault(`A name is expected at character ${at + 1} of "${text}". Quote others.`);
    const token = nameOf(name);
    if (token === undefined) return fault(`${name} is no name in quotes: it is read as JSON text.`);
    tokens.push(token);
    at += name.length;
  }
  return tokens.length === 0 ? fault(`A place begins with ${PARTS}.`) : tokens;
}

function nameOf(text: string): Token | undefined {
  if (!text.startsWith('"')) return { kind: 'name', name: text, quoted: false };
  try {
    return { kind: 'name', name: String(JSON.parse(text)), quoted: true };
  } catch {
    return undefined;
  }
}

function fault(message: string): PlaceFault {
  return { kind: 'fault', message };
}
