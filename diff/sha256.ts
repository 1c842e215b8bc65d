/** The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2). */
const ROUNDS = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
);

/** The same of the square roots of the first 8 primes (section 5.3.3). */
const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

const BLOCK = 64;

/**
 * The SHA-256 of text in UTF-8, in hexadecimal digits (FIPS 180-4). It is for telling short texts apart: what Node has for it takes
 * as long to load as comparing two small documents.
 */
export function sha256(text: string): string {
  // A character takes at most three bytes, and what follows the text at most a block and nine bytes.
  const enough = text.length * 3 + 2 * BLOCK;
  const message = enough > ROOM.byteLength ? new DataView(new ArrayBuffer(enough)) : ROOM;
  const bytes = message === ROOM ? ROOM_BYTES : new Uint8Array(message.buffer);
  const length = ENCODER.encodeInto(text, bytes).written;
  const end = Math.ceil((length + 9) / BLOCK) * BLOCK;
  // A bit that is set, zeros, and the length in bits fill the last block.
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  message.setUint32(end - 8, Math.floor(length / 2 ** 29));
  message.setUint32(end - 4, length << 3);
  const hash = START.slice();
  for (let offset = 0; offset < end; offset += BLOCK) {
    expand(message, offset, WORDS);
    compress(hash, WORDS);
  }
  let digits = '';
  for (let index = 0; index < hash.length; index++) digits += ((hash[index] ?? 0) >>> 0).toString(16).padStart(8, '0');
  return digits;
}

const ENCODER = new TextEncoder();
/**
 * The words of one block, and room for a message of usual length: they are made once, and not for every text. Words have signs, as
 * such numbers need no memory of their own.
 */
const WORDS = new Int32Array(ROUNDS.length);
const ROOM = new DataView(new ArrayBuffer(8_192));
const ROOM_BYTES = new Uint8Array(ROOM.buffer);

/** The message schedule of a block (section 6.2.2, step 1). Most of what is hashed is hashed before this code is compiled for speed. */
function expand(message: DataView, offset: number, words: Int32Array): void {
  for (let index = 0; index < 16; index++) words[index] = message.getInt32(offset + index * 4);
  for (let index = 16; index < words.length; index++) {
    const early = words[index - 15] ?? 0;
    const late = words[index - 2] ?? 0;
    const first = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const second = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    words[index] = (words[index - 16] ?? 0) + first + (words[index - 7] ?? 0) + second;
  }
}

/** Works one block into the hash (section 6.2.2, steps 2 to 4). */
function compress(hash: Int32Array, words: Int32Array): void {
  // Taken apart and put together one by one: a list of eight, for every block, takes as long as the rounds.
  let a = hash[0] ?? 0;
  let b = hash[1] ?? 0;
  let c = hash[2] ?? 0;
  let d = hash[3] ?? 0;
  let e = hash[4] ?? 0;
  let f = hash[5] ?? 0;
  let g = hash[6] ?? 0;
  let h = hash[7] ?? 0;
  for (let index = 0; index < words.length; index++) {
    const sum = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sum + ((e & f) ^ (~e & g)) + (ROUNDS[index] ?? 0) + (words[index] ?? 0)) | 0;
    const turned = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (turned + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(hash, 0, a);
  add(hash, 1, b);
  add(hash, 2, c);
  add(hash, 3, d);
  add(hash, 4, e);
  add(hash, 5, f);
  add(hash, 6, g);
  add(hash, 7, h);
}

function add(hash: Int32Array, index: number, word: number): void {
  hash[index] = (hash[index] ?? 0) + word;
}
