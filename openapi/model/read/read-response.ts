import type { RequestBody, Response } from '../operation.js';
import { type DocumentReader, once } from './document-reader.js';
import type { Draft } from './draft.js';
import { Fields } from './fields.js';
import { readHeaders } from './read-header.js';
import { readLinks } from './read-link.js';
import { readContent } from './read-media-type.js';

/** A status code, a range such as `2XX`, or `default`. */
export const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/;

/** Reads a `responses` map; statuses are in upper case, `default` excepted. */
export function readResponses(reader: DocumentReader, owner: Fields): ReadonlyMap<string, Response> {
  const responses = new Map<string, Response>();
  for (const { name, raw, origin } of owner.entries('responses', false)) {
    const status = /^[1-5]xx$/i.test(name) ? name.toUpperCase() : name;
    if (!STATUS.test(status)) {
      const message = `"${name}" is not a status. Use a code such as "200", a range such as "2XX", or "default".`;
      reader.context.fault('response-status', origin, message, true);
      continue;
    }
    if (status !== name)
      reader.context.warn('response-status', origin, `A range of statuses is written "${status}".`, true);
    const fields = Fields.behind(reader.context, raw, origin, 'A response');
    const response = fields && readResponse(reader, fields);
    if (response !== undefined) responses.set(status, response);
  }
  return responses;
}

export function readResponse(reader: DocumentReader, fields: Fields): Response | undefined {
  return once(reader.responses, fields.raw, () => {
    fields.expectOnly(['description', 'summary', 'headers', 'content', 'links']);
    fields.note('summary');
    const description = fields.string('description');
    if (description === undefined && fields.context.line !== '3.2') {
      fields.context.warn('missing', fields.origin, 'A response needs the field "description".');
    }
    const response: Draft<Response> = {
      kind: 'response',
      origin: fields.origin,
      headers: readHeaders(reader, fields),
      content: readContent(reader, fields),
      links: readLinks(reader, fields),
      extensions: fields.extensions(),
    };
    if (description !== undefined) response.description = description;
    return response;
  });
}

export function readRequestBody(reader: DocumentReader, fields: Fields): RequestBody | undefined {
  return once(reader.requestBodies, fields.raw, () => {
    fields.expectOnly(['description', 'content', 'required']);
    if (fields.get('content') === undefined) {
      fields.context.warn('missing', fields.origin, 'A request body needs the field "content".');
    }
    const description = fields.string('description');
    const body: Draft<RequestBody> = {
      kind: 'requestBody',
      origin: fields.origin,
      required: fields.boolean('required') ?? false,
      content: readContent(reader, fields),
      extensions: fields.extensions(),
    };
    if (description !== undefined) body.description = description;
    return body;
  });
}
