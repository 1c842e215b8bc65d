import { expectType } from './expect-type.js';
import { openBody } from './open-body.js';
import type { Read } from './read-answer.js';

/** The answer as text. */
export const readText: Read = async (response, operation, _, fail) => {
  await expectType(response, operation, fail);
  const text = await response.text();
  return text || !operation.empty ? text : undefined;
};

/** The answer as a Blob. */
export const readBlob: Read = async (response, operation, _, fail) => {
  await expectType(response, operation, fail);
  const blob = await response.blob();
  return blob.size || !operation.empty ? blob : undefined;
};

/** The unread stream of the answer. The signal of the call ends it, the time limit does not. */
export const readStream: Read = async (response, operation, signal, fail) => {
  await expectType(response, operation, fail);
  return openBody(response, signal);
};
