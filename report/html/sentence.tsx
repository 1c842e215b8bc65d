import type { JSX } from 'preact';
import type { Sentence } from '../../migrate/changelog-draft/words.js';

/** Words as text, names as code; the first letter is a capital. */
export function Prose({ of }: { readonly of: Sentence }): JSX.Element {
  return (
    <>
      {of.map((word, index) => {
        if (typeof word !== 'string') return <code>{word.code}</code>;
        return index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      })}
    </>
  );
}
