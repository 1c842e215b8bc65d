/** The words of a text in lower case: letters, digits and `_` of any script. */
export function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  // Nearly every text is plain, and making ready the expression for all scripts takes longer than all else.
  return lower.match(/[^\0-\x7f]/.test(lower) ? /[\p{L}\p{N}_]+/gu : /\w+/g) ?? [];
}
