import type { CallOptions } from './client.js';
import type { Operation } from './operation.js';

/** The parameters of a call by key, and its `body`. */
export type Params = Readonly<Record<string, unknown>>;

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
export const placePlain: Place = ({ name, path }, params, query) =>
  path.replace(/\{(\??)([^{}]*)\}/g, (_, mark, keys: string) => {
    let text = '';
    for (const key of keys.split(',')) {
      // What params inherits, such as `constructor`, is no value.
      const values = Object.hasOwn(params, key) ? ([params[key]].flat() as Scalar[]) : [];
      // Of all that a document calls a scalar only a Date has `toJSON`.
      const texts = values
        .filter((value) => value != null)
        .map((value) => encodeURIComponent(value.toJSON?.() ?? value));
      if (mark) query.push(...texts.map((each) => `${key}=${each}`));
      else text = texts.join();
    }
    // A dot segment or an empty one would address another resource.
    if (!mark && /^\.{0,2}$/.test(text)) throw new TypeError(`${name}: "${keys}" must not be empty, "." or "..".`);
    return text;
  });
