import type { Schema } from '../../openapi/model/schema.js';
import { type Change, DIRECTIONS, type Direction, isSchemaChange, type SchemaChange } from '../change.js';
import { bare } from '../schema/inclusion/bare.js';
import type { Refutation, Verdicts } from '../schema/inclusion/confirm.js';
import { type Inclusion, Inclusions } from '../schema/inclusion/inclusion.js';
import { allowedTypes } from '../schema/inclusion/parts.js';
import { plainlyRefuses } from '../schema/inclusion/plainly-accepts.js';
import { ARRAY, OBJECT } from '../schema/inclusion/value-types.js';
import { NOTHING } from '../schema/part.js';
import { loosened, mayBeEmpty } from './loosened.js';
import { type Question, questionOf } from './question.js';
import { sendersBeside } from './senders-beside.js';
import { Wholes } from './whole.js';
import { isTakenAsText } from './written-as-text.js';

/** What is decided about the schema changes of a comparison, each in the directions in which it is used. */
export interface Decisions {
  /** Whether the receiving side accepts what the sending side may send, as far as the change decides that. */
  of(change: SchemaChange, direction: Direction): Inclusion;
  /**
   * Whether both sides accept the same values there, so that only the spelling changed. Alternatives that changed are told one by
   * one: what they do together is only worth telling where it is refuted.
   */
  isRestated(change: SchemaChange): boolean;
}

const INCLUDED: Inclusion = { kind: 'included' };

/** Changes that are about which values are accepted and about nothing else. */
const ABOUT_VALUES: ReadonlySet<SchemaChange['kind']> = new Set([
  'schema.type.changed',
  'schema.enum.changed',
  'schema.pattern.changed',
  'schema.bound.changed',
  'schema.multiple-of.changed',
  'schema.unique-items.changed',
  'schema.required.changed',
  'schema.additional-properties.changed',
  'schema.union.added',
  'schema.union.removed',
  'schema.keyword.changed',
] as const);

/** What the text of a value holds no validator looks at, nor which way a value travels. */
function isAboutValues(change: SchemaChange): boolean {
  if (change.kind === 'schema.keyword.changed') return change.keyword !== 'contentSchema';
  if (change.kind === 'schema.required.changed') return change.wereReadOnly === undefined;
  return ABOUT_VALUES.has(change.kind);
}

interface Asked {
  readonly change: SchemaChange;
  readonly direction: Direction;
  readonly question: Question;
  readonly answer: Inclusion;
  /** Whether somebody else may know the answer. */
  readonly isOpen: boolean;
}

/** Asks a validator whether values are valid for the one side and invalid for the other. */
export type Confirm = (list: readonly Refutation[]) => Promise<readonly boolean[]>;

/** Loads the validator, which runs without anything to confirm do without. What it said before may be given. */
export async function confirmAtOnce(list: readonly Refutation[], known?: Verdicts): Promise<readonly boolean[]> {
  const { confirmWitnesses } = await import('../schema/inclusion/confirm.js');
  return confirmWitnesses(list, known);
}

/** Decides every schema change. A refutation stands only when a validator confirms its value. */
export async function decide(changes: readonly Change[], confirm: Confirm = confirmAtOnce): Promise<Decisions> {
  const engines = { closed: new Inclusions('closed'), open: new Inclusions('open') };
  const wholes = new Wholes();
  const asked: Asked[] = [];
  const questions = new Map<SchemaChange, { [Way in Direction]?: Question | undefined }>();
  for (const change of changes) {
    if (!isSchemaChange(change)) continue;
    const raised: { [Way in Direction]?: Question | undefined } = {};
    questions.set(change, raised);
    for (const direction of directionsOf(change)) {
      const stated = questionOf(change, direction);
      raised[direction] = stated;
      if (stated === undefined) continue;
      const engine = engines[stated.reading];
      const known = ask(stated, engine);
      const beside =
        known.kind === 'included' ? askBeside(stated, sendersBeside(change, direction), engine) : undefined;
      const [question, local] = beside ?? [stated, known];
      const answer = local.kind === 'refuted' ? wholes.decide({ change, direction, question }, local) : local;
      // Whoever is asked about a sender without values says that nothing is refused.
      const isOpen = answer === local && local !== EMPTY_SENDER;
      if (answer.kind !== 'included') asked.push({ change, direction, question, answer, isOpen });
    }
  }
  const answers = await settle(asked, confirm, wholes);
  // How an object is read makes no difference where none is sent, and then the answer is known already.
  const isIncludedAsWritten = ({ sender, receiver, reading }: Question): boolean =>
    !receiver.some((schema) => plainlyRefuses(schema, sender)) &&
    engines[sender.some(isScalar) ? reading : 'open'].decide(sender, receiver).kind === 'included';
  const of = (change: SchemaChange, direction: Direction): Inclusion => answers.get(change)?.[direction] ?? INCLUDED;
  const isRestated = (change: SchemaChange): boolean => {
    const isRefused = (direction: Direction): boolean => of(change, direction).kind === 'refuted';
    if (change.kind === 'schema.alternatives.changed' && !DIRECTIONS.some(isRefused)) return true;
    if (!isAboutValues(change)) return false;
    for (const direction of DIRECTIONS) {
      // The text is the same, and compiled code notices.
      if (change.kind === 'schema.type.changed' && isTakenAsText(change, direction)) return false;
      if (of(change, direction).kind !== 'included') return false;
    }
    const raised = questions.get(change) ?? {};
    const known = DIRECTIONS.filter((direction) => direction in raised);
    // What nobody asked yet is more likely to be refuted.
    return [...DIRECTIONS.filter((direction) => !known.includes(direction)), ...known].every((direction) => {
      const question = direction in raised ? raised[direction] : questionOf(change, direction);
      return question === undefined || isIncludedAsWritten(question);
    });
  };
  return { of, isRestated };
}

