import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { acceptIn } from '../../../scripts/output/edit-baseline.js';

const ENTRY = {
  fingerprint: '0123456789012345',
  version: null,
  reason: 'Nobody reads it.',
  until: '2027-01-31',
  comment: 'pet.age: The type changed.',
};

function added(text: string): string {
  return acceptIn(text, [ENTRY], 'baseline.yaml').text;
}

describe('a file without entries', () => {
  test.each([
    [
      'none',
      '',
      `# yaml-language-server: $schema=./node_modules/specshift/scripts/input/baseline-1.schema.json
# Findings that do not count, each for a reason and until a day.
accepted:
  # pet.age: The type changed.
  - fingerprint: "0123456789012345"
    reason: Nobody reads it.
    until: "2027-01-31"
`,
    ],
    [
      'of comments only, without an end of line',
      '# Ours.',
      '# Ours.\naccepted:\n  # pet.age: The type changed.\n  - fingerprint: "0123456789012345"\n    reason: Nobody reads it.\n    until: "2027-01-31"\n',
    ],
    [
      'with an empty list',
      '# Ours.\naccepted: [] # none yet\n# The end.\n',
      '# Ours.\naccepted: # none yet\n  # pet.age: The type changed.\n  - fingerprint: "0123456789012345"\n    reason: Nobody reads it.\n    until: "2027-01-31"\n# The end.\n',
    ],
    [
      'with no list',
      'accepted:\n',
      'accepted:\n  # pet.age: The type changed.\n  - fingerprint: "0123456789012345"\n    reason: Nobody reads it.\n    until: "2027-01-31"\n',
    ],
    [
      'with something else',
      'x-owner: us\n',
      'x-owner: us\naccepted:\n  # pet.age: The type changed.\n  - fingerprint: "0123456789012345"\n    reason: Nobody reads it.\n    until: "2027-01-31"\n',
    ],
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('a file with entries keeps every character, and the new one is written like them', () => {
  test.each([
    [
      'a block without indentation, in single quotes, with a comment behind',
      `accepted:
# First.
- fingerprint: 'aaaaaaaaaaaaaaaa'   # old
  reason: 'It''s ours.'
  until: '2026-12-31' # soon
# The end.
x-other: 1
`,
      ["- fingerprint: '0123456789012345'", "  reason: 'Nobody reads it.'", "  until: '2027-01-31'"],
      '# The end.',
    ],
    [
      'a deep block with a wide dash and a folded reason',
      `accepted:
    -   reason: >-
            Several
            lines.
        fingerprint: aaaaaaaaaaaaaaaa
        until: "2026-12-31"
`,
      ['    -   fingerprint: "0123456789012345"', '        reason: Nobody reads it.', '        until: "2027-01-31"'],
      '',
    ],
    [
      'braces in a block',
      `accepted:
  - { fingerprint: "aaaaaaaaaaaaaaaa", reason: Ours, until: "2026-12-31" }`,
      ['  - { fingerprint: "0123456789012345", reason: "Nobody reads it.", until: "2027-01-31" }'],
      '',
    ],
    [
      'a block whose last value is a literal',
      `accepted:
  - fingerprint: "aaaaaaaaaaaaaaaa"
    until: "2026-12-31"
    reason: |
      One.
      Two.

x-after: 1
`,
      ['  - fingerprint: "0123456789012345"', '    reason: Nobody reads it.', '    until: "2027-01-31"'],
      'x-after: 1',
    ],
  ])('%s', (_, before, lines, next) => {
    const after = added(before);
    const from = after.indexOf(`${/^ */.exec(lines[0] ?? '')?.[0]}# pet.age`);
    const block = `${/^ */.exec(lines[0] ?? '')?.[0]}# pet.age: The type changed.\n${lines.join('\n')}\n`;
    expect(after.slice(from, from + block.length)).toBe(block);
    const rest = after.slice(0, from) + after.slice(from + block.length);
    expect(rest).toBe(before.endsWith('\n') ? before : `${before}\n`);
    expect(
      after
        .slice(from + block.length)
        .trimStart()
        .split('\n')[0],
    ).toBe(next);
    expect(parseDocument(after).errors).toEqual([]);
  });

  test('line ends of Windows', () => {
    const before =
      'accepted:\r\n  - fingerprint: "aaaaaaaaaaaaaaaa"\r\n    reason: Ours\r\n    until: "2026-12-31"\r\n';
    expect(added(before)).toBe(
      `${before}  # pet.age: The type changed.\r\n  - fingerprint: "0123456789012345"\r\n    reason: Nobody reads it.\r\n    until: "2027-01-31"\r\n`,
    );
  });

  test.each([
    [
      'JSON',
      '{"accepted": [{"fingerprint": "aaaaaaaaaaaaaaaa", "reason": "Ours", "until": "2026-12-31"}]}\n',
      '{"accepted": [{"fingerprint": "aaaaaaaaaaaaaaaa", "reason": "Ours", "until": "2026-12-31"}, {"fingerprint": "0123456789012345", "reason": "Nobody reads it.", "until": "2027-01-31"}]}\n',
    ],
    [
      'JSON on many lines',
      '{\n  "accepted": [\n    { "fingerprint": "aaaaaaaaaaaaaaaa", "reason": "Ours", "until": "2026-12-31" }\n  ]\n}\n',
      '{\n  "accepted": [\n    { "fingerprint": "aaaaaaaaaaaaaaaa", "reason": "Ours", "until": "2026-12-31" },\n    { "fingerprint": "0123456789012345", "reason": "Nobody reads it.", "until": "2027-01-31" }\n  ]\n}\n',
    ],
    [
      'JSON without entries',
      '{"accepted": []}\n',
      '{"accepted": [{"fingerprint": "0123456789012345", "reason": "Nobody reads it.", "until": "2027-01-31"}]}\n',
    ],
    [
      'brackets with a comma at the end',
      'accepted: [\n  {fingerprint: "aaaaaaaaaaaaaaaa", reason: Ours, until: "2026-12-31"},\n]\n',
      'accepted: [\n  {fingerprint: "aaaaaaaaaaaaaaaa", reason: Ours, until: "2026-12-31"},\n  {fingerprint: "0123456789012345", reason: "Nobody reads it.", until: "2027-01-31"}\n]\n',
    ],
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('an entry that is there already', () => {
  test('is renewed in its place and quotes', () => {
    const before = `accepted:
  # Why it is here.
  - until: '2020-01-01' # over
    fingerprint: "0123456789012345"
    reason: Former.
  - {fingerprint: "aaaaaaaaaaaaaaaa", reason: Other, until: "2026-12-31"}
`;
    const { text, renewed } = acceptIn(before, [ENTRY], 'baseline.yaml');
    expect([...renewed]).toEqual(['0123456789012345']);
    expect(text).toBe(before.replace("'2020-01-01'", "'2027-01-31'").replace('Former.', 'Nobody reads it.'));
  });

  test('with a reason of many lines gets one line', () => {
    const before = `accepted:
  - fingerprint: "0123456789012345"
    reason: |
      One.
      Two.
    until: "2020-01-01"
`;
    expect(acceptIn(before, [ENTRY], 'baseline.yaml').text).toBe(`accepted:
  - fingerprint: "0123456789012345"
    reason: Nobody reads it.
    until: "2027-01-31"
`);
  });
});

describe('hostile texts', () => {
  const hostile = [
    'a\nb: c',
    '# no comment',
    ': x',
    '"quoted"',
    "it's",
    'true',
    '12',
    'a: b',
    '- a',
    '\u2028',
    '\u0085',
    '@x',
    '%x',
    '{a',
    'a #b',
    ' a ',
  ];

  test.each(hostile)('%j is a reason like any other, and a comment of one line', (text) => {
    for (const before of [
      '',
      "accepted:\n  - {fingerprint: 'aaaaaaaaaaaaaaaa', reason: 'x', until: '2026-12-31'}\n",
      'accepted:\n- fingerprint: "aaaaaaaaaaaaaaaa"\n  reason: "x"\n  until: "2026-12-31"\n',
      'accepted: [{fingerprint: aaaaaaaaaaaaaaaa, reason: x, until: "2026-12-31"}]\n',
    ]) {
      const after = acceptIn(before, [{ ...ENTRY, reason: text, comment: text }], 'baseline.yaml').text;
      const document = parseDocument(after);
      expect(document.errors).toEqual([]);
      expect(document.toJS().accepted.at(-1)).toEqual({
        fingerprint: '0123456789012345',
        reason: text,
        until: '2027-01-31',
      });
    }
  });
});

test('a file that is written in another way is left alone', () => {
  for (const text of ['- a\n', 'accepted: &a\n  - *a\n', 'just text\n']) {
    expect(() => acceptIn(text, [ENTRY], 'b.yaml')).toThrow(
      '"b.yaml" is written in a way that cannot be edited. Give it a list "accepted:" of mappings.',
    );
  }
});
