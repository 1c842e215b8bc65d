import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { root } from '../shared.js';

const cwd = join(root, 'test/scripts/fixtures/shop');

const PROVED = `Claims about Shop

2: Changelog of version 2, February 2026
                           claims  proved  contradicted  no evidence
  endpoint-added                1       1             –            –
  field-retyped                 1       1             –            –
  enum-value-added              1       1             –            –
  response-status-removed       1       1             –            –
  said to break callers         2       2             –            –
  total                         4       4             –            –

Changed in 2 and never announced (2)
  · An order may be lost [dangerous]
    source: seen in the documents
  · Refunds came [non-breaking]
    source: seen in the documents

4 of 4 claims are proved.
Of the 2 that say that callers break, 2 are proved.
2 of 2 unannounced changes are proved.
Every finding is explained.
`;

const OTHERS = `Claims about Shop, held against the documents in others

2: Changelog of version 2, February 2026
                           claims  proved  contradicted  no evidence  no document
  endpoint-added                1       –             –            –            1
  field-retyped                 1       –             1            –            –
  enum-value-added              1       –             1            –            –
  response-status-removed       1       –             1            –            –
  said to break callers         2       –             2            –            –
  total                         4       –             3            –            1

Not proved of 2 (4)

  ✗ owner-text: contradicted [specs/shop/changelog/2.yaml:4:5]
      The owner of an order is text
      item 1, GET /orders/{}: schema.type.changed: "integer" → "boolean". Base: integer. Revision: boolean. Asked for:
      before {"type":"integer"}, after {"type":"string"}.
      others/1.yaml:24:17 → others/2.yml:20:17
  ✗ void: contradicted [specs/shop/changelog/2.yaml:13:5]
      An order may be void
      item 1, GET /orders/{order_id}: schema.enum.changed: nothing → "lost". Base: string, one of "open", "paid".
      Revision: string, one of "open", "paid", "lost". Asked for: value "void".
      others/1.yaml:25:31 → others/2.yml:21:31
  ✗ no-404: contradicted [specs/shop/changelog/2.yaml:30:5]
      An order that is missing is no 404 any more
      item 1, GET /orders/{id}: Both documents have it.
      others/1.yaml:14:9 → others/2.yml:14:9
  ? refunds-in-between: no evidence [specs/shop/changelog/2.yaml:46:5]
      Refunds came
      item 1, GET /refunds: Neither document has this operation.

1 → 2: what no claim explains (3 of 4 findings)

  Breaking on the wire (3)
    ✗ GET /carts: The operation was removed. [operation-removed 41c22885]
    ✗ Order.note: The optional property "note" was removed. [property-removed 2f03bba8]
    ✗ Order.owner: The type changed from integer to boolean. [type-changed 9f8bfae8]
      proof: true is valid in the revision and invalid in the base

Changed in 2 and never announced (2)
  · An order may be lost [dangerous]
    source: seen in the documents
  · Refunds came [no evidence]
    source: seen in the documents

0 of 4 claims are proved; 3 contradicted, 1 without a document.
Of the 2 that say that callers break, 0 are proved; 2 contradicted.
1 of 2 unannounced changes are proved.
3 findings are explained by no claim, 3 of them breaking.
Without a document: 2@release
`;

