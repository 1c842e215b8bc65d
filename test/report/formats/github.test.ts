import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { type Block, cutBlocks } from '../../../report/cut-blocks.js';
import { HOSTILE, hostileReports } from './hostile-reports.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

function unescaped(text: string, ...tokens: readonly (readonly [string, string])[]): string {
  return [['%0D', '\r'], ['%0A', '\n'], ...tokens, ['%25', '%']].reduce(
    (result, [from = '', to = '']) => result.replaceAll(from, to),
    text,
  );
}

/** Reads a log as the runner of GitHub Actions does: what is a command, of both of its kinds, and what is only text. */
function readLog(log: string): { readonly commands: readonly Command[]; readonly texts: readonly string[] } {
  const commands: Command[] = [];
  const texts: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/)) {
    const start = line.trimStart();
    const end = start.startsWith('::') ? start.indexOf('::', 2) : -1;
    const old = /##\[([\w-]+)/.exec(line);
    if (end < 0 && old === null) texts.push(line);
    if (end < 0 && old !== null) commands.push({ name: `old ${old[1]}`, properties: {}, data: line });
    if (end < 0) continue;
    const [name = '', ...rest] = start.slice(2, end).split(' ');
    const pairs = rest
      .join(' ')
      .split(',')
      .filter((pair) => pair !== '');
    const properties = pairs.map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), unescaped(pair.slice(equals + 1), ['%3A', ':'], ['%2C', ','])];
    });
    commands.push({ name, properties: Object.fromEntries(properties), data: unescaped(start.slice(end + 2)) });
  }
  return { commands, texts: texts.filter((line) => line !== '') };
}

describe('annotations', async () => {
  for (const { name, text } of await hostileReports('github')) {
    test(`of ${name} are the ten worst of each kind, at their lines`, () => {
      const { commands, texts } = readLog(text);
      expect(texts).toEqual([]);
      const kinds = commands.map((command) => command.name);
      expect(kinds).toEqual([
        ...Array.from({ length: 10 }, () => 'error'),
        ...(name === 'gate' ? ['warning', 'notice', 'notice'] : []),
      ]);
      const errors = commands.filter((command) => command.name === 'error');
      for (const { properties } of errors.slice(0, -1)) {
        const { file, line, col, title = '', ...others } = properties;
        expect([file, line, others]).toEqual(['top/revision b%0A.json', '1', {}]);
        expect(Number(col)).toBeGreaterThan(0);
        expect(title).toMatch(/^specshift: type-changed [0-9a-f]{8}$/);
      }
      const left = name === 'gate' ? 10 : 11;
      expect(errors.at(-1)).toEqual({
        name: 'error',
        properties: { title: `specshift: ${left} more` },
        data: `GitHub shows 10 annotations of a kind: ${left} more are not shown here. The other reports have them.`,
      });
    });
  }
});

test.each(['text', 'markdown', 'comment', 'summary', 'sarif', 'junit', 'gitlab', 'json'])(
  '%s in a log is no command',
  async (format) => {
    for (const { text } of await hostileReports(format)) expect(readLog(text).commands).toEqual([]);
  },
);

/** The kinds of all nodes of a Markdown text, as GitHub reads it. */
function nodesOf(markdown: string): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const visit = (node: Nodes): void => {
    nodes.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return nodes;
}

describe('Markdown', async () => {
  for (const format of ['markdown', 'comment', 'summary']) {
    for (const { name, text } of await hostileReports(format)) {
      test(`${format} of ${name} has no markup of the documents`, () => {
        const nodes = nodesOf(text);
        const kinds = new Set(nodes.map(({ type }) => type));
        for (const kind of ['link', 'image', 'table', 'blockquote', 'footnoteReference', 'linkReference', 'emphasis']) {
          expect(kinds.has(kind as Nodes['type']), kind).toBe(false);
        }
        const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []));
        expect(html).toEqual(format === 'comment' ? [text.split('\n')[0]] : []);
        const texts = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : []));
        expect(texts.filter((one) => /@\w|(?<!&)#\d|GH-\d/.test(one))).toEqual([]);
        const headings = nodes.filter(({ type }) => type === 'heading');
        const rest = name === 'gate' ? 3 : 1;
        expect(headings).toHaveLength(1 + rest + HOSTILE.length - (name === 'gate' ? 1 : 0));
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000\u001b]/);
        expect(text.length).toBeLessThanOrEqual(65_536);
      });
    }
  }
});

describe('what is too long', () => {
  const blocks: readonly Block[] = [
    { text: '# A\n' },
    { text: `${'a'.repeat(99)}\n`, counted: 'finding' },
    { text: `${'é'.repeat(99)}\n`, counted: 'finding' },
    { text: '# B\n' },
    { text: 'b\n', counted: 'entry' },
  ];
  const left = (counts: ReadonlyMap<string, number>): string => JSON.stringify([...counts]);
  const cut = (most: number, unit: 'characters' | 'bytes'): string => cutBlocks('h\n', blocks, { most, unit }, left);

  test('is cut between findings, with what is left out counted', () => {
    const whole = `h\n${blocks.map(({ text }) => text).join('')}`;
    expect([whole.length, Buffer.byteLength(whole)]).toEqual([212, 311]);
    expect([cut(212, 'characters'), cut(311, 'bytes')]).toEqual([whole, whole]);
    expect(cut(211, 'characters')).toBe('h\n[["finding",2],["entry",1]]');
    expect(cut(310, 'bytes')).toBe('h\n[["finding",2],["entry",1]]');
    const long = [...blocks, { text: 'x'.repeat(2_000), counted: 'finding' }];
    expect(cutBlocks('h\n', long, { most: 706, unit: 'characters' }, left)).toBe(
      `h\n# A\n${'a'.repeat(99)}\n[["finding",2],["entry",1]]`,
    );
  });
});
