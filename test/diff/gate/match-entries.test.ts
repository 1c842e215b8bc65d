import { describe, expect, test } from 'vitest';
import { diffWithChanges } from '../../../diff/diff.js';
import type { AcceptedEntry, AcceptedTarget } from '../../../diff/gate/acceptance.js';
import { matchEntries } from '../../../diff/gate/match-entries.js';
import { readText } from '../../documents.js';

const BASE = `openapi: 3.1.0
info: {title: Users, version: '1'}
paths:
  /users/{id}: &item
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: A user.
          content: {application/json: {schema: {$ref: '#/components/schemas/user'}}}
  /names:
    get:
      responses:
        '200':
          description: Names.
          content: {application/json: {schema: {$ref: '#/components/schemas/username'}}}
  /both:
    get:
      responses:
        '200': {description: A user., content: {application/json: {schema: {$ref: '#/components/schemas/user'}}}}
components:
  schemas:
    user: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: integer}}}
    username: {type: object, properties: {c: {type: integer}}}
`.replace('&item', '');
const REVISION = BASE.replace('a: {type: string}, b: {type: string}, c: {type: integer}', 'c: {type: string}').replace(
  'username: {type: object, properties: {c: {type: integer}}}',
  'username: {type: object, properties: {c: {type: string}}}',
);

const compared = await diffWithChanges(await readText(BASE), await readText(REVISION));
const { findings } = compared.report;
const named = (rule: string, where: string): string =>
  findings.find((finding) => finding.rule === rule && finding.where === where)?.fingerprint ?? 'none';
const userC = named('type-changed', 'user.c');

function entry(target: AcceptedTarget, until = '2030-01-01'): AcceptedEntry {
  const place = { file: 'baseline.yaml', pointer: '#/accepted/0', line: 1, column: 1 };
  return { source: 'baseline', target, version: null, reason: 'Why.', until, place };
}

function at(rule: string, pointer: string, operation: string | null = null): AcceptedEntry {
  return entry({ kind: 'place', rule, pointer, operation });
}

/** What became of entries, and what they accept. */
function outcome(...entries: readonly AcceptedEntry[]) {
  const { accepted, entries: reports } = matchEntries(entries, findings, compared.changes, '2029-12-31');
  return { accepted: [...accepted.keys()].sort(), statuses: reports.map(({ status }) => status) };
}

const USER = '#/components/schemas/user';

describe('what an entry names', () => {
  test('the findings of the example', () => {
    expect(findings.map(({ rule, where, operations }) => [rule, where, operations.length])).toEqual([
      ['property-removed', 'user.a', 2],
      ['property-removed', 'user.b', 2],
      ['type-changed', 'user.c', 2],
      ['type-changed', 'username.c', 1],
    ]);
  });

  test.each([
    ['a fingerprint', entry({ kind: 'fingerprint', fingerprint: userC }), 'used', [userC]],
    ['a fingerprint of nothing', entry({ kind: 'fingerprint', fingerprint: '0'.repeat(16) }), 'unused', []],
    ['a rule and an element', at('type-changed', `${USER}/properties/c`), 'used', [userC]],
    ['with the keyword that changed', at('type-changed', `${USER}/properties/c/type`), 'used', [userC]],
    ['with percent signs', at('type-changed', `#/components/schemas/%75ser/properties/c`), 'used', [userC]],
    ['with its file', at('type-changed', `api.yaml${USER}/properties/c`), 'used', [userC]],
    ['with another file', at('type-changed', `pi.yaml${USER}/properties/c`), 'unused', []],
    ['another rule', at('type-narrowed', `${USER}/properties/c`), 'unused', []],
    ['the element around', at('type-changed', USER), 'unused', []],
    [
      'a removed element',
      at('property-removed', `${USER}/properties/a`),
      'used',
      [named('property-removed', 'user.a')],
    ],
    // Where the removed elements were, each later removal would be accepted too.
    ['the place of removed elements in the revision', at('property-removed', `${USER}/properties`), 'unused', []],
    [
      'with its only operation, whatever the parameter is called',
      at('type-changed', '#/components/schemas/username/properties/c', 'GET /names'),
      'used',
      [named('type-changed', 'username.c')],
    ],
    ['with an operation of several', at('type-changed', `${USER}/properties/c`, 'GET /users/{other}'), 'ambiguous', []],
    ['with another operation', at('type-changed', `${USER}/properties/c`, 'GET /names'), 'unused', []],
  ] as const)('%s', (_, one, status, accepted) => {
    expect(outcome(one)).toEqual({ accepted, statuses: [status] });
  });
});

