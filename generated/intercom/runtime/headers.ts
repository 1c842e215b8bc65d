/** Sets a header. Throws a TypeError that starts with `what` and hides the value if that holds a line break or other control character. */
export function setHeader(headers: Headers, name: string, value: string, what: string = `The header "${name}"`): void {
  // The platform's own message would show the value, which may be a secret.
  if (/[^\t -~\x80-\xff]/.test(value)) throw new TypeError(`${what} holds a character that a header cannot carry.`);
  headers.set(name, value);
}
