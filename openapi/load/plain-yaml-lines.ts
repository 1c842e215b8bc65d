const NEWLINE = 0x0a;
const SPACE = 0x20;
const HASH = 0x23;

/** The text holds YAML that only the full reader reads, or that is no YAML. */
export class NotPlain extends Error {
  override readonly name = 'NotPlain';
}

export function refuse(): never {
  throw new NotPlain('This is not plain YAML.');
}

/** Goes through the lines of a text that have content: neither blank nor a comment. */
export class PlainYamlLines {
  /** The text, which always ends with a line break. */
  readonly text: string;
  /** Whether that line break was missing, which a block scalar at the end tells. */
  readonly isCut: boolean;
  /** Offset of the first character of the content. */
  position = 0;
  /** The column of that character, -1 at the end of the text. */
  indent = -1;

  constructor(text: string) {
    this.isCut = !text.endsWith('\n');
    this.text = this.isCut ? `${text}\n` : text;
  }

  /** Goes to the first line with content that begins at or after an offset, which is the start of a line. */
  start(offset: number): void {
    let line = offset;
    while (line < this.text.length) {
      const content = this.skipSpaces(line);
      const code = this.text.charCodeAt(content);
      if (code !== NEWLINE && code !== HASH) {
        this.position = content;
        this.indent = content - line;
        return;
      }
      line = this.text.indexOf('\n', content) + 1;
    }
    this.position = this.text.length;
    this.indent = -1;
  }

  /** Goes to content that begins in a column. */
  goTo(content: number, column: number): void {
    this.position = content;
    this.indent = column;
  }

  /** How many characters stand before an offset on its line. */
  columnOf(offset: number): number {
    return offset - this.text.lastIndexOf('\n', offset - 1) - 1;
  }

  /** Goes on after a value that ends at an offset; only a comment may follow it on its line. */
  finish(offset: number): void {
    if (!this.isLineEnd(offset)) refuse();
    this.start(this.text.indexOf('\n', offset) + 1);
  }

  /** Whether nothing but a comment follows an offset on its line. */
  isLineEnd(offset: number): boolean {
    const next = this.skipSpaces(offset);
    const code = this.text.charCodeAt(next);
    return code === NEWLINE || (code === HASH && next > offset);
  }

  /** Whether a line goes on at an offset, after spaces, with what is neither its end nor a comment. */
  isContent(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code !== NEWLINE && code !== HASH && offset < this.text.length;
  }

  skipSpaces(offset: number): number {
    let after = offset;
    while (this.text.charCodeAt(after) === SPACE) after++;
    return after;
  }

  /** Whether an item of a block sequence begins at an offset. */
  isDash(offset: number): boolean {
    return this.text.charCodeAt(offset) === 0x2d && this.isSpaceOrBreak(offset + 1);
  }

  isSpaceOrBreak(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code === SPACE || code === NEWLINE;
  }
}
