import { field, isObject, type Json, type JsonObject } from '../source/json.js';
import { componentsIn, memberAt } from './raw-at.js';
import { TextComparison } from './text-comparison.js';

/** The references to components that mean the same in both documents, with all that those refer to. */
export function sameComponents(
  base: JsonObject | undefined,
  revision: JsonObject | undefined,
  ignored: ReadonlySet<string>,
): ReadonlySet<string> {
  const same = new Set<string>();
  const referrers = new Map<string, string[]>();
  let references: string[] = [];
  const text = new TextComparison(ignored, (reference) => references.push(reference) > 0);
  const sections = base && field(base, 'components');
  for (const section of isObject(sections) ? Object.keys(sections) : []) {
    const before = componentsIn(base, section);
    const after = componentsIn(revision, section);
    if (!isObject(before) || !isObject(after)) continue;
    for (const name of Object.keys(before)) {
      // Such a name is spelt differently in a reference, or not at all.
      if (/[/~%]/.test(name)) continue;
      const other = field(after, name);
      references = [];
      if (other === undefined || !text.equal(field(before, name) ?? null, other)) continue;
      const own = `#/components/${section}/${name}`;
      same.add(own);
      for (const reference of references) {
        const known = referrers.get(reference);
        if (known === undefined) referrers.set(reference, [own]);
        else known.push(own);
      }
    }
  }
  // What refers to something that is not the same is not the same either, however far away.
  const pending = [...referrers.keys()].filter((reference) => !same.has(reference));
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    for (const referrer of referrers.get(reference) ?? []) if (same.delete(referrer)) pending.push(referrer);
  }
  return same;
}

/** The component schema that a reference names by an unescaped name. */
export function componentAt(root: JsonObject | undefined, reference: string): Json | undefined {
  const prefix = '#/components/schemas/';
  const name = reference.startsWith(prefix) ? reference.slice(prefix.length) : '';
  return /^[^/~%]+$/.test(name) ? memberAt(componentsIn(root, 'schemas'), name) : undefined;
}
