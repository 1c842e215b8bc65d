import type { CallOptions } from './client.js';
import type { Operation } from './operation.js';
import { refuseValue } from './refuse-value.js';

/** The parameters of a call by key, and its `body`. */
export interface Params {
  readonly [key: string]: unknown;
  readonly body?: unknown;
}

/**
 * Writes `params` as encoded pairs into `query`, and into `headers` unless the options of the call state them; returns
 * the path. Throws a TypeError or URIError if a value cannot be sent.
 */
export type Place = (
  operation: Operation,
  params: Params,
  query: string[],
  headers: Headers,
  options: CallOptions,
) => string;

/** What a parameter may hold: the generated types say so. */
type Scalar = (string & { toJSON?: () => string }) | null | undefined;

/** Fills the template of an operation whose parameters are plain: scalars and lists of them, in the path and the query. */
export const placePlain: Place = (operation, params, query) =>
  operation.path.replace(/{(\??)(.*?)}/g, (_, mark, keys: string) => {
    const texts = keys.split(',').flatMap((key) => {
      // What params inherits is no value, but an address names nothing that every object has, such as `constructor`.
      const values = [params[key]].flat() as Scalar[];
      // Of all that a document calls a scalar only a Date has `toJSON`.
      return values.flatMap((value) =>
        value == null ? [] : (mark && `${key}=`) + encodeURIComponent(value.toJSON?.() ?? value),
      );
    });
    if (mark) {
      query.push(...texts);
      return '';
    }
    const text = texts.join();
    // A dot segment or an empty one would address another resource.
    if (/^\.{0,2}$/.test(text)) refuseValue(operation, keys);
    return text;
  });
