import { fold } from './fold.js';
import { sentenceOf } from './sentence.js';
import { stepOf } from './step.js';
import type { Group } from './told.js';
import { codesIn, type Sentence, textOf } from './words.js';

/** What else extensions say of the same elements, where the sentence of the group does not say it already. */
export function alsoNotes(group: Group): readonly Sentence[] {
  const own = sentenceOf(group);
  const [text, codes] = [textOf(own), new Set(codesIn(own))];
  return fold(group.flatMap(({ also }) => also))
    .map(sentenceOf)
    .filter((note) => !codesIn(note).every((name) => codes.has(name) || text.includes(name)));
}

/** What callers do about what goes with the loudest. */
export function alsoSteps(group: Group, isAlone = false): readonly Sentence[] {
  return fold(group.flatMap(({ also }) => also)).flatMap((inner) => {
    const step = stepOf(inner, isAlone);
    return step === undefined ? [] : [step];
  });
}
