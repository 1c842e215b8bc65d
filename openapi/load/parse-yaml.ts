import type { Event, YAMLException } from 'js-yaml';
import { DocumentError } from '../source/diagnostic.js';
import type { SourceText } from '../source/text.js';
import { jsYaml } from './js-yaml.js';
import { MAX_DEPTH } from './limits.js';
import { type LoadedFile, mayUseIds } from './loaded-file.js';
import { readPlainYaml } from './plain-yaml.js';
import { YamlComposer } from './yaml-composer.js';
import { withoutSeparatingTabs } from './yaml-tabs.js';

/**
 * Parses one YAML 1.2 document in its core schema, positions included, in one pass.
 * @param other another version of the file; what both have in common is parsed once
 * @throws DocumentError for a syntax error, and for every duplicate key.
 */
export function parseYaml(source: SourceText, other?: LoadedFile): LoadedFile {
  const usesIds = mayUseIds(source);
  // What an identifier does to references is not known part by part.
  const yaml = readPlainYaml(source.text, usesIds || other?.usesIds ? undefined : other?.yaml);
  if (yaml === undefined) return parseAnyYaml(source);
  const { value, members } = yaml;
  return { source, value, isTree: true, usesIds, locate: (segments) => members.locate(segments), yaml };
}

/** Reads all of YAML. */
export function parseAnyYaml(source: SourceText): LoadedFile {
  const [events, text] = eventsOf(source);
  const composer = new YamlComposer(source, (event) => jsYaml().getScalarValue(text, event));
  const value = composer.compose(events);
  const { isTree } = composer;
  return { source, value, isTree, usesIds: mayUseIds(source), locate: (segments) => composer.locate(segments) };
}

/** The events, and the text their offsets refer to: that of the file, or one that only differs in tabs between tokens. */
function eventsOf(source: SourceText): readonly [readonly Event[], string] {
  // The composer knows the exact limit; the parser, which counts scalars too, is only kept from running away.
  const { parseEvents, YAMLException } = jsYaml();
  const options = { maxDepth: MAX_DEPTH + 2 };
  try {
    return [parseEvents(source.text, options), source.text];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const text = String(error.reason).includes('maxDepth') ? undefined : withoutSeparatingTabs(source.text);
    if (text === undefined) throw syntaxError(source, error);
    try {
      return [parseEvents(text, options), text];
    } catch (second) {
      throw second instanceof YAMLException ? syntaxError(source, second) : second;
    }
  }
}

/** What to do about the mistakes that happen most, by the words of the parser. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, 'Indent with spaces.'],
  [/quoted scalar/, 'Close the quotation mark.'],
  [/deficient indentation/, 'Close the quotation mark or the bracket before it, or indent the lines inside.'],
  [/flow (collection|mapping|sequence)/, 'Close the bracket, or indent the lines inside it.'],
  [/non-printable|control/, 'Remove the control character.'],
  [/implicit|mapping entry|multiline key/, 'Is a ":" missing, or a line indented too little?'],
];

/** What the matter is where the parser stopped in the middle of a line; it blames the indentation whatever it met. */
function blameOf(text: string, offset: number): string {
  const at = text.charAt(offset);
  const before = text.slice(Math.max(0, offset - 80), offset);
  if (/[@`%]/.test(at) && /[:-] +$/.test(before)) return `Text must not begin with "${at}". Quote it.`;
  if (at === '}' || at === ']') return `There is no bracket that this "${at}" closes. Remove it.`;
  return 'Bad indentation of a mapping entry. Is there a ": " inside text that is not quoted? Quote the text, or mend the indentation.';
}

function syntaxError(source: SourceText, error: YAMLException): DocumentError {
  const offset = error.mark?.position ?? 0;
  const sentence = sentenceOn(String(error.reason), source.text, offset);
  const message = `This is not valid YAML. ${sentence}`;
  return new DocumentError([{ code: 'yaml-syntax', message, place: source.place(offset) }], { cause: error });
}

function sentenceOn(reason: string, text: string, offset: number): string {
  if (reason.includes('maxDepth')) return `The document is nested deeper than ${MAX_DEPTH} levels.`;
  if (reason.includes('bad indentation of a mapping entry')) return blameOf(text, offset);
  const advice = ADVICE.find(([pattern]) => pattern.test(reason))?.[1];
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.${advice === undefined ? '' : ` ${advice}`}`;
}
