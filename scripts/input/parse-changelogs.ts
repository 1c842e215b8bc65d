import {
  type Breaking,
  type Changelog,
  CLAIM_KINDS,
  CLAIM_PARTS,
  type Claim,
  type Unannounced,
} from '../../migrate/changelog/claim.js';
import { type OperationReference, parseOperation } from '../../migrate/changelog/operation-reference.js';
import { loadFile } from '../../openapi/load/load-file.js';
import { type LoadedFile, placeOf } from '../../openapi/load/loaded-file.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import { field, type Json } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { ConfigFields, type ConfigObject } from './config-fields.js';
import { parseEvidence } from './parse-evidence.js';

/** A file of claims as it was read. */
export interface ChangelogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What claims may compare. */
export interface KnownVersions {
  /** The base of each version; `undefined` for a version without one. */
  readonly bases: ReadonlyMap<string, string | undefined>;
  /** All versions and editions: `2.14`, `2.14@release`. */
  readonly names: ReadonlySet<string>;
}

/**
 * Reads the files of claims of an API. They are data: nothing in them is run.
 * @throws DocumentError with the place of everything that is wrong in them
 */
export function parseChangelogs(files: readonly ChangelogFile[], known: KnownVersions): readonly Changelog[] {
  const faults: Diagnostic[] = [];
  const ids = new Map<string, string>();
  const versions = new Map<string, string>();
  const changelogs = files.flatMap(({ name, bytes }) => {
    const reader = new ChangelogReader(loadFile(name, bytes), known, { ids, versions });
    const changelog = reader.read();
    faults.push(...reader.faults);
    return changelog ?? [];
  });
  if (faults.length > 0) throw new DocumentError(faults);
  return changelogs;
}

/** What was read so far, with the place where each stands. */
interface Seen {
  readonly ids: Map<string, string>;
  readonly versions: Map<string, string>;
}

const FILE_FIELDS = ['$schema', 'version', 'base', 'title', 'claims', 'unannounced'];
const STATEMENT_FIELDS = ['id', 'title', 'kind', 'base', 'revision', 'breaking', 'note', 'evidence'];
const CLAIM_FIELDS = [...STATEMENT_FIELDS, 'operations', 'where', 'path', 'before', 'after'];
const UNANNOUNCED_FIELDS = [...CLAIM_FIELDS, 'source'];

class ChangelogReader {
  readonly #file: LoadedFile;
  readonly #fields: ConfigFields;
  readonly #known: KnownVersions;
  readonly #seen: Seen;

  constructor(file: LoadedFile, known: KnownVersions, seen: Seen) {
    this.#file = file;
    this.#fields = new ConfigFields(file);
    this.#known = known;
    this.#seen = seen;
  }

  get faults(): readonly Diagnostic[] {
    return this.#fields.faults;
  }

