import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasShared, root, shared } from '../shared.js';

/** A document of another project. */
export interface RealDocument {
  readonly path: string;
  /** For messages and folders. */
  readonly name: string;
  /** Whether the tests of every change use it, too; the others are many or large. */
  readonly isSampled: boolean;
}

/** Of each kind of document one: forms, files, events, unusual names, deep references, several security schemes. */
const SAMPLE =
  /cafe\.yaml$|faker\.yaml$|spec\/v3\.json$|twilio_sync|box-openapi|TransactionService-v4|smallpetstore1|orval.*petstore\.yaml$|RecurringService-v68|xero-projects/;

/** Every document that is there, those of `../shared` and those that packages bring. */
export function realDocuments(): readonly RealDocument[] {
  if (!hasShared) return [];
  const manifest: readonly { readonly path: string }[] = JSON.parse(
    readFileSync(join(shared, 'real-world/manifest.json'), 'utf8'),
  );
  const octokit = join(root, 'node_modules/@octokit/openapi/generated');
  const paths = [
    ...manifest.map(({ path }) => join(shared, 'real-world', path)),
    ...['pairs/adyen', 'pairs/stripe', 'intercom/official'].flatMap((folder) => documentsIn(join(shared, folder))),
    ...documentsIn(octokit).filter((path) => /ghes-[\d.]+json$/.test(path)),
  ];
  return paths.map((path) => ({
    path,
    name: path.replace(shared, '').replace(octokit, 'octokit').replace(/\W+/g, '-').slice(-80),
    isSampled: SAMPLE.test(path),
  }));
}

function documentsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((name) => join(folder, name));
}
