import { promises } from 'node:fs';
import { join } from 'node:path';
import type { Document, Node, YAMLMap } from 'yaml';
import { InputError } from '../command.js';

/** One version of an API: an entry of `specs/<api>/api.yaml`. */
export interface ApiVersion {
  readonly version: string;
  readonly label: string;
  readonly kind: 'stable' | 'preview' | 'unstable';
  /** The value of the version header; absent when the API has none. */
  readonly header?: string;
  /** The document, relative to the folder of `api.yaml`. */
  readonly file: string;
  /** ISO date of the document. */
  readonly date: string;
  /** The version this one is compared with; absent for the first. */
  readonly base?: string;
}

/** `specs/<api>/api.yaml`: the versions of an API in order, and how clients name things. */
export interface ApiConfig {
  readonly name: string;
  readonly title: string;
  readonly versionHeader?: string;
  readonly versions: readonly ApiVersion[];
  /** Groups by tag, and methods by operationId. */
  readonly names: {
    readonly groups: Readonly<Record<string, string>>;
    readonly methods: Readonly<Record<string, string>>;
  };
  /** The folder of the file, relative to the working folder. */
  readonly folder: string;
}

const NAME = /^[a-z0-9][\w.-]*$/i;

/** Whether a name has the form `<api>@<version>`. */
export function isApiVersion(name: string): boolean {
  const [api = '', version = '', ...rest] = name.split('@');
  return rest.length === 0 && NAME.test(api) && NAME.test(version);
}

/** The file of `<api>@<version>`, relative to the working folder; `undefined` when there is no such API. */
export async function findVersion(name: string, cwd: string): Promise<string | undefined> {
  const [api = '', version = ''] = name.split('@');
  const config = await readApiConfig(api, cwd);
  if (config === undefined) return undefined;
  const found = config.versions.find((candidate) => candidate.version === version);
  if (found !== undefined) return `${config.folder}/${found.file}`;
  const known = config.versions.map((candidate) => candidate.version).join(', ');
  throw new InputError(`${api} has no version "${version}". Its versions are ${known}.`);
}

/** The names of all APIs under `specs/`, sorted. */
export async function listApis(cwd: string): Promise<readonly string[]> {
  const entries = await promises.readdir(join(cwd, 'specs'), { withFileTypes: true }).catch(() => []);
  const names: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const file = join(cwd, 'specs', entry.name, 'api.yaml');
    if (
      await promises.stat(file).then(
        () => true,
        () => false,
      )
    )
      names.push(entry.name);
  }
  return names.sort();
}

/**
 * Reads `specs/<api>/api.yaml`; `undefined` when there is none.
 * @throws InputError with file, line and column when it is not as it must be
 */
export async function readApiConfig(api: string, cwd: string): Promise<ApiConfig | undefined> {
  const folder = `specs/${api}`;
  const path = `${folder}/api.yaml`;
  const text = NAME.test(api) ? await promises.readFile(join(cwd, path), 'utf8').catch(() => undefined) : undefined;
  if (text === undefined) return undefined;
  const { isMap, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (message: string, offset = 0): never => {
    const { line, col } = lines.linePos(offset);
    throw new InputError(`${path}:${line}:${col} ${message}`);
  };
  const [error] = document.errors;
  if (error !== undefined) fail(error.message.split('\n')[0] ?? error.message, error.pos[0]);
  const root = document.contents;
  if (!isMap(root)) return fail('This file must be a mapping with name, title and versions.');
  const reader = new ConfigReader(document, fail);
  const config = reader.api(root, folder);
  const known = new Set(config.versions.map(({ version }) => version));
  for (const { version, base } of config.versions) {
    if (base !== undefined && !known.has(base))
      fail(`The base "${base}" of version "${version}" is not a version of this API.`);
  }
  return config;
}

type Fail = (message: string, offset?: number) => never;

/** Reads the fields of the file, and says where one is not as it must be. */
class ConfigReader {
  readonly #document: Document;
  readonly #fail: Fail;

  constructor(document: Document, fail: Fail) {
    this.#document = document;
    this.#fail = fail;
  }

  api(root: YAMLMap, folder: string): ApiConfig {
    const versionHeader = this.#optional(root, 'versionHeader');
    return {
      name: this.#text(root, 'name'),
      title: this.#text(root, 'title'),
      ...(versionHeader === undefined ? {} : { versionHeader }),
      versions: this.#maps(root, 'versions').map((map) => this.#version(map)),
      names: {
        groups: this.#names(root, 'groups'),
        methods: this.#names(root, 'methods'),
      },
      folder,
    };
  }

  #version(map: YAMLMap): ApiVersion {
    const kind = this.#text(map, 'kind');
    if (kind !== 'stable' && kind !== 'preview' && kind !== 'unstable') {
      return this.#fail(`"kind" is stable, preview or unstable, not "${kind}".`, offsetOf(map));
    }
    const version = this.#text(map, 'version');
    const file = this.#text(map, 'file');
    if (file.startsWith('/') || file.split(/[\\/]/).includes('..')) {
      this.#fail('"file" must lie in the folder of this file.', offsetOf(map));
    }
    if (!NAME.test(version)) this.#fail(`"${version}" cannot be the name of a version.`, offsetOf(map));
    const header = this.#optional(map, 'header');
    const base = this.#optional(map, 'base');
    return {
      version,
      label: this.#optional(map, 'label') ?? version,
      kind,
      ...(header === undefined ? {} : { header }),
      file,
      date: this.#text(map, 'date'),
      ...(base === undefined ? {} : { base }),
    };
  }

  #text(map: YAMLMap, key: string): string {
    return this.#optional(map, key) ?? this.#fail(`"${key}" is missing.`, offsetOf(map));
  }

  #optional(map: YAMLMap, key: string): string | undefined {
    const value: unknown = map.get(key);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    return this.#fail(`"${key}" must be text. Put it in quotes.`, offsetOf(map));
  }

  #maps(map: YAMLMap, key: string): readonly YAMLMap[] {
    const value: unknown = map.toJSON();
    const list = typeof value === 'object' && value !== null && key in value ? map.get(key, true) : undefined;
    const items: readonly unknown[] =
      typeof list === 'object' && list !== null && 'items' in list && Array.isArray(list.items) ? list.items : [];
    if (items.length === 0) this.#fail(`"${key}" must be a list with at least one entry.`, offsetOf(map));
    return items.map((item) => {
      const isMapping = typeof item === 'object' && item !== null && 'items' in item && 'get' in item;
      // A node with `items` and `get` is a mapping; sequences hold theirs without keys and are refused by the first field.
      return isMapping ? (item as YAMLMap) : this.#fail(`The entries of "${key}" must be mappings.`, offsetOf(map));
    });
  }

  #names(root: YAMLMap, key: string): Readonly<Record<string, string>> {
    const value: unknown = this.#document.toJS();
    const names = isRecord(value) ? value['names'] : undefined;
    const table = isRecord(names) ? names[key] : undefined;
    if (table === undefined || table === null) return {};
    if (!isRecord(table)) return this.#fail(`"names.${key}" must be a mapping.`, offsetOf(root));
    const entries = Object.entries(table);
    for (const [name, text] of entries) {
      if (typeof text !== 'string') this.#fail(`"names.${key}.${name}" must be text.`, offsetOf(root));
    }
    return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
