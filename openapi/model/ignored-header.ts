/** Headers that are described elsewhere than by a parameter, with the place. */
const DESCRIBED_BY: ReadonlyMap<string, string> = new Map([
  ['accept', 'the media types of the responses'],
  ['content-type', 'the media types of the body'],
  ['authorization', 'a security scheme'],
]);

/**
 * What describes a header in place of a parameter of this name, which the specification ignores (Parameter Object, `name`);
 * `undefined` for every other header.
 */
export function ignoredHeader(name: string): string | undefined {
  return DESCRIBED_BY.get(name.toLowerCase());
}
