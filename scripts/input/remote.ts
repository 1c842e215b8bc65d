import { MAX_FILE_BYTES } from '../../openapi/source/text.js';
import { InputError } from '../command.js';

const TIMEOUT_MS = 30_000;
const MAX_HOPS = 5;

/**
 * Fetches a document. Every hop of a redirect must lead to an allowed origin, the body is cut off at the limit for files, and the
 * whole must end in time.
 * @throws InputError when it cannot be fetched
 */
export async function fetchUrl(url: string, allowedOrigins: ReadonlySet<string>): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let at = url;
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    const response = await request(at, signal);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      const next = new URL(location, at);
      if (!allowedOrigins.has(next.origin)) {
        throw new InputError(
          `${at} leads to ${next.origin}, which is not allowed. Allow it with --allow-remote ${next.origin}.`,
        );
      }
      at = next.href;
      continue;
    }
    if (!response.ok) throw new InputError(`${at} answered with status ${response.status}.`);
    return readBody(response, at);
  }
  throw new InputError(`${url} is redirected more than ${MAX_HOPS} times.`);
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'application/json, application/yaml, */*' },
    });
  } catch (error) {
    throw new InputError(`${url} cannot be fetched: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

async function readBody(response: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES) throw new InputError(`${url} has more than ${MAX_FILE_BYTES / 1024 / 1024} MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${url} broke off: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
  return Buffer.concat(chunks);
}
