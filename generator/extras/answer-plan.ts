import type { Operation } from '../../openapi/model/operation.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import type { RawDocument } from '../emit/raw-document.js';
import type { Examples } from './examples.js';

/** What a handler answers with. */
export interface AnswerPlan {
  readonly status: number;
  /** Absent: the answer is empty. */
  readonly mediaType?: string;
  /** The value that is sent as JSON. Absent: the answer is of another kind, or no value is known that fits. */
  readonly value?: Json;
  /** The answer is declared to be JSON. */
  readonly isJson: boolean;
}

/** The first success that an operation declares, else its default, with an example that fits its schema. */
export function planAnswer(document: RawDocument, examples: Examples, operation: Operation): AnswerPlan {
  const responses = field(document.operation(operation)?.value ?? {}, 'responses');
  const statuses = isObject(responses) ? Object.keys(responses) : [];
  const chosen =
    statuses.filter((status) => /^2\d\d$|^2XX$/i.test(status)).sort()[0] ??
    (statuses.includes('default') ? 'default' : statuses.filter((status) => /^3\d\d$/.test(status)).sort()[0]);
  const status = /^\d{3}$/.test(chosen ?? '') ? Number(chosen) : 200;
  const response = isObject(responses) && chosen !== undefined ? document.follow(field(responses, chosen)) : undefined;
  const content = response === undefined ? undefined : field(response, 'content');
  if (!isObject(content) || [204, 205, 304].includes(status)) return { status, isJson: false };
  const names = Object.keys(content);
  const json = names.find((name) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(name));
  const mediaType = json ?? names[0];
  if (json === undefined) return { status, isJson: false, ...(isSendable(mediaType) ? { mediaType } : {}) };
  const media = document.follow(field(content, json));
  const value =
    media === undefined ? undefined : examples.find(givenIn(document, media), field(media, 'schema'), 'read');
  return { status, mediaType: json, isJson: true, ...(value === undefined ? {} : { value }) };
}

/** The examples of a Media Type Object. */
function givenIn(document: RawDocument, media: JsonObject): readonly Json[] {
  const [example, examples] = [field(media, 'example'), field(media, 'examples')];
  const named = isObject(examples) ? Object.values(examples) : isArray(examples) ? examples : [];
  const values = named.flatMap((each) => {
    const found = document.follow(each);
    const value = found === undefined ? undefined : (field(found, 'dataValue') ?? field(found, 'value'));
    return value === undefined ? [] : [value];
  });
  return [...(example === undefined ? [] : [example]), ...values];
}

/** A header takes no other characters. */
function isSendable(mediaType: string | undefined): mediaType is string {
  return mediaType !== undefined && /^[\w.+-]+\/[\w.+-]+(?:\s*;[\x20-\x7e]*)?$/.test(mediaType);
}
