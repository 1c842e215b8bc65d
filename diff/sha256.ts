import { createRequire } from 'node:module';
import { instantiate } from '../openapi/source/web-assembly.js';
import { SHA256 } from './sha256-code.js';

/**
 * The SHA-256 of text in UTF-8, in hexadecimal digits. It is for telling short texts apart, of which a report has many or few: what
 * Node has for it takes longer to load than to hash them all, and a program of our own is slow until it is compiled for speed.
 */
export function sha256(text: string): string {
  if (hasher === undefined) hasher = newHasher();
  // A character takes at most three bytes, and what follows the text at most a block and nine bytes.
  if (hasher === null || text.length * 3 + 2 * BLOCK > ROOM) return hashOfNode(text);
  const { bytes, words, hash } = hasher;
  const { written } = ENCODER.encodeInto(text, bytes);
  const end = Math.ceil((written + 9) / BLOCK) * BLOCK;
  // A bit that is set, zeros, and the length in bits fill the last block.
  bytes.fill(0, written, end);
  bytes[written] = 0x80;
  words.setUint32(MESSAGE + end - 4, written * 8);
  hash(end);
  let digits = '';
  for (let at = HASH; at < HASH + 32; at += 4) {
    const word = words.getUint32(at, true);
    digits += word.toString(16).padStart(8, '0');
  }
  return digits;
}

/** Where things stand in the memory of `sha256.wat`. */
const HASH = 288;
const MESSAGE = 576;
const ROOM = 65_536 - MESSAGE;

const BLOCK = 64;
const ENCODER = new TextEncoder();

/** What `sha256.wat` offers. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly hash: (length: number) => void;
}

interface Hasher extends Pick<Exports, 'hash'> {
  /** The message. */
  readonly bytes: Uint8Array;
  readonly words: DataView;
}

let hasher: Hasher | null | undefined;

/** `null` where the engine cannot. */
function newHasher(): Hasher | null {
  const code = instantiate<Exports>(SHA256);
  if (code === undefined) return null;
  const { buffer } = code.memory;
  return { bytes: new Uint8Array(buffer, MESSAGE), words: new DataView(buffer), hash: code.hash };
}

const load = createRequire(import.meta.url);

function hashOfNode(text: string): string {
  // `require` cannot know what it loads.
  const { createHash } = load('node:crypto') as typeof import('node:crypto');
  return createHash('sha256').update(text).digest('hex');
}
