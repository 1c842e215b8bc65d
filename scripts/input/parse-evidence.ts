import type { ChangeKind } from '../../diff/change.js';
import { CHANGE_KINDS, effectOf, isOfMany } from '../../migrate/changelog/change-kinds.js';
import type { Evidence } from '../../migrate/changelog/claim.js';
import { type OperationReference, parseOperation } from '../../migrate/changelog/operation-reference.js';
import { type OperationPlace, parsePlace } from '../../migrate/changelog/place.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import type { ConfigFields, ConfigObject } from './config-fields.js';

const FIELDS = ['change', 'operations', 'at', 'pointers', 'before', 'after', 'value', 'extension'];
const KINDS: readonly (ChangeKind | 'unchanged')[] = [...CHANGE_KINDS, 'unchanged'];

/** What an item of evidence belongs to. */
export interface EvidenceOwner {
  readonly kind: 'claim' | 'unannounced';
  /** Operations of an item that names none. Absent: the owner has none, or names them in words only. */
  readonly operations?: readonly OperationReference[];
}

/** Reads one item of evidence; `undefined` where it is not as it must be, with the faults kept. */
export function parseEvidence(
  fields: ConfigFields,
  item: { readonly raw: Json; readonly path: readonly string[] },
  owner: EvidenceOwner,
): Evidence | undefined {
  const object = fields.object(item.raw, item.path, 'An item of evidence', FIELDS);
  if (object === undefined) return undefined;
  const faults = fields.faults.length;
  const kind = changeKind(fields, object);
  const operations = Object.hasOwn(object.raw, 'operations') ? operationsIn(fields, object) : owner.operations;
  const at = placeIn(fields, object);
  const pointers = pointersIn(fields, object, at, owner);
  const extension = fields.optionalText(object, 'extension');
  checkDepth(fields, object);
  if (kind !== undefined) {
    if (owner.kind === 'claim') checkMeaning(fields, object, kind, at);
    checkExtension(fields, object, kind, extension);
  }
  if (owner.kind === 'claim' && operations === undefined) {
    const message =
      'Name the operations that show it: those of the claim are not all written as GET /path or WEBHOOK name.';
    fields.fault(object.path, 'operations', message);
  }
  const isFaulty = fields.faults.length > faults;
  if (!isFaulty && (operations ?? []).length === 0 && at === undefined && pointers.length === 0) {
    fields.fault(
      object.path,
      'matches-anything',
      'An item without an operation needs "at" or "pointers", or any change would do.',
    );
  }
  if (fields.faults.length > faults || kind === undefined) return undefined;
  return {
    change: kind,
    operations: operations ?? [],
    ...(at === undefined ? {} : { at }),
    pointers,
    ...said(object, 'before'),
    ...said(object, 'after'),
    ...said(object, 'value'),
    ...(extension === undefined ? {} : { extension }),
    ...(owner.kind === 'claim' ? {} : { anyWay: true }),
  };
}

/** Patterns say a few things of a value; deeper ones say nothing that a place does not say better. */
const DEEPEST_PATTERN = 32;

function checkDepth(fields: ConfigFields, { raw, path }: ConfigObject): void {
  for (const key of ['before', 'after', 'value']) {
    let level: readonly Json[] = [field(raw, key) ?? null];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth === DEEPEST_PATTERN) {
        fields.fault([...path, key], 'depth', `"${key}" may be nested ${DEEPEST_PATTERN} levels deep.`);
        break;
      }
      level = level.flatMap((value) => {
        if (isArray(value)) return value;
        return isObject(value) ? Object.keys(value).map((name) => field(value, name) ?? null) : [];
      });
    }
  }
}

/** A null is said too: nothing stands there. */
function said<Key extends string>({ raw }: ConfigObject, key: Key): { readonly [name in Key]?: Json } {
  const value = field(raw, key);
  // The computed key is the one of the type.
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]: Json });
}

