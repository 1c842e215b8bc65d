import { code, codes, list, type Sentence } from './words.js';

const COMPONENT = /^(parameter|response|request body|header|security scheme|path item|callback|webhook|server) (.+)$/s;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+*-]+$/;
/** A property of the body itself, which reports name after the media type. */
const BODY_PROPERTY = /^(?:application\/(?:json|x-www-form-urlencoded)|multipart\/form-data)\.(.+)$/s;
const PARAMETER = /^(path|query|header|cookie|querystring) parameter (.+)$/s;

/** An element as reports name it, in words: `GET /a → query parameter b` is the query parameter `b` of `GET /a`. */
export function describe(where: string): Sentence {
  const parts = where.split(' → ').map((part) => part.trim());
  return parts
    .filter((part, index) => part !== '' && !(MEDIA_TYPE.test(part) && index > 0))
    .map((part, index) => partOf(part, index === 0))
    .reverse()
    .flatMap((words, index) => (index === 0 ? words : [' of ', ...words]));
}

function partOf(part: string, isFirst: boolean): Sentence {
  const webhook = /^(?:[A-Z]+ webhook|webhook [A-Z]+) (.+)$/s.exec(part);
  if (webhook !== null) return ['the webhook ', code(webhook[1] ?? '')];
  const parameter = PARAMETER.exec(part);
  if (parameter !== null) return [`the ${parameter[1]} parameter `, code(parameter[2] ?? '')];
  const status = /^response (\w+)$/.exec(part);
  if (status !== null && !isFirst) return ['the response ', code(status[1] ?? '')];
  if (part === 'request body') return ['the request body'];
  const component = COMPONENT.exec(part);
  if (component !== null) return [`the ${component[1]} `, code(component[2] ?? '')];
  const link = /^link (.+)$/s.exec(part);
  if (link !== null) return ['the link ', code(link[1] ?? '')];
  const inBody = BODY_PROPERTY.exec(part);
  if (inBody !== null) return [code(inBody[1] ?? '')];
  const encoding = /^encoding of (.+)$/s.exec(part);
  if (encoding !== null) return ['the encoding of ', code(encoding[1] ?? '')];
  const [object = part, option] = part.split(' option ');
  return option === undefined ? [code(part)] : ['the alternative ', code(option), ' of ', code(object)];
}

/**
 * Elements as one subject: what is the same in several operations is named once, with the operations. `isOne` says whether verbs
 * stand in the singular.
 */
export function subjectOf(wheres: readonly string[]): { readonly words: Sentence; readonly isOne: boolean } {
  const unique = [...new Set(wheres)];
  const split = unique.map((where) => /^([A-Z]+ \/\S*) → (.+)$/s.exec(where));
  const tail = split[0]?.[2];
  const isSame = unique.length > 1 && tail !== undefined && split.every((match) => match?.[2] === tail);
  if (!isSame) return { words: ofOneObject(unique) ?? list(unique.map(describe)), isOne: unique.length === 1 };
  const operations = split.map((match) => match?.[1] ?? '');
  return { words: [...describe(`in → ${tail}`).slice(0, -2), ' of ', ...codes(operations)], isOne: true };
}

/** So many properties of one object name it once. */
const MANY = 3;

function ofOneObject(wheres: readonly string[]): Sentence | undefined {
  const properties = wheres.map(propertyOf);
  const object = properties[0]?.object;
  if (wheres.length < MANY || object === undefined || properties.some((one) => one?.object !== object))
    return undefined;
  return [...codes(properties.map((one) => one?.name ?? '')), ' of ', ...describe(object)];
}

/** The object around a property and its name: `contact` and `owner_id`. Absent for what is no property. */
export function propertyOf(where: string): { readonly object: string; readonly name: string } | undefined {
  // The dots of an address are no properties.
  if (where.startsWith('server ')) return undefined;
  const parts = where.split(' → ').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const around = parts.at(-2) ?? '';
  const inBody = BODY_PROPERTY.exec(last)?.[1];
  if (inBody === undefined && !last.includes('.')) {
    const isInRoot = around === 'request body' || /^response \w+$/.test(around) || MEDIA_TYPE.test(around);
    return isInRoot && !last.includes(' ') && last !== ''
      ? { object: parts.slice(0, -1).join(' → '), name: last }
      : undefined;
  }
  if (inBody !== undefined && !inBody.includes('.')) return { object: parts.slice(0, -1).join(' → '), name: inBody };
  const dot = where.lastIndexOf('.');
  return dot < 1 ? undefined : { object: where.slice(0, dot), name: where.slice(dot + 1) };
}
