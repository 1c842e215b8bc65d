import { field, isObject, type Json } from '../source/json.js';
import { formatPointer, parsePointer } from '../source/pointer.js';

/**
 * The component that a reference most likely means which ends in its name, or holds nothing else: `Did you mean "…"?`, or an empty
 * string.
 * @param root the file the reference leads to
 * @param reference the text after the file
 */
export function meantComponent(root: Json, reference: string, uri = ''): string {
  const components = isObject(root) ? field(root, 'components') : undefined;
  const text = reference.trim().replace(/^#/, '');
  const name = parsePointer(text.startsWith('/') ? text : `/${text}`)?.at(-1);
  if (!isObject(components) || name === undefined || name === '') return '';
  for (const section of Object.keys(components)) {
    const members = field(components, section);
    if (!isObject(members) || field(members, name) === undefined) continue;
    return ` Did you mean "${uri}${formatPointer(['components', section, name])}"?`;
  }
  return '';
}
