import type { JSX } from 'preact';
import { type MarkedLine, markDifferences } from './line-difference.js';

/** Two texts beside each other, with what differs marked. */
export interface SidesProps {
  /** What is shown, in a word: `Payload`. */
  readonly name: string;
  /** Where it is, in words; absent where nothing has to be said. */
  readonly where?: string;
  /** What the two sides are called. */
  readonly labels: readonly [before: string, after: string];
  readonly before: string | null;
  readonly after: string | null;
  /** What a side without text says. */
  readonly nothing?: string;
  readonly isOpen?: boolean;
}

/** Two texts that can be opened, the lines of each marked that the other lacks. */
export function Sides({ name, where, labels, before, after, nothing = 'Nothing.', isOpen }: SidesProps): JSX.Element {
  const [left, right] = markDifferences(before ?? '', after ?? '');
  const isPair = before !== null && after !== null;
  return (
    <details class="sides" open={isOpen === true}>
      <summary>
        {name}
        {where === undefined ? null : <span class="where"> {where}</span>}
      </summary>
      <div class={before === null ? 'pair one' : 'pair'}>
        {before === null ? null : <Side label={labels[0]} name={name} lines={left} isMarked={isPair} kind="del" />}
        {after === null ? (
          <p class="nothing">
            <span class="side-label">{labels[1]}</span> {nothing}
          </p>
        ) : (
          <Side label={labels[1]} name={name} lines={right} isMarked={isPair} kind="ins" />
        )}
      </div>
    </details>
  );
}

interface SideProps {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly MarkedLine[];
  readonly isMarked: boolean;
  readonly kind: 'del' | 'ins';
}

function Side({ label, name, lines, isMarked, kind: Mark }: SideProps): JSX.Element {
  return (
    <figure>
      <figcaption>
        <span class="side-label">{label}</span>
        <button type="button" class="copy" aria-label={`Copy ${name.toLowerCase()}, ${label}`}>
          Copy
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields */}
      <pre role="group" tabIndex={0} aria-label={`${name}, ${label}`}>
        <code>{runs(lines, isMarked).map(({ text, differs }) => (differs ? <Mark>{text}</Mark> : text))}</code>
      </pre>
    </figure>
  );
}

/** Neighbouring lines of one sort in one piece. */
function runs(lines: readonly MarkedLine[], isMarked: boolean): readonly MarkedLine[] {
  const pieces: { text: string; differs: boolean }[] = [];
  for (const [index, { text, differs }] of lines.entries()) {
    const line = index === lines.length - 1 ? text : `${text}\n`;
    const last = pieces.at(-1);
    if (last !== undefined && last.differs === (differs && isMarked)) last.text += line;
    else pieces.push({ text: line, differs: differs && isMarked });
  }
  return pieces;
}
