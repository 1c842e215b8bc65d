/** A line of one side, and whether the other side lacks it. */
export interface MarkedLine {
  readonly text: string;
  readonly differs: boolean;
}

/** The product of lines beyond which every line is taken to differ. */
const MOST_CELLS = 250_000;

/** Two texts line by line, with what the other one lacks marked: what both have is the longest common sequence. */
export function markDifferences(
  before: string,
  after: string,
): readonly [readonly MarkedLine[], readonly MarkedLine[]] {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const common = commonLines(left, right);
  const mark = (lines: readonly string[], kept: ReadonlySet<number>): readonly MarkedLine[] =>
    lines.map((text, index) => ({ text, differs: !kept.has(index) }));
  return [mark(left, common.left), mark(right, common.right)];
}

function commonLines(
  left: readonly string[],
  right: readonly string[],
): { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> } {
  const kept = { left: new Set<number>(), right: new Set<number>() };
  if (left.length * right.length > MOST_CELLS) return kept;
  // A comma at the end of a line says only that another follows.
  const [a, b] = [left, right].map((lines) => lines.map((line) => line.replace(/,$/, '')));
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        a?.[row] === b?.[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (a?.[row] === b?.[column]) {
      kept.left.add(row++);
      kept.right.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return kept;
}
