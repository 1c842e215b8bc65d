import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { root } from '../shared.js';

/** A node of a document, of whatever kind. */
export type Node = JsonObject;

/** One document of the Intercom API. */
export interface SpecDocument {
  readonly version: string;
  readonly path: string;
  readonly text: string;
  readonly content: Node;
}

export const folder = join(root, 'specs/intercom');

/** The documents of all versions, by name. */
export function documents(): readonly SpecDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'api.yaml')
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      // js-yaml answers `unknown`, and a document of ours is a mapping.
      return { version: name.slice(0, -'.yaml'.length), path, text, content: load(text) as Node };
    });
}

/** Calls `visit` with every object of a document, its key and its pointer. */
export function eachObject(
  value: Json,
  visit: (object: Node, pointer: string, key: string) => void,
  pointer = '#',
  key = '',
): void {
  if (isArray(value)) {
    value.forEach((item, index) => {
      eachObject(item, visit, `${pointer}/${index}`, key);
    });
  } else if (isObject(value)) {
    visit(value, pointer, key);
    for (const [name, child] of Object.entries(value)) {
      if (child !== undefined)
        eachObject(child, visit, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, name);
    }
  }
}
