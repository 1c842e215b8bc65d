import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { DiffReport, Finding } from '../../../diff/finding.js';
import { summarize } from '../../../diff/summary.js';
import { renderSarif } from '../../../report/sarif.js';
import { root } from '../../shared.js';
import { FINDINGS, hostileReports } from './hostile-reports.js';

interface Result {
  readonly message: { readonly text: string };
  readonly suppressions?: readonly { readonly kind: string }[];
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

/** Of characters that nobody sees or that act on a terminal. */
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

describe('SARIF', async () => {
  const schema = JSON.parse(
    readFileSync(`${root}node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`, 'utf8'),
  );
  // The keywords it uses mean the same in later drafts; only the name of its identifier does not.
  const { $schema: _, id: __, ...rest } = schema;
  const validate = formats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(rest);

  for (const { name, text } of await hostileReports('sarif')) {
    test(`of ${name} keeps to its schema`, () => {
      const log = JSON.parse(text);
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
      const [run] = log.runs;
      const results: readonly Result[] = run.results;
      expect(results).toHaveLength(FINDINGS);
      expect(results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(name === 'gate' ? 1 : 0);
      expect(new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri))).toEqual(
        new Set(['top/revision%20b%250A.json']),
      );
      for (const { message } of results) {
        expect(message.text).not.toMatch(INVISIBLE);
        // No link, and no place for an argument.
        expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/);
        expect(message.text).not.toMatch(/(?<!\{)\{\d+\}(?!\})/);
      }
    });
  }
});

describe('JUnit', async () => {
  for (const { name, text } of await hostileReports('junit')) {
    test(`of ${name} is well-formed, and has an element for each finding`, () => {
      const elements: string[] = [];
      const parser = new SaxesParser({ fileName: 'junit.xml' });
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', (tag) => elements.push(tag.name));
      parser.write(text).close();
      const count = (element: string): number => elements.filter((one) => one === element).length;
      const isGate = name === 'gate';
      expect([count('testcase'), count('failure'), count('skipped'), count('testsuite'), count('system-out')]).toEqual([
        FINDINGS,
        isGate ? FINDINGS - 1 : FINDINGS,
        isGate ? 1 : 0,
        1,
        isGate ? 1 : 0,
      ]);
      expect(text).not.toContain('\uffff');
      expect(elements.length).toBe(2 + FINDINGS * 2 + (isGate ? 1 : 0));
      expect(text).not.toMatch(INVISIBLE);
    });
  }
});

describe('GitLab Code Quality', async () => {
  const validate = new Ajv2020().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  });

  for (const { name, text } of await hostileReports('gitlab')) {
    test(`of ${name} is a list of issues`, () => {
      const issues = JSON.parse(text);
      expect(validate(issues), JSON.stringify(validate.errors)).toBe(true);
      const entries = name === 'gate' ? 2 : 0;
      expect(issues).toHaveLength(FINDINGS + entries);
      expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
      for (const { description } of issues) expect(description).not.toMatch(INVISIBLE);
    });
  }
});

test('JSON is no command of a log, and says the same', async () => {
  for (const { text } of await hostileReports('json')) {
    expect(text).not.toMatch(/##(?:\[|vso|teamcity)/);
    expect(text).not.toMatch(/^\s*::/m);
    const { findings } = JSON.parse(text);
    expect(findings.map(({ where }: { where: string }) => where)).toContain('S.##[error]x');
  }
});

test('SARIF has no more results than GitHub takes, and says how many are left out', async () => {
  const place = { file: 'a.yaml', pointer: '#/x', line: 1, column: 1 };
  const document = { file: 'a.yaml', title: 'A', version: '1', openapi: '3.1.0' };
  const findings = Array.from({ length: 25_003 }, (_, index): Finding => {
    const fingerprint = index.toString(16).padStart(16, '0');
    const rest = { levelReason: null, before: null, after: null, witness: null, reason: null, moves: [] };
    const said = { message: 'x', operations: [], resource: 'r', where: 'w', base: place, revision: place, fingerprint };
    const judged = { impact: 'breaking', level: 'error', contract: 'wire', direction: null } as const;
    return { rule: 'type-changed', ...judged, ...said, ...rest };
  });
  const report: DiffReport = {
    format: 'specshift.diff/1',
    base: document,
    revision: document,
    policy: 'default',
    summary: summarize(findings),
    findings,
  };
  const context = { pathOf: (file: string) => file, tool: '1.0.0', failOn: 'breaking', call: '' } as const;
  const [run] = JSON.parse(renderSarif(report, context)).runs;
  expect([run.results.length, run.invocations[0].toolExecutionNotifications]).toEqual([
    25_000,
    [{ descriptor: { id: 'cut' }, level: 'warning', message: { text: '3 findings are left out.' } }],
  ]);
});
