import type { LoadedFile } from '../load/loaded-file.js';
import { field, isArray, isObject, type Json } from '../source/json.js';
import { Origin } from '../source/origin.js';
import { parsePointer } from '../source/pointer.js';
import { didYouMean } from '../source/suggest.js';
import { type AnchorIndex, indexAnchors, type Located, resolveUri } from './anchors.js';
import { meantComponent } from './meant-component.js';
import { readReferenceUri } from './reference-uri.js';

/** A reference that leads nowhere. */
export interface BrokenReference {
  readonly code: string;
  readonly message: string;
  /** Whether something with nearly this name exists, so that the reference is a slip of the pen. */
  readonly isSlip?: boolean;
}

/** A file that has to be loaded before a reference can be followed. */
export interface WantedFile {
  /** A path relative to the folder of the document, or a URL. */
  readonly name: string;
  readonly remote: boolean;
  /** What refers to it so far. */
  readonly references: { readonly text: string; readonly from: Origin }[];
}

/** The most references that one pointer may lead through. */
const MAX_HOPS = 100;

/** Follows references between the files of one document. It loads nothing itself: what is missing is listed in `wanted`. */
export class Resolver {
  readonly wanted = new Map<string, WantedFile>();
  /** Whether every reference so far was a pointer into the file it stands in. */
  isOnePiece = true;
  readonly #files: ReadonlyMap<string, LoadedFile>;
  readonly #allowedOrigins: ReadonlySet<string>;
  readonly #unreadable: ReadonlyMap<string, string>;
  readonly #anchors = new Map<string, AnchorIndex>();
  #hops = 0;

  /**
   * @param files every loaded file by its key, the entry included: a path relative to the entry's folder, or a URL
   * @param unreadable files that could not be loaded, with the reason
   */
  constructor(
    files: ReadonlyMap<string, LoadedFile>,
    unreadable: ReadonlyMap<string, string>,
    allowedOrigins: ReadonlySet<string>,
  ) {
    this.#files = files;
    this.#unreadable = unreadable;
    this.#allowedOrigins = allowedOrigins;
  }

  /** The value a reference names, one step. `undefined` means that a file is wanted first. */
  resolve(reference: string, from: Origin): Located | BrokenReference | undefined {
    const hash = reference.indexOf('#');
    const uri = hash < 0 ? reference : reference.slice(0, hash);
    const fragment = hash < 0 ? '' : reference.slice(hash + 1);
    if (uri !== '' || (fragment !== '' && !fragment.startsWith('/'))) this.isOnePiece = false;
    const byId = this.#resolveById(uri, fragment, from);
    if (byId !== undefined) {
      this.isOnePiece = false;
      return byId;
    }
    const file = this.#fileFor(uri, from, reference);
    if (file === undefined || 'code' in file) return file;
    return this.#resolveFragment(file[0], file[1], fragment, reference);
  }

  #fileFor(uri: string, from: Origin, reference: string): readonly [string, LoadedFile] | BrokenReference | undefined {
    const target = readReferenceUri(uri, from.file);
    if (target.kind === 'same-file') return this.#loaded(from.file);
    if (target.kind === 'refused') {
      return { code: target.code, message: `The reference "${uri}" is refused. ${target.reason}` };
    }
    const remote = target.kind === 'remote';
    const name = remote ? target.url : target.path;
    if (remote && !this.#allowedOrigins.has(target.origin)) {
      const message = `The reference "${uri}" leads to the network and is refused. Allow it with --allow-remote ${target.origin}, or keep a copy beside the document.`;
      return { code: 'reference-remote', message };
    }
    const file = this.#loaded(name);
    if (file !== undefined) return file;
    const failure = this.#unreadable.get(name);
    if (failure !== undefined) {
      const meant = uri === reference || uri.trim() === '' ? meantComponent(this.#rootOf(from), reference.trim()) : '';
      const end = /[.?]$/.test(failure) ? '' : '.';
      return { code: 'reference-file', message: `"${uri}" cannot be read: ${failure}${end}${meant}` };
    }
    const wanted = this.wanted.get(name) ?? { name, remote, references: [] };
    wanted.references.push({ text: reference, from });
    this.wanted.set(name, wanted);
    return undefined;
  }

