import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifySignature } from '../../../generator/runtime/index.js';
import { rejection } from './serve.js';

const secret = 'sécret';
const body = '{"topic":"conversation.user.created","ü":1}';
const signature = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`;

test('a signature of text and of bytes', async () => {
  const padded = new TextEncoder().encode(`xx${body}`).subarray(2);
  expect([
    await verifySignature(body, signature, secret),
    await verifySignature(new TextEncoder().encode(body), signature, secret),
    await verifySignature(padded, signature, secret),
    await verifySignature(Buffer.from(body), signature.toUpperCase().replace('SHA1', 'sha1'), secret),
  ]).toEqual([true, true, true, true]);
});

test.each([
  null,
  '',
  'sha1=',
  signature.slice(5),
  `${signature}00`,
  signature.slice(0, -2),
  `sha256=${signature.slice(5)}`,
  `sha1=${'0'.repeat(40)}`,
  `${signature}\n`,
  `sha1=${'z'.repeat(40)}`,
])('%j is none', async (stated) => {
  expect(await verifySignature(body, stated, secret)).toEqual(false);
});

test('another body or secret is refused', async () => {
  expect([
    await verifySignature(`${body} `, signature, secret),
    await verifySignature(body, signature, 'other'),
  ]).toEqual([false, false]);
});

test('an empty secret is refused', async () => {
  expect(await rejection(verifySignature(body, signature, ''))).toEqual(
    new TypeError('The webhook secret must not be empty.'),
  );
});
