import { loadFile } from './load/load-file.js';
import { type LoadedFile, placeOf } from './load/loaded-file.js';
import type { ApiDocument, WarningKind } from './model/document.js';
import { ReadContext } from './model/read/context.js';
import { readDocumentModel, readVersion } from './model/read/read-document.js';
import type { OverlayInput } from './overlay/overlay-file.js';
import { bundle } from './resolve/bundle.js';
import { Resolver, type WantedFile } from './resolve/resolver.js';
import { Scout } from './resolve/scout.js';
import { type Diagnostic, DocumentError, type Fault, type Place } from './source/diagnostic.js';
import { isObject } from './source/json.js';
import { Origin } from './source/origin.js';
import type { Versions } from './versions.js';

/** Where a document comes from. What it may touch is decided by who hands in these functions. */
export interface DocumentInput {
  /** The name shown to people, as they gave it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The name of the file within its folder, or its URL; other files refer to it by this. */
  readonly key: string;
  /** Reads a file below the folder of the document; absent where there is no folder, as for standard input. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
  /** Fetches a URL whose origin is in `allowedOrigins`. */
  readonly fetchUrl?: (url: string) => Promise<Uint8Array>;
  readonly allowedOrigins?: ReadonlySet<string>;
  /** How a file beside the document is shown; absent means by its path relative to the document. */
  readonly displayName?: (path: string) => string;
  /** What was read of other versions of the document, to which this one is added. */
  readonly versions?: Versions;
  /** Overlays to apply before anything is read, in this order. Absent: none. */
  readonly overlays?: readonly OverlayInput[];
}

/** The most files one document may be made of. */
const MAX_FILES = 2_000;

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document and every file it refers to.
 * @throws DocumentError listing all faults found, each with file, line, column and pointer.
 */
export async function readDocument(input: DocumentInput): Promise<ApiDocument> {
  const { file, warnings } = await loadEntry(input);
  const files = new Map<string, LoadedFile>([[input.key, file]]);
  const unreadable = new Map<string, string>();
  const broken: Diagnostic[] = [];
  for (;;) {
    const resolver = new Resolver(files, unreadable, input.allowedOrigins ?? new Set());
    const attempt = readOnce(input, files, resolver);
    if (resolver.wanted.size === 0) return finish(attempt, files, resolver, broken, warnings);
    const scout = new Scout(resolver);
    for (let wanted = [...resolver.wanted.values()]; wanted.length > 0; wanted = [...scout.follow(wanted)]) {
      await load(input, wanted, files, unreadable, broken);
    }
  }
}

/** The document itself, with what overlays make of it. */
async function loadEntry(input: DocumentInput) {
  const { name, bytes, overlays = [] } = input;
  if (overlays.length === 0) return { file: loadVersion(input, ROOT, name, bytes), warnings: [] };
  const file = loadFile(name, bytes);
  const { overlayFile } = await import('./overlay/overlay-file.js');
  return overlayFile(file, overlays);
}

/** The document itself has another name in each version. */
const ROOT = '';

function loadVersion({ versions }: DocumentInput, key: string, name: string, bytes: Uint8Array): LoadedFile {
  const file = loadFile(name, bytes, versions?.files.get(key));
  versions?.files.set(key, file);
  return file;
}

/** Loads files, or notes why they cannot be. */
async function load(
  input: DocumentInput,
  wanted: readonly WantedFile[],
  files: Map<string, LoadedFile>,
  unreadable: Map<string, string>,
  broken: Diagnostic[],
): Promise<void> {
  for (const { name, remote } of wanted) {
    if (files.size + unreadable.size >= MAX_FILES) {
      unreadable.set(name, `A document may be made of ${MAX_FILES} files.`);
      continue;
    }
    try {
      const bytes = await readOther(input, name, remote);
      files.set(name, loadVersion(input, name, remote ? name : (input.displayName?.(name) ?? name), bytes));
    } catch (error) {
      if (error instanceof DocumentError) broken.push(...error.diagnostics);
      unreadable.set(name, error instanceof DocumentError ? 'It has the faults listed.' : messageOf(error));
    }
  }
}

interface Attempt {
  readonly context: ReadContext;
  readonly model: Omit<ApiDocument, 'warnings' | 'warningKinds' | 'files' | 'bundled' | 'place'> | undefined;
  readonly origin: Origin;
}

