import { join } from 'node:path';
import { counted } from '../../diff/counted.js';
import type { GeneratedFile } from '../../generator/generated-file.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { Memory } from '../memory/memory-file.js';
import { hashOf } from '../output/manifest.js';
import type { ClientTask } from './generation-task.js';

/** A client as its folder is to hold it. */
export interface MadeClient {
  /** Paths below the output folder, each with the hash of the file. */
  readonly files: ReadonlyMap<string, string>;
  /** The files themselves. Absent: the output folder holds them already. */
  readonly made?: readonly GeneratedFile[];
  /** What people call it. */
  readonly title: string;
  /** What is in it, in words. */
  readonly contents: string;
  /** Of all it was made of. Absent: that cannot be known the next time. */
  readonly digest?: string;
}

/**
 * Makes a client, or finds that it was made already of the same document with the same settings.
 * @param hashOfFile the hash of a file as it stands
 */
export async function makeClient(
  { folder, title, source, settings, options }: ClientTask,
  outputFolder: string,
  memory: Memory | undefined,
  hashOfFile: (path: string) => string | undefined,
): Promise<MadeClient> {
  const before = digestWith(source.digest, settings);
  const known = memory?.clients[folder];
  if (known !== undefined && before === known.digest) {
    const files = new Map(Object.entries(known.files));
    const isWhole = [...files].every(([path, hash]) => hashOfFile(join(outputFolder, path)) === hash);
    if (isWhole) return { ...known, files };
  }
  const document = await source.get();
  // What writes clients takes longer to load than a run in which nothing changed.
  const { generateClient } = await import('../../generator/generate.js');
  const made = (await generateClient(document, options(document))).map(({ path, text }) => ({
    path: folder === '' ? path : `${folder}/${path}`,
    text,
  }));
  const digest = digestWith(source.digest, settings);
  return {
    files: new Map(made.map(({ path, text }) => [path, hashOf(text)])),
    made,
    title: title ?? `${document.info.title} ${document.info.version}`,
    contents: contentsOf(document),
    ...(digest === undefined ? {} : { digest }),
  };
}

function digestWith(document: string | undefined, settings: unknown): string | undefined {
  return document === undefined ? undefined : hashOf(JSON.stringify([document, settings]));
}

function contentsOf({ operations, webhooks, components }: ApiDocument): string {
  const hooks = webhooks.length === 0 ? '' : `, ${counted(webhooks.length, 'webhook')}`;
  return `${counted(operations.length, 'operation')}, ${counted(components.schemas.size, 'schema')}${hooks}`;
}
