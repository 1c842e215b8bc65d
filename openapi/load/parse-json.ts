import type { Json } from '../source/json.js';
import type { SourceText } from '../source/text.js';
import type { ByteText } from './byte-text.js';
import { JsonIndex } from './json-index.js';
import { JsonOutline, type Outline } from './json-outline.js';
import { readJsonExactly } from './json-reader.js';
import { scanJson } from './json-scan.js';
import { surveyJson } from './json-survey.js';
import { type JsonText, plainText } from './json-text.js';
import { withWide } from './json-wide.js';
import { type LoadedFile, mayUseIds } from './loaded-file.js';
import { parseVersion } from './parse-version.js';
import type { ParsedJson } from './parsed-json.js';

/**
 * Parses JSON. `JSON.parse` does the work; the exact reader, several times slower, takes over only where `JSON.parse` would
 * fail without a position, lose a duplicate key or round an integer.
 * @param other another version of the file; what both have in common is parsed once
 * @throws DocumentError with every duplicate key, or with the first syntax error.
 */
export function parseJson(source: SourceText, other?: LoadedFile): LoadedFile {
  const text = plainText(source);
  const fast = parseFast(text, other?.json);
  if (fast !== undefined) return loaded(source, fast);
  const index = new JsonIndex(text);
  const locate: LoadedFile['locate'] = (segments) => index.locate(segments);
  return { source, value: readJsonExactly(source), isTree: true, usesIds: mayUseIds(source), locate };
}

/** Parses JSON as most files hold it; `undefined` for any other text, JSON or not, which is then read as it stands. */
export function parsePlainJson(source: ByteText, other?: LoadedFile): LoadedFile | undefined {
  const fast = parseFast(source, other?.json);
  return fast && loaded(source, fast);
}

function loaded(source: LoadedFile['source'], json: ParsedJson): LoadedFile {
  const { value, usesIds, index } = json;
  return { source, value, isTree: true, usesIds, locate: (segments) => index.locate(segments), json };
}

/** `undefined` where the text is no JSON, or its value is not all that the text says. */
function parseFast(source: JsonText, other: ParsedJson | undefined): ParsedJson | undefined {
  const version = other && parseVersion(source, other);
  if (version !== undefined) return version;
  let value: Json;
  try {
    value = JSON.parse(source.text);
  } catch {
    return undefined;
  }
  const survey = surveyJson(value);
  if (survey === undefined) return undefined;
  const outline = outlineOf(source);
  // A duplicate key stands in the text and not in the value.
  if (survey.keys !== outline.keys) return undefined;
  const index = new JsonIndex(source, outline);
  return { source, value: withWide(value, source, index), usesIds: survey.usesIds, index };
}

/** In a shorter text, the containers are found before the means to find them faster are there. */
const WORTH_SCANNING = 200_000;

function outlineOf({ text, isBytes }: JsonText): Outline {
  const scanned = isBytes && text.length >= WORTH_SCANNING ? scanJson(text) : undefined;
  return scanned ?? JsonOutline.of(text);
}