function isScalar(schema: Schema): boolean {
  return (allowedTypes(bare(schema)) & (OBJECT | ARRAY)) === 0;
}

/** A sender without any value sends nothing that could be refused, which is no answer to what its author meant. */
function ask({ sender, receiver }: Question, engine: Inclusions): Inclusion {
  const answer = engine.decide(sender, receiver);
  if (answer.kind !== 'included' || !sender.some(mayBeEmpty)) return answer;
  if (engine.decide(sender, [NOTHING]).kind !== 'included') return answer;
  const meant = engine.decide(sender.map(loosened), receiver);
  if (meant.kind === 'included') return answer;
  return EMPTY_SENDER;
}

/** What stands beside alternatives may send properties of which only a receiving alternative speaks. */
function askBeside(
  question: Question,
  senders: readonly (readonly Schema[])[],
  engine: Inclusions,
): readonly [Question, Inclusion] | undefined {
  for (const beside of senders) {
    const more = { ...question, sender: [...question.sender, ...beside] };
    const answer = engine.decide(more.sender, more.receiver);
    if (answer.kind === 'refuted') return [more, answer];
  }
  return undefined;
}

const EMPTY_SENDER: Inclusion = {
  kind: 'undecided',
  reason: 'no value fits exactly one alternative of "oneOf" on the sending side',
};

/** The directions in which anybody uses the schema; both where nobody does. */
function directionsOf({ usages }: SchemaChange): readonly Direction[] {
  if (usages.length === 0) return DIRECTIONS;
  return DIRECTIONS.filter((direction) => usages.some((usage) => usage.direction === direction));
}

type Answers = Map<SchemaChange, { [Way in Direction]?: Inclusion }>;

async function settle(asked: readonly Asked[], confirm: Confirm, wholes: Wholes): Promise<Answers> {
  const answers: Answers = new Map();
  const note = ({ change, direction }: Asked, answer: Inclusion): void => {
    answers.set(change, { ...answers.get(change), [direction]: answer });
  };
  for (const one of asked) note(one, one.answer);
  await confirmAnswers(asked, confirm, note);
  await askAgain(
    asked.filter((one) => one.isOpen && answers.get(one.change)?.[one.direction]?.kind === 'undecided'),
    (one, answer) => note(one, answer.kind === 'refuted' ? wholes.decide(one, answer) : answer),
  );
  return answers;
}

async function confirmAnswers(
  asked: readonly Asked[],
  confirm: Confirm,
  note: (one: Asked, answer: Inclusion) => void,
): Promise<void> {
  const refuted = asked.flatMap((one) =>
    one.answer.kind === 'refuted' ? [{ one, witness: one.answer.witness, ...wholeOf(one) }] : [],
  );
  if (refuted.length === 0) return;
  const confirmed = await confirm(refuted);
  refuted.forEach(({ one }, index) => {
    if (confirmed[index] !== true) note(one, { kind: 'undecided', reason: 'no value that shows it was confirmed' });
  });
}

/** The value is confirmed against the receiving schema as a whole, not only against the part the question was about. */
function wholeOf({ change, direction, question }: Asked): Pick<Refutation, 'left' | 'right'> {
  const { base, revision } = change.schemas.stated;
  return { left: question.sender, right: direction === 'request' ? revision : base };
}

async function askAgain(asked: readonly Asked[], note: (one: Asked, answer: Inclusion) => void): Promise<void> {
  if (asked.length === 0) return;
  const { secondOpinion } = await import('../schema/inclusion/second-opinion.js');
  const answers = await secondOpinion(
    asked.map(({ question }) => ({ left: question.sender, right: question.receiver })),
  );
  asked.forEach((one, index) => {
    const answer = answers[index];
    if (answer !== undefined && answer.kind !== 'undecided') note(one, answer);
  });
}