describe('what becomes of it', () => {
  test('the last day counts, and the next one does not', () => {
    const ends = (until: string) => outcome(entry({ kind: 'fingerprint', fingerprint: userC }, until)).statuses;
    expect([ends('2029-12-31'), ends('2029-12-30')]).toEqual([['used'], ['expired']]);
  });

  test('an expired entry says whether there is still something to it', () => {
    const { entries } = matchEntries(
      [
        entry({ kind: 'fingerprint', fingerprint: userC }, '2020-01-01'),
        entry({ kind: 'fingerprint', fingerprint: '0'.repeat(16) }, '2020-01-01'),
      ],
      findings,
      compared.changes,
      '2029-12-31',
    );
    expect(entries.map(({ message, fingerprints }) => [message, fingerprints])).toEqual([
      ['It ended on 2020-01-01: what it names counts again.', [userC]],
      ['It ended on 2020-01-01, and what it names is no longer found. Remove it.', []],
    ]);
  });

  test('a second entry for the same is repeated', () => {
    const twice = [entry({ kind: 'fingerprint', fingerprint: userC }), at('type-changed', `${USER}/properties/c`)];
    expect(outcome(...twice)).toEqual({ accepted: [userC], statuses: ['used', 'repeated'] });
  });

  test('an expired entry does not keep another from accepting', () => {
    const twice = [
      entry({ kind: 'fingerprint', fingerprint: userC }, '2020-01-01'),
      at('type-changed', `${USER}/properties/c`),
    ];
    expect(outcome(...twice)).toEqual({ accepted: [userC], statuses: ['expired', 'used'] });
  });

  test('one that names several accepts none of them, and lists them', async () => {
    const text = (bounds: string): string => BASE.replace('b: {type: string}', `b: {type: string, ${bounds}}`);
    const [base, revision] = [text('minLength: 1, maxLength: 9'), text('minLength: 0, maxLength: 10')];
    const other = await diffWithChanges(await readText(base), await readText(revision));
    const loosened = other.report.findings.filter(({ rule }) => rule === 'bound-loosened');
    expect(loosened).toHaveLength(2);
    const element = at('bound-loosened', `${USER}/properties/b`);
    const { accepted, entries } = matchEntries([element], other.report.findings, other.changes, '2029-12-31');
    expect([[...accepted], entries[0]?.status, entries[0]?.message]).toEqual([
      [],
      'ambiguous',
      `It names 2 findings: ${loosened.map(({ fingerprint, where }) => `${fingerprint} (${where})`).join(', ')}. Give the fingerprint of the one that is meant.`,
    ]);
  });
});

describe('fingerprints of findings that stay', () => {
  const fingerprints = async (base: string, revision: string): Promise<readonly string[]> => {
    const { report } = await diffWithChanges(await readText(base), await readText(revision));
    return report.findings.map(({ fingerprint }) => fingerprint).sort();
  };
  const all = findings.map(({ fingerprint }) => fingerprint).sort();

  test.each([
    ['rewording', (text: string) => text.replaceAll('A user.', 'Somebody.').replace('title: Users', 'title: People')],
    ['lines that move', (text: string) => `# A comment.\n\n${text.replace('paths:', '\n\npaths:')}`],
    [
      'another order of keys',
      (text: string) => text.replace(/^( {4})(user: .*)\n( {4})(username: .*)$/m, '$3$4\n$1$2'),
    ],
    [
      'another name of a path parameter',
      (text: string) => text.replace('{id}', '{key}').replace('name: id', 'name: key'),
    ],
    ['another line of the specification', (text: string) => text.replace('openapi: 3.1.0', 'openapi: 3.1.1')],
  ])('%s', async (_, edit) => {
    expect([edit(BASE), edit(REVISION)]).not.toEqual([BASE, REVISION]);
    expect(await fingerprints(edit(BASE), edit(REVISION))).toEqual(all);
  });
});
