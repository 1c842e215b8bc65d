import type { Operation } from '../../openapi/model/operation.js';
import { commentText, pageLink } from './text.js';

/** What the comment above a function says. Text of the document is safe in it. */
export function operationComment(operation: Operation, vendorDocs: string | undefined): string {
  const { summary = '', description = '', method, path } = operation;
  const intro = commentText(summary) || commentText(`${method} ${path}`);
  const details = commentText(description);
  const link = documentationLink(operation, vendorDocs);
  return [
    intro,
    ...(details === '' || details === intro ? [] : ['', details]),
    ...(operation.deprecated || link !== undefined ? [''] : []),
    ...(operation.deprecated ? ['@deprecated'] : []),
    ...(link === undefined ? [] : [`@see ${commentText(link)}`]),
  ].join('\n');
}

/** The comment of the same operation as a method: its summary is enough. */
export function methodComment(operation: Operation): string {
  const { summary = '', method, path } = operation;
  const intro = commentText(summary) || commentText(`${method} ${path}`);
  return operation.deprecated ? `${intro}\n\n@deprecated` : intro;
}

/** The comment of a property, or `undefined` for none. */
export function fieldComment(description: string, deprecated: boolean): string | undefined {
  const lines = [commentText(description), deprecated ? '@deprecated' : ''].filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The page about an operation: the document's own link, else the vendor's. */
export function documentationLink(operation: Operation, vendorDocs: string | undefined): string | undefined {
  const own = operation.externalDocs && pageLink(operation.externalDocs.url);
  if (own !== undefined) return own;
  const [tag] = operation.tags;
  if (vendorDocs === undefined || operation.id === undefined || (tag === undefined && vendorDocs.includes('{tag}'))) {
    return undefined;
  }
  return pageLink(
    vendorDocs.replaceAll('{tag}', () => slug(tag ?? '')).replaceAll('{operationId}', () => slug(operation.id ?? '')),
  );
}

function slug(text: string): string {
  return encodeURIComponent(
    text
      .trim()
      .toLowerCase()
      .replace(/\s+/g, '-')
      .replace(/\p{Cs}/gu, ''),
  );
}
