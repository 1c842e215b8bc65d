import type { Change } from '../../diff/change.js';
import { withoutItems } from '../../diff/extensions/extension-items.js';
import type { Finding } from '../../diff/finding.js';
import { operationLabel } from '../../diff/where.js';
import { isArray, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { effectOf } from './change-kinds.js';
import type { PartlyExplained, UnexplainedFinding } from './changelog-report.js';
import type { ComparedPair } from './compared-pair.js';
import { movable, type Way } from './moved-value.js';
import { isPart } from './partial.js';
import { findingsOf } from './prove.js';
import type { Match } from './verdict.js';

/** One value that came or went with a change. */
interface MovedPart {
  readonly change: Change;
  readonly way: Way;
  readonly value: Json;
}

/** What is known to be explained of a finding. */
interface Explanation {
  readonly operations: Set<string>;
  readonly parts: Set<MovedPart>;
}

/** Keeps which findings between two documents the statements about them explain. */
export class Explained {
  readonly #compared: ComparedPair;
  readonly #known = new Map<Finding, Explanation>();
  readonly #parts = new Map<Finding, readonly MovedPart[]>();

  constructor(compared: ComparedPair) {
    this.#compared = compared;
    for (const change of compared.changes) {
      for (const finding of compared.findingsOf(change)) {
        this.#parts.set(finding, [...(this.#parts.get(finding) ?? []), ...partsOf(change, finding)]);
      }
    }
  }

  /** Takes what shows a statement as explained by it. */
  add(match: Match): void {
    const { pair, moved } = match;
    const isWhole = moved === undefined || effectOf(match.change.kind) !== 'changed';
    for (const finding of findingsOf(match, this.#compared)) {
      const known = this.#known.get(finding) ?? { operations: new Set(), parts: new Set() };
      this.#known.set(finding, known);
      const sides = [pair?.base, pair?.revision].flatMap((side) => (side === undefined ? [] : [operationLabel(side)]));
      for (const name of pair === undefined ? finding.operations : sides) known.operations.add(name);
      for (const part of this.#parts.get(finding) ?? []) {
        if (part.change !== match.change) continue;
        if (isWhole || (part.way === moved.way && isPart(moved.value, part.value))) known.parts.add(part);
      }
    }
  }

  /** The findings that nothing explains, or not in all their values. */
  get unexplained(): readonly UnexplainedFinding[] {
    return this.#compared.findings.flatMap((finding): readonly UnexplainedFinding[] => {
      const known = this.#known.get(finding);
      if (known === undefined) return [{ finding, left: [] }];
      const left = (this.#parts.get(finding) ?? []).filter((part) => !known.parts.has(part));
      return left.length === 0 ? [] : [{ finding, left: left.map(({ value }) => canonical(value)) }];
    });
  }

  /** The findings that also reach operations that no statement names. */
  get partly(): readonly PartlyExplained[] {
    return this.#compared.findings.flatMap((finding): readonly PartlyExplained[] => {
      const known = this.#known.get(finding);
      if (known === undefined) return [];
      const operations = finding.operations.filter((name) => !known.operations.has(name));
      return operations.length === 0 ? [] : [{ finding, operations }];
    });
  }
}

/** The values that came or went with a change and that a finding is about; empty where it is about one thing only. */
function partsOf(change: Change, { rule }: Finding): readonly MovedPart[] {
  const [went, came] = movedIn(change);
  const parts = (way: Way, values: readonly Json[]): readonly MovedPart[] =>
    values.map((value) => ({ change, way, value }));
  if (rule.endsWith('-added')) return parts('came', came);
  if (rule.endsWith('-removed')) return parts('went', went);
  return [...parts('went', went), ...parts('came', came)];
}

function movedIn(change: Change): readonly [readonly Json[], readonly Json[]] {
  switch (change.kind) {
    case 'schema.enum.changed':
    case 'server.variable.enum.changed':
    case 'schema.required.changed':
      return movable(change);
    case 'extension.changed': {
      const { before = null, after = null } = change;
      if (!isArray(before ?? []) || !isArray(after ?? [])) return [[], []];
      const came = withoutItems(after, before);
      // An item that was rewritten came in its new form.
      return came.length > 0 ? [[], came] : [withoutItems(before, after), []];
    }
    default:
      return [[], []];
  }
}
