import { NetworkError } from './errors.js';
import { expectType } from './expect-type.js';
import { type Body, openBody } from './open-body.js';
import type { Encode, Operation } from './operation.js';
import type { Fail, Read } from './read-answer.js';

/** Writes the items of any iterable as JSON, one a line; those of an async one as they come. Text is sent as it is. */
export const encodeLines: Encode = (body, { body: type = 'application/x-ndjson' }) => {
  // RFC 7464 begins each text with a record separator.
  const mark = /json-seq/i.test(type) ? '\x1e' : '';
  const line = (item: unknown): string => `${mark}${JSON.stringify(item)}\n`;
  if (typeof body === 'string') return [body, type];
  // The generated type asks for an iterable.
  const items = body as Iterable<unknown> | AsyncIterable<unknown>;
  return Symbol.asyncIterator in items ? [streamOf(items, line), type, 'half'] : [[...items].map(line).join(''), type];
};

/** The items as bytes, each asked for when the one before is sent. */
function streamOf(items: AsyncIterable<unknown>, line: (item: unknown) => string): ReadableStream<Uint8Array> {
  const iterator = items[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(line(value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** Reads JSON texts, one a line, as they come. A line that is not JSON throws a ResponseError; leaving the loop ends the answer. */
export const readLines: Read = async (response, operation, signal, fail) => {
  await expectType(response, operation, fail);
  return parseLines(response, operation, openBody(response, signal), fail);
};

async function* parseLines(
  response: Response,
  operation: Operation,
  body: Body,
  fail: Fail,
): AsyncGenerator<unknown, void, undefined> {
  for await (const line of splitLines(response, operation, body)) {
    // RFC 7464 begins each text with a record separator.
    const text = line.replace(/^\x1e/, '').trim();
    if (!text) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      fail(text, text, cause);
    }
    yield value;
  }
}

/** The lines of a body as they come, the last one included even if nothing ends it. */
export async function* splitLines(
  response: Response,
  operation: Operation,
  body: Body,
): AsyncGenerator<string, void, undefined> {
  const reader = body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  // Pieces of a line are joined once, so that a long line takes no quadratic time.
  let pieces: string[] = [];
  let held = '';
  try {
    for (let isDone = false; !isDone; ) {
      const { done, value } = await reader.read();
      isDone = done;
      let text = held + decoder.decode(value, { stream: !done });
      held = '';
      // Whether a line feed follows, the next bytes tell.
      if (!done && text.endsWith('\r')) {
        held = '\r';
        text = text.slice(0, -1);
      }
      const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
      pieces.push(first);
      for (const start of rest) {
        yield pieces.join('');
        pieces = [start];
      }
    }
    const last = pieces.join('');
    if (last) yield last;
  } catch (cause) {
    // The platform says so of a lost connection; the reason of an abort is whatever the caller gave.
    throw cause instanceof TypeError ? new NetworkError(operation, 'failed: the stream broke', cause, response) : cause;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
