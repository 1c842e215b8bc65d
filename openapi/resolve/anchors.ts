import type { LoadedFile } from '../load/loaded-file.js';
import { field, isArray, isObject, type Json } from '../source/json.js';
import { Origin } from '../source/origin.js';
import { isData, isNameMap } from './members.js';

/** A value and where it stands. */
export interface Located {
  readonly raw: Json;
  readonly origin: Origin;
}

/** What `$id`, `$anchor` and `$dynamicAnchor` name in one file (JSON Schema 2020-12, sections 8.2.1 and 8.2.2). */
export interface AnchorIndex {
  /** By absolute URI without fragment. */
  readonly ids: ReadonlyMap<string, Located>;
  /** By `<base URI>#<name>`; the base is an empty string outside of any `$id`. */
  readonly anchors: ReadonlyMap<string, Located>;
  /** The base URI in force at an object that lies below an `$id`. */
  baseOf(origin: Origin): string;
}

/** @param name the key of the file, as origins carry it */
export function indexAnchors(file: LoadedFile, name: string): AnchorIndex {
  const ids = new Map<string, Located>();
  const anchors = new Map<string, Located>();
  const bases = new Map<string, string>();
  const visit = (raw: Json, origin: Origin, base: string, names = false): void => {
    if (isArray(raw)) {
      raw.forEach((item, index) => {
        visit(item, origin.at(index), base);
      });
      return;
    }
    if (!isObject(raw)) return;
    let inner = base;
    // `$self` names the whole document (OpenAPI 3.2, section 4.1.2.2.1).
    const id = names
      ? undefined
      : (field(raw, '$id') ?? (origin.parent === undefined ? field(raw, '$self') : undefined));
    if (typeof id === 'string') {
      inner = resolveUri(id, base);
      ids.set(inner, { raw, origin });
      bases.set(origin.pointer, inner);
    }
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = names ? undefined : field(raw, keyword);
      if (typeof anchor === 'string' && !anchors.has(`${inner}#${anchor}`)) {
        anchors.set(`${inner}#${anchor}`, { raw, origin });
      }
    }
    for (const key of Object.keys(raw)) {
      const member = field(raw, key);
      if (member !== undefined && (names || !isData(key)))
        visit(member, origin.at(key), inner, !names && isNameMap(key));
    }
  };
  visit(file.value, Origin.root(name), '');
  return {
    ids,
    anchors,
    baseOf(origin) {
      for (let at: Origin | undefined = origin; at !== undefined; at = at.parent) {
        const base = bases.size > 0 ? bases.get(at.pointer) : undefined;
        if (base !== undefined) return base;
      }
      return '';
    },
  };
}

/** An absolute URI without fragment; a relative one stays as written when there is no base. */
export function resolveUri(uri: string, base: string): string {
  const [withoutFragment = ''] = uri.split('#', 1);
  try {
    return new URL(withoutFragment, base === '' ? undefined : base).href;
  } catch {
    return withoutFragment;
  }
}
