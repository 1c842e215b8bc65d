import type { Change, Direction } from '../../diff/change.js';
import type { FindingPlace } from '../../diff/finding.js';
import type { Json } from '../../openapi/source/json.js';
import type { OperationPair } from './compared-pair.js';
import type { Way } from './moved-value.js';

/** A change that shows what an item of evidence asks for. */
export interface Match {
  readonly change: Change;
  /** The operation that shows it; absent where the change was found by its pointer. */
  readonly pair?: OperationPair;
  /** Which way the place travels; absent where nothing does. */
  readonly direction?: Direction;
  /** Set where the change only brought or took what is meant with it: what it does to callers is not for this reason. */
  readonly inside?: boolean;
  /** What of the change is meant; absent where all of it is. */
  readonly moved?: { readonly value: Json; readonly way: Way };
}

/** What the documents say in place of what was asked for. */
export interface Instead {
  readonly message: string;
  readonly base: FindingPlace | null;
  readonly revision: FindingPlace | null;
}

/** What one operation shows of an item of evidence. */
export type Verdict =
  | { readonly status: 'proved'; readonly matches: readonly Match[] }
  | { readonly status: 'contradicted' | 'no evidence'; readonly instead: Instead };
