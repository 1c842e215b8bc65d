import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSchemaChange } from '../../../diff/change.js';
import { diffWithChanges } from '../../../diff/diff.js';
import type { Finding } from '../../../diff/finding.js';
import { questionOf } from '../../../diff/proof/question.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import type { Json } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readPath, readText } from '../../documents.js';
import { runs, seed, timeout } from '../../fuzz.js';
import { hasShared, root, shared } from '../../shared.js';
import { type FilePair, listedPairs } from '../apply/real-pairs.js';
import { recursive, pairs as schemaPairs } from '../schema/inclusion/arbitrary.js';
import type { RawObject } from './schema-translation.js';
import { BrokenValidator, WholeSchemas } from './whole-schemas.js';

const VERSIONS = ['2.11', '2.12', '2.13', '2.14', '2.15', 'preview'];

function pairs(): readonly FilePair[] {
  const files = VERSIONS.map((version) => join(shared, 'intercom/official', `${version}.yaml`));
  const steps = files.slice(1).map((file, index): FilePair => [files[index] ?? file, file]);
  return [...steps, ...listedPairs('pairs/manifest.json')];
}

function rootOf(file: string): RawObject {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? JSON.parse(text) : parse(text);
}

interface Version {
  readonly document: ApiDocument;
  readonly root: RawObject;
}

async function versionOf(file: string): Promise<Version> {
  return { document: await readPath(file), root: rootOf(file) };
}

interface Tally {
  /** Findings with a witness. */
  held: number;
  /** Those whose place is a keyword of the refusing schema that was asked alone. */
  blamed: number;
  readonly wrong: string[];
  /** Those that hold something which the sender does not describe, although the sender is read as closed. */
  readonly undescribed: string[];
  /** Those that the keyword they are told at does not refuse. */
  readonly misplaced: string[];
}

/** Holds every witness between two documents against the whole schemas of both. */
async function hold(base: Version, revision: Version): Promise<Tally> {
  const { report, changes } = await diffWithChanges(base.document, revision.document);
  const whole = { base: new WholeSchemas(base.root), revision: new WholeSchemas(revision.root) };
  const tally: Tally = { held: 0, blamed: 0, wrong: [], undescribed: [], misplaced: [] };
  for (const finding of report.findings) {
    const { witness, fingerprint } = finding;
    const change = changes.get(fingerprint);
    if (witness === null || change === undefined || !isSchemaChange(change)) continue;
    const value: unknown = JSON.parse(stringify(witness.value));
    const { validUnder, invalidUnder } = witness;
    const sender = change.schemas.stated[validUnder].map(({ origin }) => origin.pointer);
    const receiver = change.schemas.stated[invalidUnder].map(({ origin }) => origin.pointer);
    const isOpen = questionOf(change, validUnder === 'base' ? 'request' : 'response')?.reading === 'open';
    const place = finding[invalidUnder]?.pointer;
    // The place of a keyword that is missing is the schema itself, and null is refused by whichever keyword does not take it.
    const isKeyword = place !== undefined && !receiver.includes(place) && change.kind !== 'schema.null.changed';
    const isBlamed = isKeyword ? whole[invalidUnder].keywordRefuses(place, value) : undefined;
    tally.held++;
    if (isBlamed !== undefined) tally.blamed++;
    if (!whole[validUnder].sends(sender, value)) tally.wrong.push(`${told(finding)} is not sent`);
    if (!whole[invalidUnder].refuses(receiver, value)) tally.wrong.push(`${told(finding)} is not refused`);
    if (!isOpen && !whole[validUnder].describes(sender, value)) tally.undescribed.push(told(finding));
    if (isBlamed === false) tally.misplaced.push(`${told(finding)} is not refused by ${place}`);
  }
  return tally;
}

function unlessBroken(error: unknown): undefined {
  if (!(error instanceof BrokenValidator)) throw error;
}

function told({ rule, where, witness }: Finding): string {
  return `${rule} ${where}: ${stringify(witness?.value ?? null)}`;
}

describe('every witness is valid for the whole schema of its sender and refused by that of its receiver', () => {
  const files = hasShared ? pairs() : [];
  test.skipIf(!hasShared).each(files.map(([base, revision]) => [basename(base), basename(revision), base, revision]))(
    'of %s and %s',
    async (_before, _after, base, revision) => {
      const tally = await hold(await versionOf(base), await versionOf(revision));
      expect([tally.wrong, tally.undescribed, tally.misplaced]).toEqual([[], [], []]);
    },
  );

  test("of GitHub, for a server of one's own and as a service", async () => {
    const generated = join(root, 'node_modules/@octokit/openapi/generated');
    const versions = ['ghes-3.17.json', 'api.github.com.json'].map((name) => versionOf(join(generated, name)));
    const [base, revision] = await Promise.all(versions);
    const tally = base !== undefined && revision !== undefined ? await hold(base, revision) : undefined;
    expect([tally?.wrong, tally?.undescribed, tally?.misplaced]).toEqual([[], [], []]);
  });

  test(
    'of random schemas',
    async () => {
      let held = 0;
      await fc.assert(
        fc.asyncProperty(schemaPairs, async ([before, after]) => {
          const [base, revision] = await Promise.all([versionWith(before), versionWith(after)]);
          const tally = await hold(base, revision).catch(unlessBroken);
          if (tally === undefined) return;
          held += tally.held;
          expect(tally.wrong).toEqual([]);
        }),
        { seed: seed(11), numRuns: runs(150) },
      );
      expect(held).toBeGreaterThan(runs(150) / 2);
    },
    timeout(150),
  );
});

async function versionWith(schema: Json): Promise<Version> {
  const content = { 'application/json': { schema } };
  const paths = { '/a': { post: { requestBody: { content }, responses: { '200': { description: 'ok', content } } } } };
  const components = { schemas: { R: recursive } };
  const text = stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths, components });
  return { document: await readText(text), root: JSON.parse(text) };
}
