/** The printer indents by four; its notes on discriminators speak of the library. */
export function tidyTypes(text: string): string {
  return text
    .replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2))
    .replace(/^}\n(?=\S)/gm, '}\n\n')
    .replaceAll(' (enum property replaced by openapi-typescript)', '')
    .replaceAll('discriminator enum property added by openapi-typescript', 'Tells the alternatives apart.');
}
