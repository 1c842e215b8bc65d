import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { root } from '../../shared.js';
import { BASE, REVISION } from './pets.js';

let folder = '';
const ACCEPT = "x-specshift-accept: [{rule: type-changed, reason: 'Ours.', until: '2026-12-31'}]";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-exempt-'));
  writeFileSync(join(folder, 'base.yaml'), BASE);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function gate(revision: string, ...args: readonly string[]) {
  writeFileSync(join(folder, 'revision.yaml'), revision);
  return runCommand(['gate', 'base.yaml', 'revision.yaml', '--today', '2026-06-01', ...args], { cwd: folder });
}

const onProperty = REVISION.replace('age: {type: string}', `age: {type: string, ${ACCEPT}}`);
const onSchema = REVISION.replace('Pet: {type: object,', `Pet: {type: object, ${ACCEPT},`);
const onOperation = REVISION.replace('    get:\n', `    get:\n      ${ACCEPT}\n`);
const onPath = REVISION.replace('    get:\n', `    ${ACCEPT}\n    get:\n`);

describe('an exemption in the document', () => {
  test.each([
    ['at the element', onProperty, 0],
    ['around it', onSchema, 0],
    ['at the only operation that it reaches', onOperation, 0],
    ['at the path of the operation, where it does not stand', onPath, 1],
    ['at another element', REVISION.replace('name: {type: string}', `name: {type: string, ${ACCEPT}}`), 1],
    ['for another rule', onProperty.replace('rule: type-changed', 'rule: property-removed'), 1],
    ['that is over', onProperty.replace('2026-12-31', '2026-05-31'), 1],
    ['in an example', REVISION.replace('age: {type: string}', `age: {type: string, example: {${ACCEPT}}}`), 1],
    [
      'that is a property of that name',
      REVISION.replace('properties: {name:', 'properties: {x-specshift-accept: {type: string}, name:'),
      1,
    ],
  ])('%s', async (_, revision, code) => {
    const result = await gate(revision);
    expect([result.code, result.stderr]).toEqual([code, '']);
  });

  test('at one of two operations does not hold for the other', async () => {
    const other = `
  /pets:
    get:
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:`;
    writeFileSync(join(folder, 'base.yaml'), BASE.replace('\ncomponents:', other));
    expect((await gate(onOperation.replace('\ncomponents:', other))).code).toBe(1);
    writeFileSync(join(folder, 'base.yaml'), BASE);
  });

  test.each([
    [
      'that is an element',
      'pet.yaml',
      'pet.yaml',
      `{type: object, ${ACCEPT}, properties: {name: {type: string}, age: {type: string}}}`,
      0,
    ],
    [
      'that holds elements',
      'all.yaml#/Pet',
      'all.yaml',
      `Pet: {type: object, ${ACCEPT}, properties: {name: {type: string}, age: {type: string}}}`,
      0,
    ],
    [
      'in another place',
      'all.yaml#/Pet',
      'all.yaml',
      `Pet: {properties: {name: {type: string}, age: {type: string}}}\nOther: {${ACCEPT}}`,
      1,
    ],
  ])('in a file %s', async (_, reference, file, text, code) => {
    const component = /Pet: \{type: object.*\}\}/;
    writeFileSync(join(folder, file), text);
    const result = await gate(REVISION.replace(component, `Pet: {$ref: '${reference}'}`));
    expect([result.code, result.stderr]).toEqual([code, '']);
    if (code === 0) expect(result.stdout).toContain(`    until 2026-12-31: Ours. (in the document ${file}:1:`);
  });

  test('at an operation of another file holds for what only it carries', async () => {
    const [, item = ''] = /\{id\}:\n((?: {4}.*\n)+)/.exec(REVISION) ?? [];
    const item2 = item
      .replaceAll('#/components', 'revision.yaml#/components')
      .replace('    get:\n', `    get:\n      ${ACCEPT}\n`);
    writeFileSync(join(folder, 'item.yaml'), item2.replaceAll(/^ {4}/gm, ''));
    const result = await gate(REVISION.replace(item, '    $ref: item.yaml\n'));
    expect([result.code, result.stderr]).toEqual([0, '']);
  });

  test('in an overlay holds for what the overlay changes', async () => {
    const update = `{type: string, ${ACCEPT}}`;
    const action = `{target: "$.components.schemas.Pet.properties.age", update: ${update}}`;
    writeFileSync(join(folder, 'o.yaml'), `overlay: 1.0.0\ninfo: {title: o, version: '1'}\nactions: [${action}]\n`);
    const { code, stderr, stdout } = await gate(BASE, '--revision-overlay', 'o.yaml');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('    until 2026-12-31: Ours. (in the document o.yaml:3:');
  });

  test('is visible, and can be passed over', async () => {
    const text = await gate(onProperty);
    expect(text.stdout).toContain('    until 2026-12-31: Ours. (in the document revision.yaml:16:');
    const [sarif, markdown, junit, gitlab, github] = await Promise.all(
      ['sarif', 'markdown', 'junit', 'gitlab', 'github'].map(
        async (format) => (await gate(onProperty, '-f', format)).stdout,
      ),
    );
    expect(sarif).toContain(
      '"suppressions":[{"kind":"inSource","status":"accepted","justification":"Accepted until 2026-12-31: Ours.',
    );
    expect(markdown).toContain('until 2026-12-31: Ours. (in the document, `revision.yaml:16:');
    for (const format of [junit, gitlab, github])
      expect(format).toContain('Accepted until 2026-12-31: Ours. (in the document itself');
    const { stdout: json } = await gate(onOperation, '-f', 'json');
    const schemas = ['diff-1', 'gate-1'].map((name) =>
      JSON.parse(readFileSync(join(root, `report/${name}.schema.json`), 'utf8')),
    );
    const ajv = new Ajv2020({ schemas, formats: { date: true } });
    expect([ajv.validate('urn:specshift:gate:1', JSON.parse(json)), ajv.errors]).toEqual([true, null]);
    expect((await gate(onProperty, '--ignore-exemptions')).code).toBe(1);
    expect((await runCommand(['diff', 'base.yaml', 'revision.yaml'], { cwd: folder })).code).toBe(1);
  });

  test.each([
    [
      `${REVISION}${ACCEPT}\n`,
      '17:21 [exemption] #/x-specshift-accept "x-specshift-accept" belongs to an element or an operation, for it holds for all that stands inside.',
    ],
    [
      onProperty.replace(/\[\{rule.*?\}\]/, 'all'),
      '16:100 [exemption] #/components/schemas/Pet/properties/age/x-specshift-accept "x-specshift-accept" must be a list of {rule, reason, until}, not a string.',
    ],
    [
      onProperty.replace("reason: 'Ours.', ", ''),
      '16:101 [exemption] #/components/schemas/Pet/properties/age/x-specshift-accept/0 "reason" must be text that is not empty.',
    ],
    [
      onProperty.replace('2026-12-31', '2026-13-31'),
      '16:146 [exemption] #/components/schemas/Pet/properties/age/x-specshift-accept/0/until "until" must be a day such as "2027-01-31", not "2026-13-31".',
    ],
    [
      onProperty.replace('type-changed', 'type-chnaged'),
      '16:108 [exemption] #/components/schemas/Pet/properties/age/x-specshift-accept/0/rule There is no rule "type-chnaged". Did you mean "type-changed"?',
    ],
  ])('that is not well written decides nothing (%#)', async (revision, message) => {
    expect(await gate(revision)).toEqual({ code: 2, stdout: '', stderr: `revision.yaml:${message}\n` });
  });

  test('takes no longer where a document is deep, or repeats itself', async () => {
    const deep = `${'{"items":'.repeat(5_000)}{}${'}'.repeat(5_000)}`;
    const bomb = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? 'x-0: &a0 {a: 1}' : `x-${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
    ).join('\n');
    const { code } = await gate(`${REVISION}    Deep: ${deep}\n${bomb}\n`);
    expect([1, 2]).toContain(code);
  });
});
