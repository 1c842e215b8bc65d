import { DocumentError } from '../source/diagnostic.js';
import { decodeSource } from '../source/text.js';
import type { LoadedFile } from './loaded-file.js';
import { parseJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';

/**
 * Parses the bytes of a file: JSON when the text begins like JSON, else YAML. A file named `.json` must be JSON; any other one
 * that begins with a bracket may still be YAML in flow style.
 * @throws DocumentError with the place of each fault.
 */
export function loadFile(name: string, bytes: Uint8Array): LoadedFile {
  const source = decodeSource(name, bytes);
  const isJsonName = /\.json$/i.test(name);
  if (!isJsonName && !/^\s*[{[]/.test(source.text)) return parseYaml(source);
  try {
    return parseJson(source);
  } catch (error) {
    const isSyntax = error instanceof DocumentError && error.diagnostics[0]?.code === 'json-syntax';
    if (isJsonName || !isSyntax) throw error;
    return parseYaml(source);
  }
}
