import type { MoveHint } from './moves/hint.js';
import type { DeprecationFirst } from './policy/ended-elements.js';
import type { LevelEntry } from './policy/policy.js';
import type { Confirm } from './proof/decide.js';

/** What the caller of a diff decides. Nothing here changes what is compared: only how findings are told. */
export interface DiffOptions {
  /** The name told in the report; `default` unless given. */
  readonly policy?: string;
  /** Levels, the first that holds decides; absent, every finding keeps the level of its rule. */
  readonly levels?: readonly LevelEntry[];
  /** How loudly the removal of something is told that was deprecated first; absent, as any other. */
  readonly deprecation?: DeprecationFirst | undefined;
  /** What people know about renames and moves. */
  readonly hints?: readonly MoveHint[];
  /** Is told each hint that names nothing that was removed, or nothing that was added. */
  readonly unmatched?: (hint: MoveHint) => void;
  /** Asks a validator about the values found; absent, at once. Who compares many pairs may ask about all of them together. */
  readonly confirm?: Confirm;
}
