/** Breaks text into lines of at most `width` characters at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const limit = Math.max(width, 20);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
