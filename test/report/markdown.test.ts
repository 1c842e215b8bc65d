import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { encodeMarkdown, markdownCode } from '../../report/encode/markdown.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { runs, seed } from '../fuzz.js';

/** The kinds of all nodes of a Markdown text, as GitHub reads it. */
function kindsOf(markdown: string): readonly string[] {
  const kinds: string[] = [];
  const visit = (node: Nodes): void => {
    kinds.push(node.type);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  for (const child of tree.children) visit(child);
  return kinds;
}

describe('encodeMarkdown', () => {
  test.each([
    ['contact.owner_id', 'contact.owner_id'],
    ['_a_ *b* `c`', '\\_a\\_ \\*b\\* \\`c\\`'],
    ['# heading', '\\# heading'],
    ['1. item', '1\\. item'],
    ['- item', '\\- item'],
    ['<script>', '&lt;script\\>'],
    ['a & b', 'a &amp; b'],
    ['![x](http://x)', '`![x](http://x)`'],
    ['@team www.x.com #12 :smile:', '`@team` `www.x.com` &#35;12 &#58;smile:'],
    ['see GH-12', 'see GH&#45;12'],
    ['a\n\n# b', 'a\\\\u{a}\\\\u{a}# b'],
    ['$x$ a|b ~~c~~', '\\$x\\$ a\\|b \\~\\~c\\~\\~'],
  ])('%j', (text, expected) => {
    expect(encodeMarkdown(text)).toBe(expected);
  });

  test('is one line of plain text to a Markdown parser', () => {
    const pieces = [
      '\n',
      '<b>',
      '`',
      '*',
      '_',
      '[a]',
      '(b)',
      '!',
      '#',
      '|',
      'a',
      ' ',
      '\\',
      '&amp;',
      '@',
      'http://x.de',
      'www.x.de',
      '- ',
      '1. ',
      '~~',
      '\u2028',
      '\u001b',
      '$',
      ':a:',
      '==',
      '>',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const encoded = encodeMarkdown(parts.join(''));
        expect(encoded).not.toMatch(/[\r\n\u2028\u2029\u001b]/);
        expect(
          kindsOf(`x\n\n${encoded}`).filter((kind) => !['text', 'paragraph', 'inlineCode'].includes(kind)),
        ).toEqual([]);
      }),
      { seed: seed(1), numRuns: runs(3_000) },
    );
  });
});

test('inline code is closed by its own fence only', () => {
  expect([markdownCode('a'), markdownCode('a`b'), markdownCode('``'), markdownCode('')]).toEqual([
    '`a`',
    '``a`b``',
    '``` `` ```',
    '`  `',
  ]);
});

describe('encodeTerminal', () => {
  test('shows what would act on a terminal or a CI system', () => {
    const texts = [
      'a\u001b[31mb',
      'a\rb',
      '::error::x',
      '  ##[group]',
      '\u202eabc',
      'a\u200bb',
      '\ud800',
      '😀',
      'plain',
    ];
    expect(texts.map(encodeTerminal)).toEqual([
      'a\\u{1b}[31mb',
      'a\\u{d}b',
      '\\::error::x',
      '  #\\#[group]',
      '\\u{202e}abc',
      'a\\u{200b}b',
      '\\u{d800}',
      '😀',
      'plain',
    ]);
  });
});
