import { findWord, type Language, type Word } from './language.js';

/** Longer lists of texts are not kept in mind. */
const MOST_LISTED = 50;

/** Finds texts and remembers them: for a name that a property may have the same is asked again and again. */
export class Words {
  readonly #found = new Map<string, Word>();

  /** @param spend is told how much work it took, nothing where the answer is known */
  find(language: Language, spend: (work: number) => void): Word {
    if (language.not.length > MOST_LISTED) return findWord(language, spend);
    const key = keyOf(language);
    let word = this.#found.get(key);
    if (word === undefined) {
      word = findWord(language, spend);
      this.#found.set(key, word);
    }
    return word;
  }
}

function keyOf({ patterns, notPatterns, expressions, notExpressions, not, minLength, maxLength }: Language): string {
  return JSON.stringify([
    ...[patterns, notPatterns, expressions.map(String), notExpressions.map(String), not].map((list) =>
      [...list].sort(),
    ),
    minLength,
    maxLength,
  ]);
}
