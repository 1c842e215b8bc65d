import type { ApiDocument } from '../../openapi/model/document.js';
import type { GenerateOptions } from '../options.js';
import { OperationFactsReader } from './operation-facts.js';
import { PayloadTypes } from './payload-types.js';
import { RawDocument } from './raw-document.js';
import { type Alternatives, defaultAlternatives } from './security.js';
import { notice } from './source-file.js';

/** What every emitter of one client shares. */
export interface EmitContext {
  readonly document: ApiDocument;
  readonly raw: RawDocument;
  readonly facts: OperationFactsReader;
  /** The first lines of every module. */
  readonly notice: string;
  readonly runtimeImport: string;
  readonly vendorDocs: string | undefined;
  readonly defaultSecurity: Alternatives;
}

export function createEmitContext(document: ApiDocument, options: GenerateOptions): EmitContext {
  const raw = new RawDocument(document.bundled);
  return {
    document,
    raw,
    facts: new OperationFactsReader(raw, new PayloadTypes(raw), options.versionHeader?.name),
    notice: notice(document.info.title, document.info.version),
    runtimeImport: options.runtimeImport,
    vendorDocs: options.vendorDocs,
    defaultSecurity: defaultAlternatives(document),
  };
}
