import { refuse } from './refuse.js';

/**
 * Whether `signature`, the `X-Hub-Signature` header (`sha1=` and 40 hexadecimal digits), is the HMAC-SHA1 of `rawBody`
 * under `secret`; compared in constant time. Pass the bytes as they came: parsed and written again they differ. Throws a
 * TypeError if the secret is empty.
 */
export async function verifySignature(
  rawBody: Uint8Array | string,
  signature: string | null,
  secret: string,
): Promise<boolean> {
  if (!secret) refuse('The webhook secret must not be empty.');
  const digits = /^sha1=([\da-f]{40})$/i.exec(signature ?? '')?.[1];
  if (!digits) return false;
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
  const key = await crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['verify']);
  const stated = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const body = typeof rawBody === 'string' ? bytes(rawBody) : new Uint8Array(rawBody);
  return crypto.subtle.verify('HMAC', key, stated, body);
}
