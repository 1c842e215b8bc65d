import type { Tag } from '../document.js';
import { Fields } from './fields.js';
import { optionalText, readExternalDocs } from './read-operation.js';

/** Reads the tags a document declares. */
export function readTags(root: Fields): readonly Tag[] {
  const tags: Tag[] = [];
  const declared = new Map<string, Fields>();
  for (const { raw, origin } of root.list('tags')) {
    const fields = Fields.of(root.context, raw, origin, 'A tag');
    if (fields === undefined) continue;
    for (const key of ['summary', 'parent', 'kind']) fields.note(key);
    const externalDocs = readExternalDocs(fields);
    tags.push({
      name: fields.requiredString('name'),
      ...optionalText(fields, 'description', 'description'),
      ...(externalDocs === undefined ? {} : { externalDocs }),
    });
    const name = fields.get('name');
    if (typeof name !== 'string') continue;
    if (!declared.has(name)) declared.set(name, fields);
    else root.context.warn('duplicate-tag', origin, `The tag "${name}" is declared twice. Keep one of them.`);
  }
  warnAboutParents(declared);
  return tags;
}

/** Parents are tags of the same document and make no circle (Tag Object of OpenAPI 3.2). */
function warnAboutParents(declared: ReadonlyMap<string, Fields>): void {
  const ends = new Map<string, boolean>();
  for (const [name, fields] of declared) {
    const parent = fields.get('parent');
    if (typeof parent !== 'string') continue;
    const at = fields.origin.at('parent');
    if (!declared.has(parent)) {
      fields.context.warn('tag-parent', at, `The parent "${parent}" is not a declared tag.`);
    } else if (!hasEnd(name, declared, ends)) {
      fields.context.warn('tag-parent', at, `The parents of the tag "${name}" lead in a circle.`);
    }
  }
}

/** Whether the parents of a tag come to an end. Each tag is walked through once. */
function hasEnd(start: string, declared: ReadonlyMap<string, Fields>, ends: Map<string, boolean>): boolean {
  const walked: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && !ends.has(at)) {
    ends.set(at, false);
    walked.push(at);
    const parent: unknown = declared.get(at)?.get('parent');
    at = typeof parent === 'string' ? parent : undefined;
  }
  const isEnding = at === undefined || ends.get(at) === true;
  for (const each of walked) ends.set(each, isEnding);
  return isEnding;
}
