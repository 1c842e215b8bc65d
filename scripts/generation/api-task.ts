import type { GenerateOptions } from '../../generator/options.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { versionSelector } from '../../openapi/model/version-selector.js';
import { type ApiConfig, type ApiVersion, type NamedVersion, versionOf } from '../input/api-config.js';
import type { Memory } from '../memory/memory-file.js';
import type { Reads } from '../memory/reads.js';
import { SourceDocument } from '../memory/source-document.js';
import type { ClientTask, GenerationTask, StepTask } from './generation-task.js';

/** Reads a version of an API, and notes what it is read from. */
export type ReadNamed = (named: NamedVersion, reads: Reads) => Promise<ApiDocument>;

/** All versions of an API: they share one runtime and are written together. */
export function apiTask(
  config: ApiConfig,
  shown: string,
  memory: Memory | undefined,
  readNamed: ReadNamed,
): GenerationTask {
  const sources = new Map<string, SourceDocument>();
  const sourceOf = (name: string): SourceDocument => {
    const known = sources.get(name);
    if (known !== undefined) return known;
    const source = new SourceDocument(name, memory, (reads) => readNamed(versionOf(config, name), reads));
    sources.set(name, source);
    return source;
  };
  return {
    shown,
    clients: config.versions.map((version) => clientTask(config, version, sourceOf(version.version))),
    steps: config.versions.flatMap(({ version, label, base }): StepTask[] => {
      if (base === undefined) return [];
      const title = `${config.title} ${labelOf(config, base)} → ${label}`;
      return [{ base: sourceOf(base), revision: sourceOf(version), title }];
    }),
  };
}

function clientTask(config: ApiConfig, version: ApiVersion, source: SourceDocument): ClientTask {
  const title = config.isSingle ? config.title : `${config.title} ${version.label}`;
  return {
    folder: config.isSingle ? '' : version.version,
    title,
    source,
    settings: [settingsOf(config), version.header ?? null, title],
    options: (document) => ({
      ...settingsOf(config),
      runtimeImport: config.isSingle ? './runtime/index.js' : '../runtime/index.js',
      ...pinnedHeader(document, config.versionHeader, version.header),
    }),
  };
}

/** What all clients of an API are made with. */
export function settingsOf(config: ApiConfig): Omit<GenerateOptions, 'runtimeImport'> {
  const { name, names, pagination, vendorDocs, extras } = config;
  return { apiName: name, names, pagination, extras, ...(vendorDocs === undefined ? {} : { vendorDocs }) };
}

/** The header a client pins: the one its API names, else the one the document itself selects its version by. */
export function pinnedHeader(
  document: ApiDocument,
  name: string | undefined,
  value: string | undefined,
): Pick<GenerateOptions, 'versionHeader'> {
  const named = name === undefined || value === undefined ? versionSelector(document) : { name, value };
  return named === undefined ? {} : { versionHeader: named };
}

/** `2.14`, or `2.14@release` for an edition. */
function labelOf(config: ApiConfig, name: string): string {
  const { version, edition } = versionOf(config, name);
  return edition === undefined ? version.label : `${version.label}@${edition.edition}`;
}