function readOnce(
  { key, versions }: DocumentInput,
  files: ReadonlyMap<string, LoadedFile>,
  resolver: Resolver,
): Attempt {
  const root = files.get(key)?.value ?? null;
  const origin = Origin.root(key);
  const early = new ReadContext('3.1', resolver);
  const version = readVersion(early, root, origin);
  if (version === undefined || !isObject(root)) return { context: early, model: undefined, origin };
  const file = files.get(key);
  const isPlain = files.size === 1 && file?.isTree === true && !file.usesIds;
  const context = new ReadContext(
    version.line,
    resolver,
    isPlain ? root : undefined,
    versions?.plainParts(version.line),
  );
  context.warnings.push(...early.warnings);
  return { context, model: readDocumentModel(context, root, origin, version.openapi, version.line), origin };
}

function finish(
  { context, model, origin }: Attempt,
  files: ReadonlyMap<string, LoadedFile>,
  resolver: Resolver,
  broken: readonly Diagnostic[],
  early: readonly Diagnostic[],
): ApiDocument {
  const place = (at: Origin, atKey = false): Place => {
    const file = files.get(at.file);
    if (file === undefined) return { file: at.file, pointer: at.pointer, line: 1, column: 1 };
    return placeOf(file, at.segments, atKey);
  };
  const root = files.get(origin.file)?.value ?? null;
  context.seal();
  if (model === undefined || !isObject(root) || context.faults.length > 0) {
    throw new DocumentError(inOrder([...broken, ...toDiagnostics(context.faults, place)]));
  }
  const isWhole = files.size === 1 && files.get(origin.file)?.isTree === true && resolver.isOnePiece;
  let warnings: readonly Diagnostic[] | undefined;
  let bundled: ApiDocument['bundled'] | undefined;
  return {
    ...model,
    ...(isWhole ? { root } : {}),
    place,
    get warnings() {
      warnings ??= inOrder([...early, ...toDiagnostics(context.warnings, place)]);
      return warnings;
    },
    get warningKinds() {
      const read = kindsOf(context.warnings).map(({ first, count }) => ({ first: toDiagnostic(first, place), count }));
      return [...countedByCode(early), ...read];
    },
    get files() {
      return new Map([...files].map(([name, { value }]) => [name, value]));
    },
    get bundled() {
      bundled ??= bundle(root, origin, resolver);
      return bundled;
    },
  };
}

/** The faults of each code: the first in the order of pointers, and how many there are. */
function kindsOf(faults: readonly Fault[]): readonly { readonly first: Fault; readonly count: number }[] {
  const kinds = new Map<string, { first: Fault; place: string; count: number }>();
  for (const fault of faults) {
    const place = placeText(fault);
    const kind = kinds.get(fault.code);
    if (kind === undefined) {
      kinds.set(fault.code, { first: fault, place, count: 1 });
      continue;
    }
    kind.count++;
    if (place < kind.place) {
      kind.first = fault;
      kind.place = place;
    }
  }
  return [...kinds].sort(([a], [b]) => compareText(a, b)).map(([, kind]) => kind);
}

function countedByCode(diagnostics: readonly Diagnostic[]): readonly WarningKind[] {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const [first, ...others] = diagnostics.filter((one) => one.code === code);
    return first === undefined ? [] : [{ first, count: others.length + 1 }];
  });
}

function placeText({ origin, message }: Fault): string {
  return `${origin.file}${origin.pointer} ${message}`;
}

function toDiagnostics(faults: readonly Fault[], place: ApiDocument['place']): Diagnostic[] {
  return faults.map((fault) => toDiagnostic(fault, place));
}

function toDiagnostic({ code, message, origin, atKey }: Fault, place: ApiDocument['place']): Diagnostic {
  return { code, message, place: place(origin, atKey) };
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareText(a.code, b.code),
  );
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readOther(input: DocumentInput, name: string, remote: boolean): Promise<Uint8Array> {
  const read = remote ? input.fetchUrl : input.readFile;
  if (read !== undefined) return read(name);
  return Promise.reject(new Error(remote ? 'The network is not used.' : 'There is no folder to read it from.'));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
