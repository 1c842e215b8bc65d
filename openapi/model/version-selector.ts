import type { ApiDocument } from './document.js';
import type { Parameter } from './operation.js';
import type { Schema } from './schema.js';

/** A header by which callers choose the version of the API, and the value that chooses the version of this document. */
export interface VersionSelector {
  readonly name: string;
  readonly value: string;
}

/**
 * Finds the header that selects the version: a header parameter whose default, or whose only value, is the version of the document
 * itself. `undefined` when the document has none.
 */
export function versionSelector(document: ApiDocument): VersionSelector | undefined {
  const operations = document.operations.flatMap(({ parameters }) => parameters);
  for (const parameter of [...document.components.parameters.values(), ...operations]) {
    const value = selectedVersion(parameter, document.info.version);
    if (value !== undefined) return { name: parameter.name, value };
  }
  return undefined;
}

/** The value by which a header parameter selects a version of the API; `undefined` when it is no such header. */
export function selectedVersion(parameter: Parameter, version: string): string | undefined {
  if (parameter.in !== 'header' || parameter.schema === undefined) return undefined;
  const own = ownValue(parameter.schema);
  const value = typeof own === 'string' || typeof own === 'number' ? String(own) : undefined;
  return value !== undefined && value.toLowerCase() === version.toLowerCase() ? value : undefined;
}

function ownValue(schema: Schema, depth = 0): unknown {
  const target = schema.ref?.target;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length === 1) return schema.enum[0];
  return target === undefined || depth > 8 ? undefined : ownValue(target, depth + 1);
}
