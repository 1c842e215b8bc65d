import { ruleIds } from '../../diff/policy/read-levels.js';
import { groupRules, type RuleReference, referenceTo } from '../../diff/policy/rule-reference.js';
import { allRules } from '../../diff/rules/table.js';
import type { Json } from '../../openapi/source/json.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { renderRuleMarkdown, renderRulePage } from '../../report/rule-page.js';
import { renderRuleList, renderRuleText } from '../../report/rule-text.js';
import { type Arguments, type Command, choiceOption, type ExitCode, type Io, UsageError } from '../command.js';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** `specshift explain`. */
export const explain: Command = {
  name: 'explain',
  summary: 'Tell what a rule finds, why it matters and what to do; without a rule, list all.',
  usage: '[<rule>] [options]',
  details: [
    'A former id of a rule is understood. One finding of a diff is explained by "specshift diff --explain <fingerprint>".',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: `<${FORMATS.join('|')}>`,
      description: 'How it is written; text unless given.',
    },
  },
  run: runExplain,
};

async function runExplain({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('explain takes one rule: specshift explain <rule>.');
  const format = choiceOption(options, 'format', FORMATS, 'text');
  io.stdout.write(name === undefined ? explainAll(format, io) : explainOne(find(name), format, io));
  return 0;
}

function find(name: string): RuleReference {
  const ids = ruleIds(allRules);
  const rule = allRules.find(({ id }) => id === ids.get(name));
  if (rule !== undefined) return referenceTo(rule);
  if (name === 'undecided') {
    throw new UsageError(
      '"undecided" is no rule: two schemas could not be compared, and the finding says why. It counts as dangerous.',
    );
  }
  if (name === 'unclassified') {
    throw new UsageError('"unclassified" is no rule: something changed that no rule judges. It counts as dangerous.');
  }
  throw new UsageError(
    `There is no rule "${name}".${didYouMean(name, ids.keys())} "specshift explain" lists all rules.`,
  );
}

function explainOne(rule: RuleReference, format: (typeof FORMATS)[number], io: Io): string {
  switch (format) {
    case 'text':
      return renderRuleText(rule, io.stdout.width);
    case 'markdown':
      return renderRuleMarkdown(rule);
    case 'json':
      return json(rule);
  }
}

function explainAll(format: (typeof FORMATS)[number], io: Io): string {
  const groups = groupRules(allRules);
  switch (format) {
    case 'text':
      return renderRuleList(groups, io.stdout.width);
    case 'markdown':
      return renderRulePage(groups);
    case 'json':
      return json([...groups.values()].flat());
  }
}

function json(value: RuleReference | readonly RuleReference[]): string {
  // References are made of JSON values only; interfaces lack the index signature that says so.
  return `${JSON.stringify(value as unknown as Json, null, 2)}\n`;
}
