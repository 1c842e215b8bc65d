import { createRequire } from 'node:module';

/** Marks that the lexer puts between pieces of the text; they stand for no character of it. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * YAML allows tabs between tokens, as in `[1,⇥2]`, where the fast reader does not. Gives the text with each such tab as a space,
 * every offset unchanged, or `undefined` when the text has none or is no valid YAML. The strict reader decides, and is loaded only
 * for a text that the fast one refused.
 */
export function withoutSeparatingTabs(text: string): string | undefined {
  if (!text.includes('\t')) return undefined;
  const load = createRequire(import.meta.url);
  const { Lexer, parseDocument }: typeof import('yaml') = load('yaml');
  try {
    if (parseDocument(text, { uniqueKeys: false, merge: true }).errors.length > 0) return undefined;
  } catch {
    // Nesting that is too deep for the strict reader is too deep for us.
    return undefined;
  }
  let replaced = '';
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token)) replaced += /^[ \t]+$/.test(token) ? token.replaceAll('\t', ' ') : token;
  }
  return replaced.length === text.length && replaced !== text ? replaced : undefined;
}
