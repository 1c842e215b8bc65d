import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MigrationReport, PayloadPair } from '../../../migrate/report/migration-report.js';
import { root } from '../../shared.js';

/** Asks a validator about the whole document, without anything that reads documents here. */
class Document {
  readonly #raw: unknown;
  readonly #ajv = new Ajv2020.default({ strict: false, validateSchema: false, logger: false });

  constructor(version: string) {
    this.#raw = parse(readFileSync(join(root, `specs/intercom/${version}.yaml`), 'utf8'));
    formats.default(this.#ajv);
    this.#ajv.addSchema({ $id: 'doc:/', ...(this.#raw as object) });
  }

  accepts({ operation, part }: PayloadPair, value: unknown): boolean {
    const segments = this.#place(operation ?? '', part ?? '');
    const pointer = segments
      .map((one) => encodeURIComponent(one.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    return this.#ajv.validate({ $ref: `doc:/#/${pointer}` }, value) === true;
  }

  /** Where the schema of a part of an operation stands, whatever its path parameters are called. */
  #place(operation: string, part: string): readonly string[] {
    const [, webhook, method = '', name = ''] = /^(webhook )?(\S+) (.*)$/s.exec(operation) ?? [];
    const section = webhook === undefined ? 'paths' : 'webhooks';
    const erase = (path: string): string => path.replace(/\{[^{}]*\}/g, '{}');
    const paths = Object.keys(at(this.#raw, [section]) as object);
    const path = paths.find((one) => erase(one) === erase(name)) ?? name;
    const start = [section, path, method.toLowerCase()];
    const parameter = /^(\w+) parameter (.*)$/.exec(part);
    if (parameter !== null) throw new TypeError('Parameters are shown as calls.');
    const inner = part.startsWith('request body') ? ['requestBody'] : ['responses', part.replace('response ', '')];
    const reference = at(this.#raw, [...start, ...inner, '$ref']);
    const target = typeof reference === 'string' ? reference.slice(2).split('/') : [...start, ...inner];
    return [...target, 'content', 'application/json', 'schema'];
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

describe.each([
  ['2.13', '2.14'],
  ['2.15', 'preview'],
])('the payloads from %s to %s', (from, to) => {
  test('are valid, each in its document', () => {
    const file = join(root, `generated/intercom/migrations/${from}..${to}/report.json`);
    const report: MigrationReport = JSON.parse(readFileSync(file, 'utf8'));
    const [base, revision] = [new Document(from), new Document(to)];
    const payloads = report.sections.flatMap(({ cards }) =>
      cards.flatMap(({ id, payload }) => (payload?.kind === 'payload' ? [{ id, payload }] : [])),
    );
    const wrong = payloads.filter(({ payload }) => {
      const { before, after } = payload;
      return (
        (before !== undefined && !base.accepts(payload, before)) ||
        (after !== undefined && !revision.accepts(payload, after))
      );
    });
    expect(wrong).toEqual([]);
    expect(payloads.length).toBeGreaterThan(20);
  });
});
