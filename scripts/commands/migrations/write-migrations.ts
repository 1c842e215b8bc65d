import { promises } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../../diff/counted.js';
import type { GeneratedFile } from '../../../generator/generated-file.js';
import { cellOf, folderOf, type MigrationOverview, stepOf } from '../../../migrate/report/overview.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { Versions } from '../../../openapi/versions.js';
import { encodeTerminal } from '../../../report/encode/terminal.js';
import { renderMigrationHtml } from '../../../report/html/migration-page.js';
import { renderStartPage } from '../../../report/html/start-page.js';
import { renderMigrationJson } from '../../../report/migration-json.js';
import { renderMigrationMarkdown } from '../../../report/migration-markdown.js';
import type { ExitCode, Io } from '../../command.js';
import { type ApiConfig, outputOf, readApis } from '../../input/api-config.js';
import { readInput } from '../../input/read-input.js';
import { recall, remember } from '../../memory/memory-file.js';
import { programHash } from '../../memory/program-hash.js';
import { hashOf, hashOfFile } from '../../output/manifest.js';
import { checkFolder, writeFolder } from '../../output/write-folder.js';
import { confirmTogether } from '../confirm-together.js';
import { ApiMigrations } from './api-migration.js';
import { relatedPairs, toldPairs } from './chain.js';
import { changelogsOf } from './changelogs.js';

/** How reports are kept up to date. */
export interface MigrationRun {
  /** Only tell what is not up to date. */
  readonly check: boolean;
  /** Make them anew, whatever did not change. */
  readonly force: boolean;
}

/** Keeps the reports between the versions of every API up to date, with the page that leads to them. 1 where a check found stale files. */
export async function writeMigrations(io: Io, run: MigrationRun): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const config of await readApis(io.cwd)) {
    if (relatedPairs(config).length > 0 && (await writeOne(config, io, run)) === 1) code = 1;
  }
  return code;
}

async function writeOne(config: ApiConfig, io: Io, { check, force }: MigrationRun): Promise<ExitCode> {
  const shown = `${outputOf(config)}/migrations`;
  const folder = join(io.cwd, shown);
  const program = programHash();
  const digest = await digestOf(config, io);
  const known = force ? undefined : recall(folder, program, io)?.clients['migrations'];
  if (known !== undefined && known.digest === digest && isWhole(folder, known.files)) {
    io.stderr.write(`${encodeTerminal(shown)} is unchanged\n`);
    return 0;
  }
  const files = await filesOf(config, io);
  const stale = check
    ? await checkFolder(folder, files)
    : await writeFolder({ path: folder, shown, cwd: io.cwd }, files);
  const changed = [...stale.written, ...stale.removed];
  if (check && changed.length > 0) {
    for (const path of changed) io.stderr.write(`${encodeTerminal(`${shown}/${path}`)} is not up to date\n`);
    io.stderr.write('Run "npm run generate" and commit the result.\n');
    return 1;
  }
  io.stderr.write(
    `${encodeTerminal(shown)}: ${counted(files.length, 'file')}, ${changed.length} of them ${check ? 'stale' : 'written'}\n`,
  );
  const hashes = Object.fromEntries(files.map(({ path, text }) => [path, hashOf(text)]));
  const clients = { migrations: { digest, files: hashes, title: '', contents: '' } };
  remember(folder, { program, documents: {}, clients, steps: {} }, io);
  return 0;
}

function isWhole(folder: string, files: Readonly<Record<string, string>>): boolean {
  return Object.entries(files).every(([path, hash]) => hashOfFile(join(folder, path)) === hash);
}

/** One hash for everything the reports are made of: all that lies beside the list of versions. */
async function digestOf({ folder, path }: ApiConfig, io: Io): Promise<string> {
  const entries = await promises.readdir(join(io.cwd, folder), { withFileTypes: true, recursive: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = names.sort().map((name) => `${name.slice(io.cwd.length)} ${hashOfFile(name) ?? ''}`);
  return hashOf(`${hashOfFile(join(io.cwd, path)) ?? ''}\n${hashes.join('\n')}`);
}

/** Every report as a page; those of neighbours and of a whole chain as Markdown and JSON, too. */
async function filesOf(config: ApiConfig, io: Io): Promise<readonly GeneratedFile[]> {
  const versions = new Versions();
  const read = (name: string): Promise<ApiDocument> => readInput(`${config.name}@${name}`, io, new Set(), [], versions);
  const changelogs = await changelogsOf(config, io);
  const migrations = new ApiMigrations(config, changelogs, read, { confirm: confirmTogether() }, true);
  const files: GeneratedFile[] = [];
  const told = new Set(toldPairs(config).map((pair) => pair.join(' ')));
  const cells: MigrationOverview['cells'][number][] = [];
  const timeline: MigrationOverview['timeline'][number][] = [];
  for (const [from, to] of relatedPairs(config)) {
    const report = await migrations.report(from, to);
    const folder = folderOf(from, to);
    files.push({ path: `${folder}/report.html`, text: renderMigrationHtml(report) });
    if (told.has(`${from} ${to}`)) {
      files.push({ path: `${folder}/report.md`, text: renderMigrationMarkdown(report) });
      files.push({ path: `${folder}/report.json`, text: renderMigrationJson(report) });
    }
    const { findings } = (await migrations.diff(from, to)).report;
    const breaking = findings.filter(({ impact }) => impact === 'breaking');
    cells.push(
      cellOf(from, to, report, breaking.length, breaking.filter(({ contract }) => contract === 'wire').length),
    );
    if (config.versions.some(({ version, base }) => version === to && base === from))
      timeline.push(stepOf(from, to, report));
  }
  const overview: MigrationOverview = {
    title: config.title,
    versions: config.versions.map(({ version, label, kind, date }) => ({ version, label, kind, date: date ?? null })),
    cells,
    timeline,
  };
  return [...files, { path: 'index.html', text: renderStartPage(overview) }];
}
