import { resolve } from 'node:path';
import type { DiffOptions } from '../../diff/diff-options.js';
import { readHints } from '../../diff/moves/read-hints.js';
import { policies } from '../../diff/policy/policies.js';
import { POLICY_NAMES } from '../../diff/policy/policy.js';
import { type LevelsFile, readLevels, ruleIds } from '../../diff/policy/read-levels.js';
import { allRules } from '../../diff/rules/table.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { type CommandOption, type Io, type OptionValues, textOption, UsageError } from '../command.js';
import { readRegularFile } from '../input/file.js';
import { todayFrom } from '../input/today.js';

/** The options that say how findings are told, of every command that compares documents. */
export const policyOptions: Readonly<Record<'policy' | 'levels' | 'hints' | 'today', CommandOption>> = {
  policy: {
    type: 'string',
    value: `<${POLICY_NAMES.join('|')}>`,
    description: 'Which levels findings start with; default unless given here or in the file of --levels.',
  },
  levels: {
    type: 'string',
    value: '<file>',
    description: 'YAML or JSON with "policy" and "levels": a level for each rule id.',
  },
  hints: {
    type: 'string',
    value: '<file>',
    description: 'YAML or JSON with "renames": what is known to be renamed or moved, or known not to be.',
  },
  today: {
    type: 'string',
    value: '<date>',
    description: 'The day by which deprecations are judged; today (UTC) unless given.',
  },
};

/** Reads the policy, the levels and the hints that the options name. */
export async function readDiffOptions(options: OptionValues, io: Io): Promise<Required<Omit<DiffOptions, 'confirm'>>> {
  const named = policyNamed(textOption(options, 'policy'));
  const [levelsFile, hintsFile] = [textOption(options, 'levels'), textOption(options, 'hints')];
  const [levels, hints] = await Promise.all([
    levelsFile === undefined ? undefined : readData(levelsFile, io),
    hintsFile === undefined ? undefined : readData(hintsFile, io),
  ]);
  const file: LevelsFile =
    levels === undefined ? { entries: [] } : readLevels(levelsFile ?? '', levels, ruleIds(allRules));
  const policy = named ?? file.policy ?? 'default';
  return {
    policy,
    levels: [...file.entries, ...policies[policy].entries],
    deprecation: file.deprecation === undefined ? undefined : { ...file.deprecation, today: todayFrom(options) },
    hints: hints === undefined ? [] : readHints(hintsFile ?? '', hints),
    unmatched: ({ from, to, place }) => {
      const text = `${place} Nothing was removed as "${from}" and added as "${to}": the hint has no effect.`;
      io.stderr.write(`warning: ${encodeTerminal(text)}\n`);
    },
  };
}

/** The policy of a name. */
export function policyNamed(name: string | undefined): (typeof POLICY_NAMES)[number] | undefined {
  if (name === undefined) return undefined;
  const policy = POLICY_NAMES.find((candidate) => candidate === name);
  if (policy !== undefined) return policy;
  throw new UsageError(
    `There is no policy "${name}".${didYouMean(name, POLICY_NAMES)} The policies are ${POLICY_NAMES.join(', ')}.`,
  );
}

function readData(name: string, io: Io): Promise<Uint8Array> {
  return readRegularFile(resolve(io.cwd, name), name);
}
