import { diffDocuments } from '../../diff/diff.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { Io } from '../command.js';
import type { ApiConfig } from '../input/api-config.js';

/** Tells for each version how many breaking changes lead to it from the version it is compared with. */
export async function tellSteps(config: ApiConfig, documents: ReadonlyMap<string, ApiDocument>, io: Io): Promise<void> {
  for (const { version, label, base } of config.versions) {
    const left = base === undefined ? undefined : documents.get(base);
    const right = documents.get(version);
    if (left === undefined || right === undefined) continue;
    const { findings } = await diffDocuments(left, right);
    const breaking = findings.filter(({ impact }) => impact === 'breaking');
    const wire = breaking.filter(({ contract }) => contract === 'wire').length;
    const baseLabel = config.versions.find((candidate) => candidate.version === base)?.label ?? base;
    const line = `${config.title} ${baseLabel} → ${label}: ${breaking.length} breaking of ${findings.length} changes (${wire} on the wire, ${breaking.length - wire} in compiled code only)`;
    io.stdout.write(`${encodeTerminal(line)}\n`);
  }
}
