/** Whether a text is a token of HTTP, as the names of methods and headers are (RFC 9110, sections 5.1 and 9.1). */
export function isHttpToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}