  #rootOf({ file }: Origin): Json {
    return this.#files.get(file)?.value ?? null;
  }

  #loaded(name: string): readonly [string, LoadedFile] | undefined {
    const file = this.#files.get(name);
    return file === undefined ? undefined : [name, file];
  }

  #resolveById(uri: string, fragment: string, from: Origin): Located | undefined {
    const isPointer = fragment === '' || fragment.startsWith('/');
    if (uri === '' && isPointer && !this.#anchors.has(from.file)) {
      // The common case, "#/…", needs the index only where the file has identified schemas.
      if (this.#files.get(from.file)?.usesIds !== true) return undefined;
    }
    const index = this.#anchorsOf(from.file);
    if (index === undefined) return undefined;
    const base = index.baseOf(from);
    const target = uri === '' ? base : resolveUri(uri, base);
    if (!isPointer) return index.anchors.get(`${target}#${fragment}`);
    const resource = target === '' ? undefined : index.ids.get(target);
    if (resource === undefined) return undefined;
    const segments = parsePointer(fragment);
    const found = segments && follow(resource, segments);
    return found === undefined || 'code' in found ? undefined : found;
  }

  #anchorsOf(name: string): AnchorIndex | undefined {
    const file = this.#files.get(name);
    if (file === undefined) return undefined;
    let index = this.#anchors.get(name);
    if (index === undefined) {
      index = indexAnchors(file, name);
      this.#anchors.set(name, index);
    }
    return index;
  }

  #resolveFragment(name: string, file: LoadedFile, fragment: string, reference: string): Located | BrokenReference {
    const segments = parsePointer(fragment);
    if (segments === undefined) {
      const index = this.#anchorsOf(name);
      const anchor = index?.anchors.get(`${index.baseOf(Origin.root(name))}#${fragment}`);
      return anchor ?? missing(reference, `There is no such anchor.${meantBy(file, reference)}`);
    }
    const root = { raw: file.value, origin: Origin.root(name) };
    const found = follow(root, segments, (at, raw) => {
      const next = field(raw, '$ref');
      if (typeof next !== 'string' || this.#hops >= MAX_HOPS) return undefined;
      this.#hops++;
      const target = this.resolve(next, at);
      this.#hops--;
      return target === undefined || 'code' in target ? undefined : target;
    });
    if (!('code' in found)) return found;
    const meant = found.isSlip === true ? '' : meantBy(file, reference);
    return missing(reference, `${found.message}${meant}`, found.isSlip);
  }
}

function meantBy(file: LoadedFile, reference: string): string {
  const hash = reference.indexOf('#');
  return meantComponent(file.value, reference.slice(hash), reference.slice(0, hash));
}

function missing(reference: string, reason: string, isSlip = false): BrokenReference {
  return { code: 'reference-missing', message: `"${reference}" does not exist. ${reason}`, isSlip };
}

/** Walks a pointer; where a step is missing on an object that is itself a reference, the walk goes on at its target. */
function follow(
  start: Located,
  segments: readonly string[],
  through?: (at: Origin, raw: { readonly [key: string]: Json | undefined }) => Located | undefined,
): Located | BrokenReference {
  let { raw, origin } = start;
  for (const segment of segments) {
    let hops = 0;
    while (isObject(raw) && field(raw, segment) === undefined && through !== undefined && hops++ < MAX_HOPS) {
      const target = through(origin, raw);
      if (target === undefined) break;
      ({ raw, origin } = target);
    }
    const next: Json | undefined = isObject(raw)
      ? field(raw, segment)
      : isArray(raw) && /^(0|[1-9]\d*)$/.test(segment)
        ? raw[Number(segment)]
        : undefined;
    if (next === undefined) {
      const meant = didYouMean(segment, isObject(raw) ? Object.keys(raw) : []).trim();
      const at = origin.parent === undefined ? 'the document' : `"${origin.pointer}"`;
      const message = meant === '' ? `"${segment}" is not in ${at}.` : meant;
      return { code: 'reference-missing', message, isSlip: meant !== '' };
    }
    raw = next;
    origin = origin.at(segment);
  }
  return { raw, origin };
}
