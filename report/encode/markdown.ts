import { encodeTerminal } from './terminal.js';

/** Words that Markdown processors turn into links or mentions even when they are escaped. */
const LINK_LIKE = /@|www\.|:\/\//i;

/**
 * Text from a document made safe for CommonMark and GitHub's Markdown: one line, no markup, no HTML, no mention, no automatic link.
 * What can mean something is escaped or written as a character reference, and words like addresses become code; the rest stays
 * readable.
 */
export function encodeMarkdown(text: string): string {
  return encodeTerminal(text)
    .trim()
    .split(' ')
    .map((word) => (LINK_LIKE.test(word) ? markdownCode(word) : encodeWord(word)))
    .join(' ')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

function encodeWord(word: string): string {
  return word
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/#(?=\d)/g, '&#35;')
    .replace(/(GH)-(?=\d)/gi, '$1&#45;')
    .replace(/[\\`*[\]|~>$]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/:(?=[\w+-]+:)/g, '&#58;');
}

/** Text from a document as inline code, between as many backticks as it takes. */
export function markdownCode(text: string): string {
  const visible = encodeTerminal(text);
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = visible === '' || visible.startsWith('`') || visible.endsWith('`') ? ' ' : '';
  return `${fence}${space}${visible}${space}${fence}`;
}