describe('changelog check', () => {
  test('passes where every claim is proved and every finding explained', async () => {
    expect(await runCommand(['changelog', 'check', 'shop'], { cwd })).toEqual({ code: 0, stdout: PROVED, stderr: '' });
    expect(await runCommand(['changelog', 'check', 'shop', '2'], { cwd })).toEqual({
      code: 0,
      stdout: PROVED,
      stderr: '',
    });
  });

  test('holds the same claims against other documents of the same versions', async () => {
    const result = await runCommand(['changelog', 'check', 'shop', '--documents', 'others/'], { cwd, width: 120 });
    expect(result).toEqual({ code: 1, stdout: OTHERS.replace('in others\n', 'in others/\n'), stderr: '' });
  });

  test('says the same as data that keeps to its schema, and on every run the same', async () => {
    const schemas = ['diff', 'changelog'].map((name) => {
      return JSON.parse(readFileSync(join(root, `report/${name}-1.schema.json`), 'utf8'));
    });
    const validate = new Ajv2020({ schemas }).getSchema('urn:specshift:changelog:1');
    for (const more of [[], ['--documents', 'others']]) {
      const args = ['changelog', 'check', 'shop', '--format', 'json', ...more];
      const [one, other] = [await runCommand(args, { cwd }), await runCommand(args, { cwd })];
      expect(other).toEqual(one);
      expect(validate?.(JSON.parse(one.stdout)) === true ? [] : validate?.errors).toEqual([]);
    }
    const { stdout } = await runCommand(['changelog', 'check', 'shop', '-f', 'json'], { cwd });
    const { format, passed, counts, breaking, pairs, missing, documents } = JSON.parse(stdout);
    const all = { claims: 4, proved: 4, contradicted: 0, noEvidence: 0, noDocument: 0 };
    expect({ format, passed, counts, breaking, missing, documents }).toEqual({
      format: 'specshift.changelog/1',
      passed: true,
      counts: all,
      breaking: { ...all, claims: 2, proved: 2 },
      missing: [],
      documents: null,
    });
    expect(pairs).toEqual([pair('1', '2', 'specs/shop/1.yaml', 4), pair('2@release', '2', 'specs/shop/2.yaml', 1)]);
  });

  test('writes Markdown to publish', async () => {
    const args = ['changelog', 'check', 'shop', '--documents', 'others', '--format', 'markdown'];
    const { stdout } = await runCommand(args, { cwd });
    expect(stdout.split('\n').filter((line) => /^#|^\| (?:total|kind)|^- \*\*/.test(line))).toEqual([
      '# What the changelogs of Shop say, and what its documents show',
      '## 2',
      '| kind of claim | claims | proved | contradicted | no evidence | no document |',
      '| total | 4 | 0 | 3 | 0 | 1 |',
      '## Not proved of 2 (4)',
      '- **contradicted** The owner of an order is text (`owner-text`)',
      '- **contradicted** An order may be void (`void`)',
      '- **contradicted** An order that is missing is no 404 any more (`no-404`)',
      '- **no evidence** Refunds came (`refunds-in-between`)',
      '## 1 → 2: what no claim explains (3 of 4 findings)',
      '### Breaking on the wire (3)',
      '## Changed in 2 and never announced (2)',
    ]);
  });

  test.each([
    [['changelog'], 'changelog takes check or write. See "specshift --help".'],
    [['changelog', 'chekc', 'shop'], 'changelog takes check or write, not "chekc". See "specshift --help".'],
    [
      ['changelog', 'check'],
      'changelog check takes an API and perhaps a version: specshift changelog check <api> [<version>].',
    ],
    [['changelog', 'check', 'shpo'], 'There is no API "shpo". Did you mean "shop"?'],
    [['changelog', 'check', '__proto__'], 'There is no API "__proto__".'],
    [
      ['changelog', 'check', 'shop', '1'],
      'shop has no claims about version "1". Did you mean "2"? There are claims about 2.',
    ],
    [['changelog', 'check', 'shop', '9'], 'shop has no version "9". Did you mean "2"? There are claims about 2.'],
    [
      ['changelog', 'check', 'shop', '--documents', 'nowhere'],
      'The folder "nowhere" cannot be read: it does not exist.',
    ],
    [
      ['changelog', 'check', 'shop', '--policy', 'strct'],
      'There is no policy "strct". Did you mean "strict"? The policies are default, strict, intercom.',
    ],
  ])('%j cannot be done', async (args, message) => {
    expect(await runCommand(args, { cwd })).toEqual({ code: 2, stdout: '', stderr: `specshift: ${message}\n` });
  });
});

function pair(base: string, revision: string, file: string, findings: number) {
  const files = { base: file, revision: 'specs/shop/2.yaml' };
  return { base, revision, files, whole: true, findings, unexplained: [], partly: [] };
}
