import type { Origin } from './origin.js';

/** Something wrong in a document, at a place. */
export interface Diagnostic {
  /** Stable code, for example `duplicate-key`. */
  readonly code: string;
  /** What happened and what to do; names in double quotes. */
  readonly message: string;
  readonly place: Place;
}

/** A place in a file. The pointer is absent where the file has no structure yet, as in a syntax error. */
export interface Place {
  readonly file: string;
  readonly pointer?: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units as editors count them; a byte order mark is not counted. */
  readonly column: number;
}

/** A fault found at an origin, before anybody asked for line and column. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly origin: Origin;
  /** Point at the key of the value rather than at the value. */
  readonly atKey?: boolean;
}

/** The input is not a document that can be worked on. Carries every fault found, at least one, in order of position. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map(formatDiagnostic).join('\n'), options);
    this.diagnostics = diagnostics;
  }
}

/** `file:line:column code pointer message`, one line. */
export function formatDiagnostic({ code, message, place }: Diagnostic): string {
  return `${place.file}:${place.line}:${place.column} [${code}] ${place.pointer ?? '#'} ${message}`;
}
