import { encodeTerminal } from './terminal.js';

/**
 * Text from a document as a message of SARIF 2.1.0. Brackets would make links of it (section 3.11.6), and a number in braces a
 * place for an argument (section 3.11.5).
 */
export function encodeSarifMessage(text: string): string {
  return encodeTerminal(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{(?=\d+\})/g, '{{')
    .replace(/(?<=\{\d+)\}/g, '}}');
}

/** A path or address as a URI reference. */
export function encodeUri(path: string): string {
  if (/^https?:\/\//i.test(path) && URL.canParse(path)) return new URL(path).href;
  const wellFormed = path.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  // A colon in the first segment would be read as the end of a scheme.
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
