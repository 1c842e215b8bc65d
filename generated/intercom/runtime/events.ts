import { expectType } from './expect-type.js';
import { splitLines } from './lines.js';
import { type Body, openBody } from './open-body.js';
import type { Operation } from './operation.js';
import type { Read } from './read-answer.js';

/** One server-sent event. */
export interface ServerEvent {
  /** `message` unless the server names another. */
  readonly event: string;
  /** The lines of the data, joined by line feeds. */
  readonly data: string;
  /** The last id the server gave; send it as `Last-Event-ID` to go on after this event. Empty: it gave none. */
  readonly id: string;
  /** How many milliseconds the server asks to wait before connecting again. Undefined: it does not say. */
  readonly retry: number | undefined;
}

/** Reads server-sent events as they come. Leaving the loop ends the answer. */
export const readEvents: Read = async (response, operation, signal, fail) => {
  await expectType(response, operation, fail);
  return parseEvents(response, operation, openBody(response, signal));
};

async function* parseEvents(
  response: Response,
  operation: Operation,
  body: Body,
): AsyncGenerator<ServerEvent, void, undefined> {
  let event = '';
  let data: string[] = [];
  let id = '';
  let retry: number | undefined;
  // What no empty line ends is no event: the server did not finish it.
  for await (const line of splitLines(response, operation, body)) {
    if (!line) {
      if (data.length) yield { event: event || 'message', data: data.join('\n'), id, retry };
      event = '';
      data = [];
      continue;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d{1,9}$/.test(value)) retry = Number(value);
  }
}
