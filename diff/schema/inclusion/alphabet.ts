import { type Characters, includes, LAST_CHARACTER } from './characters.js';
import { type Program, Undecidable } from './pattern-program.js';

/** Characters a person reads well, the best first. */
const PLAIN = Array.from('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_ .:/@', (character) =>
  character.codePointAt(0),
).filter((code) => code !== undefined);

const MAX_PIECES = 20_000;

/** One character for each class of characters that the programs do not tell apart, readable ones first. */
export function alphabetOf(programs: readonly Program[]): readonly number[] {
  const sets = characterSets(programs);
  const borders = new Set<number>([0]);
  for (const set of sets) {
    for (const { min, max } of set) {
      borders.add(min);
      if (max < LAST_CHARACTER) borders.add(max + 1);
    }
  }
  if (borders.size * sets.length > MAX_PIECES * 50) throw new Undecidable('the patterns name too many characters');
  const classes = new Map<string, number>();
  const note = (code: number): void => {
    const signature = sets.map((set) => (includes(set, code) ? '1' : '0')).join('');
    if (!classes.has(signature)) classes.set(signature, code);
  };
  for (const code of PLAIN) note(code);
  for (const code of [...borders].sort((a, b) => a - b)) note(code);
  return [...classes.values()];
}

function characterSets(programs: readonly Program[]): readonly Characters[] {
  const sets = new Map<string, Characters>();
  const seen = new Set<Program>();
  const pending = [...programs];
  for (let program = pending.pop(); program !== undefined; program = pending.pop()) {
    if (seen.has(program)) continue;
    seen.add(program);
    if ('among' in program) sets.set(program.among.map(({ min, max }) => `${min}-${max}`).join(), program.among);
    if ('next' in program) pending.push(program.next);
    if ('program' in program) pending.push(program.program);
    if ('programs' in program) pending.push(...program.programs);
  }
  return [...sets.values()];
}
