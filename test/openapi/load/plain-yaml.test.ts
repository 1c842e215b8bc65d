import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locate } from '../../../openapi/load/loaded-file.js';
import { parseAnyYaml } from '../../../openapi/load/parse-yaml.js';
import { readPlainYaml } from '../../../openapi/load/plain-yaml.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import type { Json } from '../../../openapi/source/json.js';
import { decodeSource, SourceText } from '../../../openapi/source/text.js';
import { runs, seed } from '../../fuzz.js';
import { hasShared, shared } from '../../shared.js';

/** A value with the offsets of each of its members, or of one in so many, as text. */
function placed(value: Json, locate: Locate, step: number): string {
  let count = 0;
  const lines: string[] = [];
  const visit = (at: Json, segments: readonly string[]): void => {
    const offsets = count++ % step === 0 ? locate(segments) : undefined;
    const isContainer = typeof at === 'object' && at !== null;
    const shown = isContainer ? (Array.isArray(at) ? '[]' : '{}') : `${typeof at} ${String(at)}`;
    lines.push(`${segments.at(-1)} ${offsets?.key} ${offsets?.value} ${shown}`);
    if (!isContainer) return;
    for (const [key, member] of Object.entries<Json | undefined>(at)) visit(member ?? null, [...segments, key]);
  };
  visit(value, []);
  return lines.join('\n');
}

/** What the full reader reads; `undefined` where it refuses. */
function fully(text: string, step = 1): string | undefined {
  try {
    const { value, locate } = parseAnyYaml(new SourceText('a.yaml', text));
    return placed(value, locate, step);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

function plainly(text: string, step = 1): string | undefined {
  const plain = readPlainYaml(text);
  return plain && placed(plain.value, (segments) => plain.members.locate(segments), step);
}

const LINES = `---
# a comment
openapi: 3.0.1
info:
  title: A title # with a comment
  version: '2.10'
  "quoted key": "a \\"b\\" \\n \\u00e9 \\x41"
  'it''s': 'a ''b'' c'
  empty:
  tilde: ~
  url: http://a.test/b#c
  text: a: b
  plain text
    over several

    lines
  folded: >-
    some words
      more indented

    and more

  literal: |+
    one

    two

  explicit: |2
      three
  kept: >

    four
paths:
  /a/{id}:
  - one
  -  two
  - key: value
    other: -1
  - - nested
    - again
  -
    deep: true
  - |
    text
  - "quoted": x
  -
  numbers: [1, 2.5, -3, 0x1F, a b, "c", 'd', {}, [[]]]
  flow: { a: 1, "b": [ null ], c: {d: e} }
  none: []
    nothing: {}
  "double
    over lines \\
    escaped"
  long: "double
    over lines \\
    escaped"
  single: 'single
    over

    lines'
  $ref: '#/a/b'
  a-b/{c}.d: a (b), c
  - true
  - 'e f'
  '200':
    null: yes
    constructor: 1
    __proto__: 2
    <<: 3
    a b: c
    a:b: c
    - d
    ? e
    : f
    g: &anchor h
    i: *anchor
    j: !tag k
    l: %m
    n: @o
  ...
end: .5`.split('\n');

const BASE = LINES.filter(
  (line) =>
    !/^ {2}(text: a: b|plain text|\.\.\.|"double)|^ {4}(over|lines|nothing|<<|-|\?|:|[gijln]:)|^ {4}escaped/.test(
      line,
    ) || line === '    over lines \\',
);

const edit = fc.record({
  kind: fc.constantFrom('delete line', 'insert line', 'indent', 'insert', 'delete', 'swap'),
  at: fc.nat(),
  other: fc.nat(),
  text: fc.constantFrom(
    ...' \n:#-\'"|>[]{},&*!?%@`\\~'.split(''),
    ': ',
    ' #',
    '- ',
    '  ',
    '\n\n',
    '\t',
    '\r\n',
    'é',
    '\n  ',
    '1',
  ),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(lines: readonly string[], { kind, at, other, text }: Edit): string[] {
  const copy = [...lines];
  const line = at % Math.max(1, copy.length);
  const content = copy[line] ?? '';
  const column = other % (content.length + 1);
  if (kind === 'delete line') copy.splice(line, 1);
  else if (kind === 'insert line') copy.splice(line, 0, LINES[other % LINES.length] ?? '');
  else if (kind === 'indent') copy[line] = other % 2 === 0 ? ` ${content}` : content.replace(/^ /, '');
  else if (kind === 'insert') copy[line] = content.slice(0, column) + text + content.slice(column);
  else if (kind === 'delete') copy[line] = content.slice(0, column) + content.slice(column + 1);
  else copy[line] = content.trimStart().padStart(content.length + (other % 5) - 2);
  return copy;
}

describe('plain YAML', () => {
  const valid = LINES.map((line, index) => ({ line, index }));

  test.each(valid)('$index $line', ({ line }) => {
    for (const text of [
      `${line}\n`,
      `a:\n  ${line}\n`,
      `a:\n- ${line}\n`,
      `a: ${line}\nb: c\n`,
      `  ${line}\n  b: c\n`,
    ]) {
      const plain = plainly(text);
      if (plain !== undefined) expect(plain, text).toBe(fully(text));
    }
  });

  test('is read as the full reader reads it, or not at all', () => {
    let count = 0;
    const end = performance.now() + 6_000;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.nat(), fc.nat(), (edits, from, length) => {
        const start = from % BASE.length;
        const part = ['a: b', ...BASE.slice(start, start + 3 + (length % 30))];
        const text = `${edits.reduce(edited, part).join('\n')}${length % 3 === 0 ? '' : '\n'}`;
        const plain = plainly(text);
        if (plain === undefined) return;
        count++;
        expect(plain, text).toBe(fully(text));
      }),
      {
        numRuns: runs(30_000),
        seed: seed(5),
        interruptAfterTimeLimit: Math.max(0, end - performance.now()),
        markInterruptAsFailure: false,
      },
    );
    // A reader that refuses everything would pass.
    expect(count).toBeGreaterThan(500);
  });
});

const folders = ['intercom/official', 'intercom/snapshots', 'pairs', 'real-world', 'peer-cases', 'probes', 'hostile'];
const files = hasShared
  ? folders.flatMap((folder) =>
      readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
  : [];

describe.skipIf(!hasShared)('published documents', () => {
  test('are read by both readers alike', () => {
    let count = 0;
    for (const file of files) {
      let text: string;
      try {
        text = decodeSource(file, readFileSync(file)).text;
      } catch {
        continue;
      }
      const step = Math.ceil(text.length / 20_000);
      const plain = plainly(text, step);
      if (plain === undefined) continue;
      count++;
      expect(plain === fully(text, step), file).toBe(true);
    }
    expect(count).toBeGreaterThan(files.length / 2);
  }, 60_000);

  test.each(['2.15', 'preview'])('%s, which is large, is plain', (version) => {
    const text = readFileSync(join(shared, 'intercom/official', `${version}.yaml`), 'utf8');
    expect(readPlainYaml(text)).toBeDefined();
  });
});
