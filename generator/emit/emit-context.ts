import type { ApiDocument } from '../../openapi/model/document.js';
import type { GenerateOptions } from '../options.js';
import { OperationFactsReader } from './operation-facts.js';
import { PageRules } from './page-rules.js';
import { RawDocument } from './raw-document.js';
import { SchemaForms } from './schema-forms.js';
import { planSecurity, type SecurityPlan } from './security.js';
import { notice } from './source-file.js';

/** What every emitter of one client shares. */
export interface EmitContext {
  readonly document: ApiDocument;
  readonly raw: RawDocument;
  readonly forms: SchemaForms;
  readonly facts: OperationFactsReader;
  /** The first lines of every module. */
  readonly notice: string;
  readonly runtimeImport: string;
  readonly vendorDocs: string | undefined;
  readonly security: SecurityPlan;
  /** Collects the rules by which operations page. */
  readonly pageRules: PageRules;
}

export function createEmitContext(document: ApiDocument, options: GenerateOptions): EmitContext {
  const raw = new RawDocument(document.bundled);
  const forms = new SchemaForms(raw, [...document.operations, ...document.webhooks]);
  return {
    document,
    raw,
    forms,
    facts: new OperationFactsReader(raw, forms, options.versionHeader?.name),
    notice: notice(document.info.title, document.info.version),
    runtimeImport: options.runtimeImport,
    vendorDocs: options.vendorDocs,
    security: planSecurity(document),
    pageRules: new PageRules(),
  };
}
