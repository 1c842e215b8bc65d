import { promises } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../command.js';

/** A version as it stood at another time. */
export interface ApiEdition {
  readonly edition: string;
  /** ISO date. */
  readonly date: string;
  /** What it is, in a sentence. Absent: nothing is said. */
  readonly summary?: string;
  /** How it is kept: as an overlay on the document of its version, or as a document of its own; relative to `api.yaml`. */
  readonly kept: { readonly kind: 'overlay' | 'file'; readonly path: string };
}

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
  /** The version this one is compared with, or an edition of one: `2.14@release`. Absent for the first. */
  readonly base?: string;
  readonly editions: readonly ApiEdition[];
}

/** `specs/<api>/api.yaml`: the versions of an API in the order of the file, and how clients name things. */
export interface ApiConfig {
  readonly name: string;
  readonly title: string;
  readonly versionHeader?: string;
  /** In the order of the file, whatever their dates are. */
  readonly versions: readonly ApiVersion[];
  /** Groups by tag, and methods by operationId. */
  readonly names: {
    readonly groups: Readonly<Record<string, string>>;
    readonly methods: Readonly<Record<string, string>>;
  };
  /** The folder of the file, relative to the working folder. */
  readonly folder: string;
}

/** What `<api>@<version>` or `<api>@<version>@<edition>` names. */
export interface NamedVersion {
  readonly config: ApiConfig;
  readonly version: ApiVersion;
  /** Absent where the version as it stands is meant. */
  readonly edition?: ApiEdition;
  /** The document, relative to the working folder. */
  readonly file: string;
  /** The overlays to apply to it, relative to the working folder. */
  readonly overlays: readonly string[];
}

/** What a version, an edition or an API may be called. */
export const NAME = /^[a-z0-9][\w.-]*$/i;

/** Whether a name has the form `<api>@<version>` or `<api>@<version>@<edition>`. */
export function isApiVersion(name: string): boolean {
  const parts = name.split('@');
  return (parts.length === 2 || parts.length === 3) && parts.every((part) => NAME.test(part));
}

/**
 * The document and overlays of `<api>@<version>` or `<api>@<version>@<edition>`; `undefined` when there is no such API.
 * @throws InputError when the API has no such version or edition
 */
export async function findVersion(name: string, cwd: string): Promise<NamedVersion | undefined> {
  const at = name.indexOf('@');
  const config = await readApiConfig(name.slice(0, at), cwd);
  return config === undefined ? undefined : versionOf(config, name.slice(at + 1));
}

/**
 * The version of an API that `<version>` or `<version>@<edition>` names, as `base` does.
 * @throws InputError when the API has no such version or edition
 */
export function versionOf(config: ApiConfig, name: string): NamedVersion {
  const [wanted = '', wantedEdition] = name.split('@');
  const version = config.versions.find((candidate) => candidate.version === wanted);
  if (version === undefined) {
    const known = config.versions.map((candidate) => candidate.version).join(', ');
    throw new InputError(`${config.name} has no version "${wanted}". Its versions are ${known}.`);
  }
  const inFolder = (path: string): string => `${config.folder}/${path}`;
  const named = { config, version, file: inFolder(version.file), overlays: [] };
  if (wantedEdition === undefined) return named;
  const edition = version.editions.find((candidate) => candidate.edition === wantedEdition);
  if (edition === undefined) {
    const known = version.editions.map((candidate) => candidate.edition);
    const others = known.length === 0 ? 'It has none' : `Its editions are ${known.join(', ')}`;
    throw new InputError(`${config.name}@${wanted} has no edition "${wantedEdition}". ${others}.`);
  }
  const { kind, path } = edition.kept;
  return { ...named, edition, ...(kind === 'file' ? { file: inFolder(path) } : { overlays: [inFolder(path)] }) };
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
 * @throws DocumentError with the place of everything that is wrong in it
 */
export async function readApiConfig(api: string, cwd: string): Promise<ApiConfig | undefined> {
  const folder = `specs/${api}`;
  const path = `${folder}/api.yaml`;
  const bytes = NAME.test(api) ? await promises.readFile(join(cwd, path)).catch(() => undefined) : undefined;
  if (bytes === undefined) return undefined;
  const { parseApiConfig } = await import('./parse-api-config.js');
  return parseApiConfig(path, bytes, folder);
}
