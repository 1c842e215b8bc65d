import { DocumentError } from '../source/diagnostic.js';
import { decodeSource, MAX_FILE_BYTES, type SourceText } from '../source/text.js';
import { ByteText } from './byte-text.js';
import type { LoadedFile } from './loaded-file.js';
import { mergeConflict } from './merge-conflict.js';
import { parseJson, parsePlainJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';

/**
 * Parses the bytes of a file: JSON when the text begins like JSON, else YAML. A file named `.json` must be JSON; any other one
 * that begins with a bracket may still be YAML in flow style.
 * @param other another version of the file; what both have in common is parsed once, and is then one object
 * @throws DocumentError with the place of each fault.
 */
export function loadFile(name: string, bytes: Uint8Array, other?: LoadedFile): LoadedFile {
  const isJsonName = /\.json$/i.test(name);
  const plain = isJsonName || beginsLikeJson(bytes) ? readPlain(name, bytes, other) : undefined;
  if (plain !== undefined) return plain;
  const source = decodeSource(name, bytes);
  try {
    return parse(source, isJsonName, other);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw mergeConflict(source, error) ?? error;
  }
}

function parse(source: SourceText, isJsonName: boolean, other: LoadedFile | undefined): LoadedFile {
  if (!isJsonName && !/^\s*[{[]/.test(source.text)) return parseYaml(source, other);
  try {
    return parseJson(source, other);
  } catch (error) {
    const isSyntax = error instanceof DocumentError && error.diagnostics[0]?.code === 'json-syntax';
    if (isJsonName || !isSyntax) throw error;
    return parseYaml(source);
  }
}

function readPlain(name: string, bytes: Uint8Array, other: LoadedFile | undefined): LoadedFile | undefined {
  const source = bytes.length > MAX_FILE_BYTES ? undefined : ByteText.of(name, bytes);
  return source && parsePlainJson(source, other);
}

function beginsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b || first === 0x5b;
}
