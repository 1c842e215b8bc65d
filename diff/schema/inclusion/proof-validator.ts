import { Ajv2020, type Vocabulary } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { matches } from './language.js';
import { THEN } from './then.js';

/** The keywords that proofs are written with. */
const KEYWORDS: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const', 'allOf', 'anyOf', 'not', 'if', THEN],
  ...['properties', 'propertyNames', 'required', 'minProperties', 'maxProperties'],
  ...['prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'format'],
]);

/** Thrown out of the validator when a pattern is not decided. */
class UndecidedPattern extends Error {
  override readonly name = 'UndecidedPattern';
}

/** Patterns of documents are never run as expressions: an automaton reads the text once. */
const expressions = Object.assign(
  (pattern: string) => ({
    test: (text: string): boolean => {
      const verdict = matches(pattern, text);
      if (verdict === undefined) throw new UndecidedPattern(pattern);
      return verdict;
    },
    // By this the validator tells one expression from another.
    toString: () => `/${pattern}/`,
  }),
  { code: 'automaton' },
);

/** A fresh validator for proofs. It knows what proofs say and nothing else, so it looks for nothing else in them. */
export class ProofValidator extends Ajv2020 {
  constructor() {
    super({
      strict: false,
      validateSchema: false,
      addUsedSchema: false,
      meta: false,
      logger: false,
      messages: false,
      ownProperties: true,
      inlineRefs: false,
      validateFormats: true,
      formats: fullFormats,
      code: { regExp: expressions, optimize: false },
    });
    // Nothing in a proof depends on what was evaluated elsewhere, nor on the way that led to it.
    this.opts.unevaluated = false;
    this.opts.dynamicRef = false;
  }

  override addVocabulary(definitions: Vocabulary): this {
    super.addVocabulary(
      definitions.filter(
        (one) => typeof one === 'object' && [one.keyword ?? []].flat().some((name) => KEYWORDS.has(name)),
      ),
    );
    return this;
  }
}
