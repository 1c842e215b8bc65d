import type { Finding, Move } from '../diff/finding.js';

type Step = (finding: Finding) => string;

/** What a caller does about a finding, by its rule; where only the way matters, the direction decides. */
const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['operation-removed', ({ where }) => `Stop calling ${where}, or stay on the former version where you need it.`],
  ['parameter-removed', ({ where }) => `Stop sending ${where}.`],
  ['required-parameter-added', ({ where }) => `Send ${where} with every call.`],
  ['parameter-became-required', ({ where }) => `Send ${where} with every call.`],
  ['request-body-removed', () => 'Stop sending a body.'],
  ['required-request-body-added', () => 'Send a body with every call.'],
  ['required-property-added', ({ where }) => `Send "${where}".`],
  ['property-became-required', ({ where }) => `Send "${where}" every time.`],
  ['property-became-optional', ({ where }) => `Expect answers without "${where}".`],
  ['property-removed', sentOrRead('Stop sending', 'Stop reading')],
  ['property-forbidden', sentOrRead('Stop sending', 'Stop reading')],
  [
    'type-changed',
    ({ direction, where, before, after }) =>
      `${direction === 'request' ? 'Send' : 'Read'} "${where}" as ${words(after)} instead of ${words(before)}.`,
  ],
  ['type-widened', ({ where, after }) => `Expect "${where}" as ${words(after)}.`],
  ['type-narrowed', ({ where, after }) => `Send "${where}" as ${words(after)} only.`],
  ['null-added', ({ where }) => `Expect null in "${where}".`],
  ['null-removed', sentOrRead('Stop sending null in', 'Check what takes the place of null in')],
  ['null-replaced', ({ where }) => `Test "${where}" for the new value where you test for null.`],
  ['enum-value-removed', ({ where }) => `Stop using the removed values of "${where}".`],
  ['enum-replaced', ({ where }) => `Move to the new values of "${where}".`],
  [
    'enum-value-renamed',
    ({ where, before, after }) => `Use ${words(after)} in the place of ${words(before)} in "${where}".`,
  ],
  ['enum-value-added', ({ where }) => `Expect the new values in "${where}".`],
  ['alternative-added', ({ where }) => `Expect the new alternative in "${where}".`],
  [
    'path-parameter-renamed',
    ({ before, after }) =>
      `Rename the argument "${words(before)}" to "${words(after)}" where you call the generated client.`,
  ],
  ['operation-id-changed', () => 'Use the new name of the method in the generated client.'],
  ['security-tightened', () => 'Check that your credentials and scopes still suffice.'],
]);

/** One thing to do, in the imperative. */
export function stepFor(finding: Finding): string {
  const [move] = finding.moves;
  if (move !== undefined && move.end === 'to') return stepToNewPlace(finding, finding.moves);
  const step = STEPS.get(finding.rule);
  if (step !== undefined) return step(finding);
  return finding.impact === 'non-breaking' ? 'Nothing to do.' : `Check how you use "${finding.where}".`;
}

/** What moved is sent or read under its new name. Where only likeness says so, the caller is told to make sure. */
function stepToNewPlace({ rule, direction, where }: Finding, moves: readonly Move[]): string {
  const isSent = direction === 'request' || rule.startsWith('parameter');
  const verb = rule.startsWith('operation') ? 'Call' : isSent ? 'Send' : direction === 'both' ? 'Use' : 'Read';
  const told = moves.slice(0, MOST_MOVES).map(({ name, part }) => {
    return `"${name}" instead of ${rule.startsWith('operation') ? where : `"${part === null ? where : `${where}.${part}`}"`}`;
  });
  const more = moves.length - told.length;
  const isSure = moves.every(({ confirmed }) => confirmed);
  const reasons = moves[0]?.evidence.join(', ') ?? '';
  return `${verb} ${told.join(', ')}${more === 0 ? '' : ` and ${more} more`}${isSure ? '' : `, if they mean the same (${reasons})`}.`;
}

/** Parts of one element whose new places are listed. */
const MOST_MOVES = 6;

function sentOrRead(sent: string, read: string): Step {
  return ({ direction, where }) => `${direction === 'request' ? sent : read} "${where}".`;
}

function words(value: Finding['before']): string {
  return (Array.isArray(value) ? value : [value])
    .map((word) => (word === null ? 'any type' : String(word)))
    .join(' or ');
}
