import type { GenerateOptions } from '../../generator/options.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { SourceDocument } from '../memory/source-document.js';

/** A client to be written. */
export interface ClientTask {
  /** Its folder below that of the output; empty for that folder itself. */
  readonly folder: string;
  /** How people call it: `Intercom REST API 2.15`. Absent: what the document says. */
  readonly title?: string;
  readonly source: SourceDocument;
  /** All that decides over the client beside its document, as data. */
  readonly settings: unknown;
  readonly options: (document: ApiDocument) => GenerateOptions;
}

/** Two versions to compare. */
export interface StepTask {
  readonly base: SourceDocument;
  readonly revision: SourceDocument;
  /** `Intercom REST API 2.14 → 2.15`. */
  readonly title: string;
}

/** A folder to be made of clients that share one runtime. */
export interface GenerationTask {
  /** The name of the folder for messages. */
  readonly shown: string;
  readonly clients: readonly ClientTask[];
  readonly steps: readonly StepTask[];
}
