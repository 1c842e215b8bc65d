/** C0 and C1 controls, line and paragraph separators, bidi controls, zero-width and tag characters. */
export const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/**
 * Text from a document made safe for a terminal and a CI log: one line, no control sequence, nothing invisible. What is replaced
 * is shown as an escape. What a CI system would take as its command is broken up: GitHub takes `::` at the beginning of a line,
 * which any word may come to stand at, and `##[` wherever it stands.
 */
export function encodeTerminal(text: string): string {
  const visible = text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return visible.includes('::') || visible.includes('##')
    ? visible.replace(/(?<=^|\s)(?=::)/g, '\\').replace(/#(?=#(?:\[|vso|teamcity))/g, '#\\')
    : visible;
}