function changeKind(fields: ConfigFields, object: ConfigObject): ChangeKind | 'unchanged' | undefined {
  const text = fields.text(object, 'change');
  const kind = KINDS.find((candidate) => candidate === text);
  if (kind === undefined && text !== '') {
    const message = `There is no change ${JSON.stringify(text)}.${didYouMean(text, KINDS)}`;
    fields.fault([...object.path, 'change'], 'change', message);
  }
  return kind;
}

/** Reads `operations`, each as it must be written. */
function operationsIn(fields: ConfigFields, object: ConfigObject): readonly OperationReference[] {
  const list = fields.list(object, 'operations');
  if (list.length === 0) fields.fault([...object.path, 'operations'], 'operations', 'Name at least one operation.');
  return list.flatMap(({ raw, path }) => {
    const reference = typeof raw === 'string' ? parseOperation(raw) : undefined;
    if (reference !== undefined) return [reference];
    fields.fault(path, 'operations', 'An operation is written as GET /path/{}, WEBHOOK name or CALLBACK expression.');
    return [];
  });
}

function placeIn(fields: ConfigFields, object: ConfigObject): OperationPlace | undefined {
  const text = fields.optionalText(object, 'at');
  const place = text === undefined ? undefined : parsePlace(text);
  if (place === undefined || !('message' in place)) return place;
  fields.fault([...object.path, 'at'], 'place', place.message);
  return undefined;
}

/** Pointers fit one set of documents only, so that a claim may use them to tell alternatives apart, and not to name a place. */
function pointersIn(
  fields: ConfigFields,
  object: ConfigObject,
  at: OperationPlace | undefined,
  { kind }: EvidenceOwner,
): readonly string[] {
  const pointers = fields.list(object, 'pointers');
  if (pointers.length > 0 && kind === 'claim' && at === undefined) {
    const message = 'A claim names a place with "at"; pointers only tell apart what stands there.';
    fields.fault([...object.path, 'pointers'], 'pointers', message, true);
  }
  return pointers.flatMap(({ raw, path }) => {
    if (typeof raw === 'string' && (raw === '#' || raw.startsWith('#/'))) return [raw];
    fields.fault(path, 'pointers', 'A pointer begins with "#/".');
    return [];
  });
}

/** An item of a claim must say which element it means and which way that went, or the opposite would prove it. */
function checkMeaning(
  fields: ConfigFields,
  { raw, path }: ConfigObject,
  kind: ChangeKind | 'unchanged',
  at: OperationPlace | undefined,
): void {
  if (kind === 'unchanged') return;
  const has = (...keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(raw, key));
  const inAnyStatus = at?.part.kind === 'response' && at.part.status === undefined && at.path.length === 0;
  const ofMany = isOfMany(kind) || (kind.startsWith('response.') && inAnyStatus);
  if (ofMany && at !== undefined && at.path.length > 0) return;
  const isNamed = kind === 'link.changed' || kind === 'callback.expression.changed';
  if (isNamed && !has('before', 'after')) {
    fields.fault(path, 'direction', `"${kind}" may go either way. Say what was there "before" or is there "after".`);
    return;
  }
  if (
    ofMany
      ? !has('value')
      : kind.startsWith('schema.alternative.') && at !== undefined && !has('before', 'after', 'value')
  ) {
    fields.fault(path, 'value', `There may be several of "${kind}" in one place. Say which "value" is meant.`);
  } else if (effectOf(kind) === 'changed' && !has('before', 'after', 'value')) {
    const message = `"${kind}" may go either way. Say what was there "before", what is there "after", or which "value" came or went.`;
    fields.fault(path, 'direction', message);
  }
}

function checkExtension(
  fields: ConfigFields,
  object: ConfigObject,
  kind: ChangeKind | 'unchanged',
  extension: string | undefined,
): void {
  if (kind === 'extension.changed' && extension === undefined) {
    fields.fault(object.path, 'missing', '"extension" is missing: the name of the extension that changed.');
  } else if (kind !== 'extension.changed' && extension !== undefined) {
    fields.fault([...object.path, 'extension'], 'extension', '"extension" belongs to "extension.changed".', true);
  }
}
