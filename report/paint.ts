/** Puts text between ANSI codes, or leaves it as it is. */
export type Paint = (text: string, ...codes: readonly string[]) => string;

/** Paints where colours are wanted. */
export function painter(colour: boolean): Paint {
  return (text, ...codes) => (colour ? `\u001b[${codes.join(';')}m${text}\u001b[0m` : text);
}
