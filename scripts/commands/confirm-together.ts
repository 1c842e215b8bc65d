import { type Confirm, confirmAtOnce } from '../../diff/proof/decide.js';

type Refutations = Parameters<Confirm>[0];

interface Waiting {
  readonly list: Refutations;
  readonly settle: (confirmed: readonly boolean[]) => void;
  readonly fail: (reason: unknown) => void;
}

/**
 * Collects what several comparisons want confirmed until none of them can go on without an answer, and asks about all of it at
 * once: setting up the validator takes much longer than asking about one value more. What it said is not asked again.
 */
export function confirmTogether(): Confirm {
  let waiting: Waiting[] = [];
  const known = new Map<string, boolean>();
  const flush = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    try {
      const confirmed = await confirmAtOnce(
        asked.flatMap(({ list }) => list),
        known,
      );
      let from = 0;
      for (const { list, settle } of asked) {
        settle(confirmed.slice(from, from + list.length));
        from += list.length;
      }
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  };
  return (list) =>
    new Promise((settle, fail) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ list, settle, fail });
    });
}
