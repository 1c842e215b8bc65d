import type { DiffReport, Finding, Move } from '../../diff/finding.js';

/** One step of a chain, as its comparison found it. */
export interface MovedStep {
  /** The version it leads to. */
  readonly to: string;
  readonly report: DiffReport;
}

interface Way {
  readonly where: string;
  readonly confirmed: boolean;
  readonly words: readonly string[];
}

/**
 * The findings of a direct comparison, with the moves that only the steps between show: what was renamed twice is one rename. Only
 * what the comparison itself found gone and come is paired.
 */
export function withComposedMoves(direct: DiffReport, steps: readonly MovedStep[]): DiffReport {
  if (steps.length < 2) return direct;
  const added = new Map(
    direct.findings.flatMap((finding) =>
      isAdded(finding) && finding.moves.length === 0 ? [[finding.where, finding]] : [],
    ),
  );
  const ends = new Map<Finding, readonly Move[]>();
  for (const finding of direct.findings) {
    if (!isRemoved(finding) || finding.moves.length > 0) continue;
    const way = follow(finding.where, steps);
    const target = way === undefined ? undefined : added.get(way.where);
    if (way === undefined || target === undefined || target.revision === null || finding.base === null) continue;
    const { confirmed, words } = way;
    const move = (end: Move['end'], where: string, place: NonNullable<Finding['base']>): Move => {
      return { end, part: null, where, name: nameOf(where), place, evidence: [words.join(', then ')], confirmed };
    };
    ends.set(finding, [move('to', target.where, target.revision)]);
    ends.set(target, [move('from', finding.where, finding.base)]);
    added.delete(way.where);
  }
  if (ends.size === 0) return direct;
  return { ...direct, findings: direct.findings.map((one) => ({ ...one, moves: ends.get(one) ?? one.moves })) };
}

/** Where an element went step by step; `undefined` where fewer than two steps moved it. */
function follow(where: string, steps: readonly MovedStep[]): Way | undefined {
  let way: Way = { where, confirmed: true, words: [] };
  for (const { to, report } of steps) {
    const gone = report.findings.find((finding) => finding.where === way.where && isRemoved(finding));
    const move = gone?.moves.find(({ end, part }) => end === 'to' && part === null);
    if (move === undefined) continue;
    const words = [...way.words, `${way.where} became ${move.where} in ${to}`];
    way = { where: move.where, confirmed: way.confirmed && move.confirmed, words };
  }
  return way.words.length < 2 ? undefined : way;
}

function isRemoved({ rule }: Finding): boolean {
  return /-(?:removed|forbidden)$/.test(rule);
}

function isAdded({ rule }: Finding): boolean {
  return /-added(?:-to-closed)?$/.test(rule);
}

function nameOf(where: string): string {
  const last = where.split(' → ').at(-1) ?? where;
  if (/^[A-Z]+ \//.test(last)) return last;
  return (
    last
      .replace(/^\w+ parameter /, '')
      .split('.')
      .at(-1) ?? last
  ).trim();
}