  read(): Changelog | undefined {
    const object = this.#fields.object(this.#file.value, [], 'A file of claims', FILE_FIELDS);
    if (object === undefined) return undefined;
    const version = this.#fields.text(object, 'version');
    if (version !== '' && !this.#known.bases.has(version)) this.#unknownVersion(object, 'version', version);
    this.#once(this.#seen.versions, object, 'version', version);
    const base = this.#version(object, 'base') ?? this.#known.bases.get(version);
    const claims = this.#fields.list(object, 'claims').flatMap((item) => this.#claim(item, version, base) ?? []);
    const unannounced = this.#fields
      .list(object, 'unannounced')
      .flatMap((item) => this.#unannounced(item, version, base) ?? []);
    const title = this.#fields.text(object, 'title');
    return { version, ...(base === undefined ? {} : { base }), title, claims, unannounced };
  }

  #claim({ raw, path }: Item, version: string, base: string | undefined): Claim | undefined {
    const object = this.#fields.object(raw, path, 'A claim', CLAIM_FIELDS);
    if (object === undefined) return undefined;
    const operations = this.#fields.list(object, 'operations').map((item) => this.#words(item));
    const references = operations.flatMap((text) => parseOperation(text) ?? []);
    const isClear = operations.length > 0 && references.length === operations.length;
    const kind = this.#choice(object, 'kind', CLAIM_KINDS);
    const where = this.#choice(object, 'where', CLAIM_PARTS);
    const statement = this.#statement(object, version, base, 'claim', isClear ? references : undefined);
    if (kind === undefined || where === undefined) return undefined;
    const words = ['path', 'before', 'after'].map((key) => [key, this.#scalar(object, key)] as const);
    return {
      ...statement,
      kind,
      operations,
      where,
      ...Object.fromEntries(words.filter(([, text]) => text !== undefined)),
    };
  }

  #unannounced({ raw, path }: Item, version: string, base: string | undefined): Unannounced | undefined {
    const object = this.#fields.object(raw, path, 'An entry', UNANNOUNCED_FIELDS);
    if (object === undefined) return undefined;
    const references = this.#fields.list(object, 'operations').map((item) => parseOperation(this.#words(item)));
    const own = references.flatMap((reference) => reference ?? []);
    const kind = Object.hasOwn(object.raw, 'kind') ? this.#choice(object, 'kind', CLAIM_KINDS) : undefined;
    const operations = own.length === references.length && own.length > 0 ? own : undefined;
    const statement = this.#statement(object, version, base, 'unannounced', operations);
    return { ...statement, source: this.#fields.text(object, 'source'), ...(kind === undefined ? {} : { kind }) };
  }

  #statement(
    object: ConfigObject,
    version: string,
    fileBase: string | undefined,
    kind: 'claim' | 'unannounced',
    operations: readonly OperationReference[] | undefined,
  ) {
    const id = this.#fields.text(object, 'id');
    this.#once(this.#seen.ids, object, 'id', id);
    const base = this.#version(object, 'base') ?? fileBase;
    if (base === undefined) {
      this.#fields.fault(
        object.path,
        'missing',
        `Version "${version}" has no base. Say which "base" this compares with.`,
      );
    }
    const items = this.#fields.list(object, 'evidence');
    if (items.length === 0) this.#fields.fault(object.path, 'missing', '"evidence" needs at least one item.');
    const owner = { kind, ...(operations === undefined ? {} : { operations }) };
    const note = this.#fields.optionalText(object, 'note');
    const { file, line, column } = placeOf(this.#file, object.path);
    return {
      id,
      title: this.#fields.text(object, 'title'),
      base: base ?? '',
      revision: this.#version(object, 'revision') ?? version,
      breaking: this.#breaking(object),
      evidence: items.flatMap((item) => parseEvidence(this.#fields, item, owner) ?? []),
      place: { file, line, column },
      ...(note === undefined ? {} : { note }),
    };
  }

  #breaking(object: ConfigObject): Breaking {
    const value = field(object.raw, 'breaking') ?? null;
    if (typeof value === 'boolean' || value === 'conditional') return value;
    const path = value === null ? object.path : [...object.path, 'breaking'];
    this.#fields.fault(path, 'value', '"breaking" is true, false or conditional.');
    return 'conditional';
  }

  #choice<Choice extends string>(object: ConfigObject, key: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.#fields.text(object, key);
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined && text !== '') {
      const message = `"${key}" is one of ${choices.join(', ')}, not ${JSON.stringify(text)}.${didYouMean(text, choices)}`;
      this.#fields.fault([...object.path, key], 'value', message);
    }
    return choice;
  }

  #words({ raw, path }: Item): string {
    if (typeof raw === 'string' && raw.trim() !== '') return raw;
    this.#fields.fault(path, 'type', 'An operation must be text.');
    return '';
  }

  /** Words that may look like a number: a status, or a limit. */
  #scalar(object: ConfigObject, key: string): string | undefined {
    const value = field(object.raw, key);
    return typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : this.#fields.optionalText(object, key);
  }

  #version(object: ConfigObject, key: 'base' | 'revision'): string | undefined {
    const name = this.#fields.optionalText(object, key);
    if (name !== undefined && !this.#known.names.has(name)) this.#unknownVersion(object, key, name);
    return name;
  }

  #unknownVersion({ path }: ConfigObject, key: string, name: string): void {
    const all = [...this.#known.names];
    const message = `There is no version ${JSON.stringify(name)}.${didYouMean(name, all)} The versions are ${all.join(', ')}.`;
    this.#fields.fault([...path, key], 'version', message);
  }

  /** Keeps where something stands that may be there once. */
  #once(seen: Map<string, string>, { path }: ConfigObject, key: 'id' | 'version', name: string): void {
    const { file, line, column } = placeOf(this.#file, [...path, key]);
    const other = seen.get(name);
    if (other !== undefined && name !== '') {
      const message = `"${key}" ${JSON.stringify(name)} is there already: ${other}.`;
      this.#fields.fault([...path, key], 'duplicate', message);
    }
    seen.set(name, `${file}:${line}:${column}`);
  }
}

type Item = { readonly raw: Json; readonly path: readonly string[] };
