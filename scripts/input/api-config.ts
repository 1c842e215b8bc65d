import { existsSync, promises } from 'node:fs';
import { join } from 'node:path';
import type { Extra, GenerateOptions, NameTable } from '../../generator/options.js';
import { InputError } from '../command.js';
import { readRegularFile } from './file.js';

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

/** One version of an API: an entry of `specs/<api>/api.yaml` or `specshift.config.yaml`. */
export interface ApiVersion {
  readonly version: string;
  readonly label: string;
  readonly kind: 'stable' | 'preview' | 'unstable';
  /** The value of the version header; absent when the API has none. */
  readonly header?: string;
  /** The document, relative to the folder of the configuration. */
  readonly file: string;
  /** Overlays that make the version of its document, relative to the folder of the configuration. */
  readonly overlays: readonly string[];
  /** ISO date of the document. Absent where the configuration says none. */
  readonly date?: string;
  /** The version this one is compared with, or an edition of one: `2.14@release`. Absent for the first. */
  readonly base?: string;
  readonly editions: readonly ApiEdition[];
}

/** How clients of an API page through what operations list: see `PagingRule`. */
export type Pagination = NonNullable<GenerateOptions['pagination']>;

/**
 * The versions of an API in the order of the file, and how its clients are made: `specs/<api>/api.yaml`, or an entry of
 * `specshift.config.yaml`.
 */
export interface ApiConfig {
  readonly name: string;
  readonly title: string;
  readonly versionHeader?: string;
  /** In the order of the file, whatever their dates are. */
  readonly versions: readonly ApiVersion[];
  /** Groups by tag, methods and functions by operation. */
  readonly names: Required<NameTable>;
  /** By operation; every other follows from the document. */
  readonly pagination: Pagination;
  /** The address of an operation's page in the vendor's documentation. Absent: there is none to link. */
  readonly vendorDocs?: string;
  /** What is generated beside the clients. */
  readonly extras: readonly Extra[];
  /** Where clients go, relative to the working folder. Absent: `generated/<name>`. */
  readonly output?: string;
  /** It has one document and no versions, so that the client needs no folder of its version. */
  readonly isSingle: boolean;
  /** The configuration, relative to the working folder. */
  readonly path: string;
  /** The folder that files are relative to, itself relative to the working folder. */
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

/** Where clients of an API go, relative to the working folder. */
export function outputOf({ name, output }: Pick<ApiConfig, 'name' | 'output'>): string {
  return output ?? `generated/${name}`;
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
  const inFolder = (path: string): string => (config.folder === '.' ? path : `${config.folder}/${path}`);
  const overlays = version.overlays.map(inFolder);
  const named = { config, version, file: inFolder(version.file), overlays };
  if (wantedEdition === undefined) return named;
  const edition = version.editions.find((candidate) => candidate.edition === wantedEdition);
  if (edition === undefined) {
    const known = version.editions.map((candidate) => candidate.edition);
    const others = known.length === 0 ? 'It has none' : `Its editions are ${known.join(', ')}`;
    throw new InputError(`${config.name}@${wanted} has no edition "${wantedEdition}". ${others}.`);
  }
  const { kind, path } = edition.kept;
  const kept = kind === 'file' ? { file: inFolder(path), overlays: [] } : { overlays: [...overlays, inFolder(path)] };
  return { ...named, edition, ...kept };
}

/** The configuration of people who generate clients of their own APIs. */
export const PROJECT_CONFIG = 'specshift.config.yaml';

/**
 * All APIs of a working folder: those of its `specshift.config.yaml` in their order, then those under `specs/` by their names.
 * @throws DocumentError with the place of everything that is wrong
 */
export async function readApis(cwd: string): Promise<readonly ApiConfig[]> {
  const apis = [...(await readProjectApis(cwd))];
  for (const name of await specNames(cwd)) {
    const config = await readSpecs(name, cwd);
    if (config !== undefined && !apis.some((api) => api.name === name)) apis.push(config);
  }
  return apis;
}

/** The names of all APIs. */
export async function listApis(cwd: string): Promise<readonly string[]> {
  return (await readApis(cwd)).map(({ name }) => name);
}

/** The files that say which APIs there are, or would if they existed, relative to the working folder. */
export async function configPaths(cwd: string): Promise<readonly string[]> {
  return [PROJECT_CONFIG, ...(await specNames(cwd)).map((name) => `specs/${name}/api.yaml`)];
}

/**
 * The API of a name: an entry of `specshift.config.yaml`, else `specs/<api>/api.yaml`; `undefined` when there is none.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export async function readApiConfig(api: string, cwd: string): Promise<ApiConfig | undefined> {
  if (!NAME.test(api)) return undefined;
  return (await readProjectApis(cwd)).find(({ name }) => name === api) ?? readSpecs(api, cwd);
}

async function readProjectApis(cwd: string): Promise<readonly ApiConfig[]> {
  const path = join(cwd, PROJECT_CONFIG);
  if (!existsSync(path)) return [];
  const bytes = await readRegularFile(path, PROJECT_CONFIG);
  const { parseProjectConfig } = await import('./parse-project-config.js');
  return parseProjectConfig(PROJECT_CONFIG, bytes);
}

async function readSpecs(api: string, cwd: string): Promise<ApiConfig | undefined> {
  const folder = `specs/${api}`;
  const path = `${folder}/api.yaml`;
  const bytes = await promises.readFile(join(cwd, path)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const { parseApiConfig } = await import('./parse-api-config.js');
  return parseApiConfig(path, bytes, folder);
}

async function specNames(cwd: string): Promise<readonly string[]> {
  const entries = await promises.readdir(join(cwd, 'specs'), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(cwd, 'specs', entry.name, 'api.yaml')))
    .map(({ name }) => name)
    .sort();
}
