import { describe, expect, test } from 'vitest';
import type { DiffReport, Finding, Move } from '../../diff/finding.js';
import { summarize } from '../../diff/summary.js';
import { renderText } from '../../report/text.js';

const place = { file: 'a.yaml', pointer: '#/x', line: 1, column: 2 };

let count = 0;

function finding(fields: Partial<Finding>): Finding {
  count++;
  return {
    rule: 'property-removed',
    impact: 'breaking',
    level: 'error',
    levelReason: null,
    contract: 'wire',
    direction: 'response',
    message: 'The optional property was removed.',
    operations: ['GET /pets'],
    resource: 'Pets',
    where: 'Pet.name',
    base: place,
    revision: place,
    before: null,
    after: null,
    witness: null,
    reason: null,
    moves: [],
    fingerprint: count.toString(16).padStart(8, '0').padEnd(16, '0'),
    ...fields,
  };
}

function move(fields: Partial<Move>): Move {
  return {
    end: 'to',
    part: null,
    where: 'Pet.label',
    name: 'label',
    place,
    evidence: ['the same description', 'the same type', 'nothing else went'],
    confirmed: false,
    ...fields,
  };
}

function text(
  findings: readonly Finding[],
  more: { readonly policy?: string; readonly off?: number; readonly all?: boolean } = {},
): string {
  count = 0;
  const document = { file: 'a.yaml', title: 'Pets', version: '1', openapi: '3.1.0' };
  const report: DiffReport = {
    format: 'specshift.diff/1',
    base: document,
    revision: { ...document, file: 'b.yaml', version: '2' },
    policy: more.policy ?? 'default',
    summary: summarize(findings, more.off ?? 0),
    findings,
  };
  return renderText(report, { colour: false, width: 80, ...(more.all === undefined ? {} : { all: more.all }) });
}

/** The report without its head. */
function body(...args: Parameters<typeof text>): string {
  return text(...args)
    .split('\n')
    .slice(3)
    .join('\n');
}

describe('what is alike is told together', () => {
  test('properties of one object', () => {
    const names = ['a', 'b', 'c'];
    expect(
      body(
        names.map((name) => finding({ where: `Pet.${name}`, message: `The optional property "${name}" was removed.` })),
      ),
    ).toBe(
      `Breaking on the wire (3)

  Pets
    ✗ Pet: 3 properties were removed: a, b, c [property-removed]
      a.yaml:1:2 → a.yaml:1:2
      received from GET /pets

3 changes: 3 breaking. Required version bump: major.
`,
    );
  });

  test('one message in several places, with what it is about', () => {
    const at = (path: string, part: string, message: string): Finding =>
      finding({ rule: 'type-changed', where: `GET ${path} → ${part}`, message, operations: [`GET ${path}`] });
    const paths = ['/a', '/b', '/c'];
    expect(
      body([
        ...paths.map((path) => at(path, 'path parameter id', 'The type changed.')),
        ...paths.map((path) => at(path, 'query parameter page', 'The query parameter "page" was removed.')),
        at('/a', 'path parameter key', 'The type changed.'),
      ]),
    ).toBe(`Breaking on the wire (7)

  Pets
    ✗ path parameter id: The type changed in 3 places: GET /a, GET /b, GET /c
      [type-changed]
    ✗ The query parameter "page" was removed in 3 places: GET /a, GET /b, GET /c
      [type-changed]
    ✗ GET /a → path parameter key: The type changed. [type-changed 00000007]
      a.yaml:1:2 → a.yaml:1:2

7 changes: 7 breaking. Required version bump: major.
`);
  });

  test('but not two, not those of other operations, and not with --all', () => {
    const three = ['a', 'b', 'c'].map((name) => finding({ where: `Pet.${name}`, message: `"${name}" was removed.` }));
    const entries = (shown: string): number => shown.split('\n').filter((line) => line.startsWith('    ✗')).length;
    expect([
      entries(body(three.slice(0, 2))),
      entries(
        body([...three.slice(0, 2), { ...finding({ where: 'Pet.c', message: 'It was removed.' }), operations: [] }]),
      ),
      entries(body(three, { all: true })),
      entries(body(three)),
    ]).toEqual([2, 3, 3, 1]);
  });
});

describe('what moved', () => {
  test.each([
    [[move({})], 'perhaps moved to "label": the same description, the same type, nothing\n      else went'],
    [[move({ confirmed: true, evidence: ['a hint says so'] })], 'moved to "label": a hint says so'],
    [
      [move({ part: 'a', name: 'x' }), move({ part: 'b', name: 'y' }), move({ part: 'c' })],
      'perhaps moved in parts: "a" to "x", "b" to "y", and 1 more',
    ],
    [
      [move({ end: 'from' })],
      'perhaps came from "label": the same description, the same type, nothing\n      else went',
    ],
  ])('%#', (moves, line) => {
    expect(body([finding({ moves })])).toBe(`Breaking on the wire (1)

  Pets
    ✗ Pet.name: The optional property was removed. [property-removed 00000001]
      ${line}
      a.yaml:1:2 → a.yaml:1:2
      received from GET /pets

1 change: 1 breaking. Required version bump: major.
`);
  });

  test('together is told once', () => {
    const findings = ['a', 'b', 'c'].map((name) =>
      finding({ where: `Pet.${name}`, moves: [move({ name: `data[].${name}` })] }),
    );
    expect(body(findings).split('\n').slice(3, 5)).toEqual([
      '    ✗ Pet: 3 properties were removed: a, b, c [property-removed]',
      '      perhaps moved together to "data[]"',
    ]);
  });
});

test('a level that was changed says why, and the verdict counts levels', () => {
  expect(
    body([finding({ level: 'info', levelReason: 'Nobody reads it.' })], { policy: 'strict', off: 2 }),
  ).toBe(`Breaking on the wire (1)

  Pets
    ✗ Pet.name: The optional property was removed. [property-removed 00000001]
      info: Nobody reads it.
      a.yaml:1:2 → a.yaml:1:2
      received from GET /pets

1 change: 1 breaking. Required version bump: major.
Levels of the policy "strict": 1 for information, 2 off.
`);
});

test('a long report begins with a table, tells each finding in one line, and cuts', () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    finding({
      rule: 'type-changed',
      where: `Pet${index}`,
      message: `Type ${index} changed.`,
      resource: index < 61 ? 'Pets' : 'Toys',
    }),
  );
  const safe = finding({
    rule: 'operation-added',
    impact: 'non-breaking',
    level: 'info',
    where: 'GET /toys',
    resource: 'Toys',
  });
  expect(text([...many, safe])).toBe(`Pets 1 → 2
a.yaml → b.yaml

            breaking  safe
  Pets            61     –
  Toys             9     1
  total           70     1

  breaking: 70 type-changed

Breaking on the wire (70)

  Pets
${Array.from({ length: 8 }, (_, index) => `    ✗ Pet${index}: Type ${index} changed. [type-changed 0000000${index + 1}]\n`).join('')}      … and 53 more

  Toys
${Array.from({ length: 8 }, (_, index) => `    ✗ Pet${index + 61}: Type ${index + 61} changed. [type-changed 000000${(index + 62).toString(16)}]\n`).join('')}      … and 1 more

Safe (1)

  safe: 1 operation-added

--all tells every finding in full, --format json as data, --explain <fingerprint> why one matters.

71 changes: 70 breaking, 1 safe. Required version bump: major.
`);
  expect(
    text([...many, safe], { all: true })
      .split('\n')
      .filter((line) => line.includes('[type-changed')),
  ).toHaveLength(70);
});
