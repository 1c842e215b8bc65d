import { counted } from '../../diff/counted.js';
import type { MigrationCounts, MigrationSection, Verdict } from './migration-report.js';

/** What a move asks for, in a sentence; that it asks for nothing is said, too. */
export function verdictOf(
  { wire, compile, silent, added, other, findings }: MigrationCounts,
  sections: readonly MigrationSection[],
): Verdict {
  if (findings === 0) return { nothingToDo: true, text: 'Nothing to do: nothing changed.' };
  if (wire + compile + silent === 0) {
    const rest = added + other === 0 ? 'what changed says nothing to callers' : 'what changed is safe for callers';
    return { nothingToDo: true, text: `Nothing to do: ${rest}.` };
  }
  const loud =
    sections.find(({ kind }) => kind === 'silent')?.cards.filter(({ impact }) => impact === 'breaking') ?? [];
  const breaking = loud.length === 0 ? '' : ` (${loudWords(loud.length, silent)})`;
  const parts = [
    ...(wire === 0 ? [] : [counted(wire, 'breaking change on the wire', 'breaking changes on the wire')]),
    ...(compile === 0 ? [] : [`${compile} at compile time only`]),
    ...(silent === 0 ? [] : [counted(silent, `silent change${breaking}`, `silent changes${breaking}`)]),
  ];
  const last = parts.pop() ?? '';
  return { nothingToDo: false, text: `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}.` };
}

function loudWords(loud: number, silent: number): string {
  if (loud === silent) return loud === 1 ? 'it breaks callers' : 'all of them break callers';
  return `${loud} of them ${loud === 1 ? 'breaks' : 'break'} callers`;
}
