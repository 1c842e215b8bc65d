import type { Json } from '../../../openapi/source/json.js';

/** Whether any value keeps to a set of demands: one that does, or that none does, or why neither is known. */
export type Answer =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

export const NONE: Answer = { kind: 'none' };

export function value(json: Json): Answer {
  return { kind: 'value', value: json };
}

export function unknown(reason: string): Answer {
  return { kind: 'unknown', reason };
}

/** The first value of several attempts; `none` when none of them has one, and it is known of all. */
export function firstValue<Attempt>(attempts: Iterable<Attempt>, attempt: (one: Attempt) => Answer): Answer {
  let answer = NONE;
  for (const one of attempts) {
    const result = attempt(one);
    if (result.kind === 'value') return result;
    if (result.kind === 'unknown') answer = result;
  }
  return answer;
}
