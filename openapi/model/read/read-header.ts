import { isHttpToken } from '../http-token.js';
import type { Header } from '../operation.js';
import { type DocumentReader, once } from './document-reader.js';
import { Fields } from './fields.js';
import { readContent, readExamples } from './read-media-type.js';

const FIELDS = [
  ...['description', 'required', 'deprecated', 'allowEmptyValue', 'style', 'explode', 'allowReserved'],
  ...['schema', 'example', 'examples', 'content'],
];

const NO_HEADERS: ReadonlyMap<string, Header> = new Map();

/** Reads a `headers` map. `Content-Type` is kept; the specification ignores it, and so do readers of the model. */
export function readHeaders(reader: DocumentReader, owner: Fields): ReadonlyMap<string, Header> {
  if (owner.get('headers') === undefined) return NO_HEADERS;
  const headers = new Map<string, Header>();
  for (const { name, raw, origin } of owner.entries('headers')) {
    const fields = Fields.behind(reader.context, raw, origin, 'A header');
    if (!isHttpToken(name)) {
      const message = `${JSON.stringify(name)} is not the name of a header: it holds what HTTP does not allow there.`;
      reader.context.warn('header-name', origin, message, true);
    }
    const header = fields && reader.deeper(origin, 'Headers', () => readHeader(reader, fields));
    if (header !== undefined) headers.set(name, header);
  }
  return headers;
}

export function readHeader(reader: DocumentReader, fields: Fields): Header | undefined {
  return once(reader.headers, fields.raw, () => {
    fields.expectOnly(FIELDS);
    if (fields.note('style') !== undefined && fields.get('style') !== 'simple') {
      fields.context.warn(
        'parameter-style',
        fields.origin.at('style'),
        'A header has the style "simple" and no other.',
      );
    }
    readExamples(fields);
    const schema = fields.get('schema');
    const [content] = readContent(reader, fields).values();
    const description = fields.string('description');
    return {
      kind: 'header',
      origin: fields.origin,
      ...(description === undefined ? {} : { description }),
      required: fields.boolean('required') ?? false,
      deprecated: fields.boolean('deprecated') ?? false,
      explode: fields.boolean('explode') ?? false,
      ...(schema === undefined ? {} : { schema: reader.schemas.read(schema, fields.origin.at('schema')) }),
      ...(content === undefined ? {} : { content }),
      extensions: fields.extensions(),
    };
  });
}
