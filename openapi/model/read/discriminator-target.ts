import { isObject, type Json } from '../../source/json.js';
import { Origin } from '../../source/origin.js';
import { didYouMean } from '../../source/suggest.js';
import type { Fields } from './fields.js';

const SCHEMAS = '#/components/schemas';

/** The reference that a value of `mapping` means: it may be the name of a component schema (Discriminator Object). */
export function schemaPointer(text: Json): Json {
  return typeof text === 'string' && isName(text) ? `${SCHEMAS}/${text}` : text;
}

/** Warns about a name or a reference into the same file that names no schema. What is said of other files is taken as it is. */
export function warnAboutTarget(fields: Fields, text: string, at: Origin): void {
  const { context, origin } = fields;
  // What is wrong was found before.
  if (context.isSealed || !(isName(text) || text.startsWith('#/'))) return;
  const root = Origin.root(origin.file);
  const found = context.resolver.resolve(String(schemaPointer(text)), root);
  if (found === undefined || !('code' in found)) return;
  if (!isName(text)) {
    context.warn(found.code, at, found.message);
    return;
  }
  const schemas = context.resolver.resolve(SCHEMAS, root);
  // A name in a file without components is one of the document that refers to the file.
  if (schemas === undefined || 'code' in schemas || !isObject(schemas.raw)) return;
  const advice = didYouMean(text, Object.keys(schemas.raw));
  context.warn('reference-missing', at, `No component schema has the name "${text}".${advice}`);
}

/** What could be the name of a component, and not that of a file. */
function isName(text: string): boolean {
  return /^[\w.-]+$/.test(text) && !/\.(?:json|ya?ml)$/i.test(text);
}
