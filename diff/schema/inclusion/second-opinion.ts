import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { confirmWitnesses } from './confirm.js';
import { evaluate } from './evaluate.js';
import type { Inclusion } from './inclusion.js';
import { sampleOfBoth } from './sample.js';
import { readSimple, simpleSchema } from './simple-schema.js';

/** An inclusion that could not be decided; several schemas of a side hold together. */
export interface Question {
  readonly left: readonly Schema[];
  readonly right: readonly Schema[];
}

interface Asked {
  readonly index: number;
  readonly sourceSchema: Json;
  readonly destinationSchema: Json;
}

const UNDECIDED: Inclusion = { kind: 'undecided', reason: 'a second opinion did not decide it either' };

/** How long all answers together may take. The questions asked are so small that they take a fraction of it. */
const DEADLINE = 5_000;

/**
 * Asks another implementation, json-schema-diff, about inclusions that say nothing but what that knows. It works in a thread of its
 * own that is ended at a deadline, because it can take very long. It reads schemas as plain JSON Schema, so what it includes is
 * included for a closed sender too; a value it finds is shown only when the validator confirms it.
 */
export async function secondOpinion(questions: readonly Question[]): Promise<readonly Inclusion[]> {
  const asked = questions.flatMap(({ left, right }, index) => {
    const sourceSchema = simpleSchema(left);
    const destinationSchema = sourceSchema === undefined ? undefined : simpleSchema(right);
    return sourceSchema === undefined || destinationSchema === undefined
      ? []
      : [{ index, sourceSchema, destinationSchema }];
  });
  const removed = asked.length === 0 ? new Map<number, Json>() : await ask(asked);
  return questions.map((question, index) => {
    const rest = removed.get(index);
    return rest === undefined ? UNDECIDED : conclude(question, rest);
  });
}

function conclude({ left, right }: Question, rest: Json): Inclusion {
  if (rest === false) return { kind: 'included' };
  const schema = readSimple(rest);
  const witness = schema && sampleOfBoth(left, [schema], 'closed');
  if (witness === undefined || evaluate(right, witness) !== false) return UNDECIDED;
  const [confirmed] = confirmWitnesses([{ left, right, witness }]);
  return confirmed === true ? { kind: 'refuted', witness } : UNDECIDED;
}

/** What runs in the thread, as text: a thread is started from a file or from text, and a bundle has no file for it. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { diffSchemas } = require(workerData.path);
(async () => {
  for (const { index, sourceSchema, destinationSchema } of workerData.asked) {
    try {
      const result = await diffSchemas({ sourceSchema, destinationSchema });
      parentPort.postMessage({ index, removed: result.removalsFound ? result.removedJsonSchema : false });
    } catch {}
  }
})();
`;

/** What the right side does not accept of the left, as a schema, for each question that was answered in time. */
function ask(asked: readonly Asked[]): Promise<ReadonlyMap<number, Json>> {
  const answers = new Map<number, Json>();
  const path = createRequire(import.meta.url).resolve('json-schema-diff');
  return new Promise((resolve) => {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { path, asked },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => void worker.terminate(), DEADLINE);
    worker.on('message', ({ index, removed }: { readonly index: number; readonly removed: Json }) => {
      answers.set(index, removed);
    });
    worker.on('error', () => {});
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(answers);
    });
  });
}
