import { EXTRAS, type Extra, type NameTable, type PagingRule } from '../../generator/options.js';
import { field, isObject } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import type { Pagination } from './api-config.js';
import type { ConfigFields, ConfigObject } from './config-fields.js';

/** The fields that say how clients are made. */
export const CLIENT_FIELDS = ['names', 'pagination', 'vendorDocs', 'extras'];

/** How the clients of an API are made. */
export interface ClientSettings {
  readonly names: Required<NameTable>;
  readonly pagination: Pagination;
  /** Absent: there is none to link. */
  readonly vendorDocs?: string;
  readonly extras: readonly Extra[];
}

/** Reads how the clients of an API are made. */
export function readClientFields(fields: ConfigFields, root: ConfigObject): ClientSettings {
  const vendorDocs = fields.optionalText(root, 'vendorDocs');
  const names = field(root.raw, 'names') ?? {};
  const tables = fields.object(names, [...root.path, 'names'], '"names"', ['groups', 'methods', 'functions']);
  const table = (key: string) => (tables === undefined ? {} : fields.texts(tables, key));
  return {
    names: { groups: table('groups'), methods: table('methods'), functions: table('functions') },
    pagination: readPagination(fields, root),
    ...(vendorDocs === undefined ? {} : { vendorDocs }),
    extras: readExtras(fields, root),
  };
}

function readExtras(fields: ConfigFields, root: ConfigObject): readonly Extra[] {
  return fields.list(root, 'extras').flatMap(({ raw, path }) => {
    const extra = EXTRAS.find((known) => known === raw);
    if (extra !== undefined) return [extra];
    const hint = typeof raw === 'string' ? didYouMean(raw, EXTRAS) : '';
    fields.fault(path, 'extra', `An extra is ${EXTRAS.join(' or ')}, not ${JSON.stringify(raw)}.${hint}`);
    return [];
  });
}

const NEXT = ['cursor', 'page', 'offset', 'last', 'link'] as const;
const PLACES = ['from', 'to', 'more', 'total'] as const;

function readPagination(fields: ConfigFields, root: ConfigObject): Pagination {
  const value = field(root.raw, 'pagination') ?? null;
  const at = [...root.path, 'pagination'];
  if (value === null) return {};
  if (!isObject(value)) {
    fields.fault(at, 'type', '"pagination" must be a mapping of operations.');
    return {};
  }
  return Object.fromEntries(
    Object.keys(value).flatMap((operation): [string, PagingRule | 'none'][] => {
      const raw = field(value, operation) ?? null;
      if (raw === 'none') return [[operation, raw]];
      const object = fields.object(raw, [...at, operation], 'Unless it is none, a rule', ['items', 'next', ...PLACES]);
      const rule = object === undefined ? undefined : readRule(fields, object);
      return rule === undefined ? [] : [[operation, rule]];
    }),
  );
}

function readRule(fields: ConfigFields, object: ConfigObject): PagingRule | undefined {
  const text = fields.text(object, 'next');
  const next = NEXT.find((known) => known === text);
  if (next === undefined) {
    if (text === '') return undefined;
    const message = `"next" is ${NEXT.join(', ')}, not ${JSON.stringify(text)}.${didYouMean(text, NEXT)}`;
    fields.fault([...object.path, 'next'], 'next', message);
    return undefined;
  }
  const places = PLACES.flatMap((key) => {
    const steps = stepsOf(fields, object, key);
    return steps === undefined ? [] : [[key, steps]];
  });
  return { items: stepsOf(fields, object, 'items') ?? [], next, ...Object.fromEntries(places) };
}

/** The names that lead to a value: `pages.next`, or a list where a name has a dot. An absent place is none. */
function stepsOf(fields: ConfigFields, object: ConfigObject, key: string): readonly string[] | undefined {
  const value = field(object.raw, key) ?? null;
  if (!Array.isArray(value)) return fields.optionalText(object, key)?.split('.');
  const steps = value.filter((step) => typeof step === 'string');
  if (steps.length < value.length) fields.fault([...object.path, key], 'type', `"${key}" must be a list of names.`);
  return steps;
}
