import { type Path, valueAt } from './paged.js';
import { refuse } from './refuse.js';
import { verifySignature } from './verify-signature.js';

/** Where the notifications of an API say what they are. */
export interface Webhooks {
  readonly topic: Path;
  /** Absent: notifications have no id, so that a replay cannot be told. */
  readonly id?: Path;
  /** The second since 1970 when it was sent. Absent: notifications do not say it. */
  readonly time?: Path;
}

/** What to do with notifications; `Payloads` has their types by topic. */
export interface WebhookOptions<Payloads> {
  /** The secret, or several while one takes the place of another. */
  readonly secret: string | readonly string[];
  readonly handlers: { readonly [Topic in keyof Payloads]?: (payload: Payloads[Topic]) => void | Promise<void> };
  /** Gets what no handler is there for. Absent: it is accepted and dropped. */
  readonly fallback?: ((payload: unknown) => void | Promise<void>) | undefined;
  /** Whether the notification with this id came before; then it is accepted and not handled again. Absent: all are handled. */
  readonly isKnown?: ((id: string) => boolean | Promise<boolean>) | undefined;
  /** The seconds that may have passed since a notification was sent. Absent: any number. */
  readonly maxAge?: number | undefined;
  /** The most bytes a notification may have. Absent: 1,048,576. */
  readonly maxBytes?: number | undefined;
  /** Gets what a handler throws; the sender is answered 500, so that it sends the notification again. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * Answers the request of a webhook. Nothing is parsed before the signature is found right, and no handler runs before
 * that: 401 for a missing or wrong signature, 413 for too many bytes, 400 for what is cut short, not JSON or too old, 405 for
 * another method than POST (a HEAD, which asks whether anybody listens, is answered 200). Throws a TypeError if the body of the
 * request was read before.
 */
export async function handleWebhook<Payloads>(
  request: Request,
  { topic, id, time }: Webhooks,
  options: WebhookOptions<Payloads>,
): Promise<Response> {
  const { secret, handlers, fallback, isKnown, maxAge = Infinity, maxBytes = 2 ** 20, onError } = options;
  if (request.method === 'HEAD') return answer(200);
  if (request.method !== 'POST') return answer(405, { allow: 'POST' });
  const signature = request.headers.get('x-hub-signature');
  if (!signature) return answer(401);
  // Read already, a body is lost: parsed and written again it has other bytes than were signed.
  if (request.bodyUsed || request.body?.locked) refuse('The request of a webhook must come with its body unread.');
  const body = await readBytes(request, maxBytes).catch(() => answer(400));
  if (!(body instanceof Uint8Array)) return body ?? answer(413);
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const verdicts = await Promise.all(secrets.map((each) => verifySignature(body, signature, each)));
  if (!verdicts.includes(true)) return answer(401);
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return answer(400);
  }
  if (maxAge < Infinity && !(Date.now() / 1000 - Number(valueAt(payload, time)) <= maxAge)) return answer(400);
  try {
    const key = valueAt(payload, id);
    if (typeof key === 'string' && (await isKnown?.(key))) return answer(200);
    const name = valueAt(payload, topic);
    const known = typeof name === 'string' && Object.hasOwn(handlers, name) ? name : undefined;
    // Whose topic it is, the sender says; that the payload is what the document says of it, the signature vouches for.
    const handler = known === undefined ? fallback : (handlers[known as keyof Payloads] as typeof fallback);
    await handler?.(payload);
    return answer(200);
  } catch (error) {
    onError?.(error);
    return answer(500);
  }
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers });
}

/** The bytes of a body, or undefined if they are more than `most`; what comes after that is not read. */
async function readBytes({ headers, body }: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(headers.get('content-length')) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
