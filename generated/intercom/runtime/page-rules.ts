import { type Answer, type Next, type Pages, type Turn, valueAt } from './paged.js';

/** The cursor that the answer holds at `from`. */
export const nextCursor: Next = ({ data }, { from }) => valueAt(data, from);

/** The cursor that the answer holds at `from`, while it says at `more` that there is more. */
export const nextCursorIfMore: Next = (answer, pages) => isMore(answer, pages) && nextCursor(answer, pages);

/** What the last item holds at `from`, while there is more. */
export const nextLast: Next = (answer, pages) => isMore(answer, pages) && valueAt(answer.items.at(-1), pages.from);

/** The page number that the answer holds at `from`, or else that was asked for, plus one while it is below `total`. */
export const nextPage: Next = (answer, pages) => {
  const current = Number(valueAt(answer.data, pages.from) ?? asked(answer, pages) ?? pages.start ?? 1);
  const total = valueAt(answer.data, pages.total);
  return (total == null ? isMore(answer, pages) : current < Number(total)) && current + 1;
};

/** How many items came until now, while that is below `total`. */
export const nextOffset: Next = (answer, pages) => {
  const { length } = answer.items;
  const next = Number(asked(answer, pages) ?? 0) + length;
  const total = valueAt(answer.data, pages.total);
  return length > 0 && (total == null ? isMore(answer, pages) : next < Number(total)) && next;
};

/** Puts the cursor into the body, at `within`. */
export const turnBody: Turn = (operation, params, cursor, { within = [] }) => [
  operation,
  withValue(params, ['body', ...within], cursor),
];

function isMore({ data, items }: Answer, { more }: Pages): unknown {
  return more ? valueAt(data, more) : items.length;
}

/** The place of this page, as it was asked for. */
function asked({ cursor, params }: Answer, { to = '', within }: Pages): unknown {
  return cursor ?? valueAt(params, within ? ['body', ...within] : [to]);
}

/** A copy of `record` that has `value` at `path`. */
function withValue(
  record: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  // Where there is no record yet, spreading gives an empty one.
  const copy = { ...(record as Readonly<Record<string, unknown>> | null | undefined) };
  return { ...copy, [name]: rest.length ? withValue(copy[name], rest, value) : value };
}
