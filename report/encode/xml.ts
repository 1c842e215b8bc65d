import { encodeTerminal } from './terminal.js';

/** Text from a document as character data or an attribute of XML 1.0. What XML cannot hold at all is shown as an escape. */
export function encodeXml(text: string): string {
  return encodeTerminal(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
