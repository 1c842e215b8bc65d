import { diffDocuments } from '../../diff/diff.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { Io } from '../command.js';
import { type ApiConfig, versionOf } from '../input/api-config.js';

/**
 * Tells for each version how many breaking changes lead to it from the version it is compared with.
 * @param documents the versions that were read already
 * @param read reads an edition, of which no client is generated
 */
export async function tellSteps(
  config: ApiConfig,
  documents: ReadonlyMap<string, ApiDocument>,
  read: (name: string) => Promise<ApiDocument>,
  io: Io,
): Promise<void> {
  for (const { version, label, base } of config.versions) {
    const left = base === undefined ? undefined : (documents.get(base) ?? (await read(base)));
    const right = documents.get(version);
    if (left === undefined || right === undefined) continue;
    const { findings } = await diffDocuments(left, right);
    const breaking = findings.filter(({ impact }) => impact === 'breaking');
    const wire = breaking.filter(({ contract }) => contract === 'wire').length;
    const baseLabel = labelOf(config, base ?? '');
    const line = `${config.title} ${baseLabel} → ${label}: ${breaking.length} breaking of ${findings.length} changes (${wire} on the wire, ${breaking.length - wire} in compiled code only)`;
    io.stdout.write(`${encodeTerminal(line)}\n`);
  }
}

/** `2.14`, or `2.14@release` for an edition. */
function labelOf(config: ApiConfig, name: string): string {
  const { version, edition } = versionOf(config, name);
  return edition === undefined ? version.label : `${version.label}@${edition.edition}`;
}
