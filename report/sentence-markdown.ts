import type { Sentence } from '../migrate/changelog-draft/words.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';

/** Names as code, words as text; the first letter is a capital. */
export function prose(sentence: Sentence): string {
  return sentence
    .map((word, index) => {
      if (typeof word !== 'string') return markdownCode(word.code);
      const text = index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      return before + (inner === '' ? '' : encodeMarkdown(inner)) + after;
    })
    .join('');
}
