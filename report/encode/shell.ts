/** Text as one word of a POSIX shell, for commands that people copy. */
export function encodeShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
