import type { ApiDocument } from '../openapi/model/document.js';
import { createEmitContext } from './emit/emit-context.js';
import { emitIndex } from './emit/index-module.js';
import { planClient } from './emit/plan.js';
import { emitReadme } from './emit/readme.js';
import { emitResource } from './emit/resource.js';
import { emitTypes } from './emit/types.js';
import { emitWebhooks } from './emit/webhooks-module.js';
import { emitExtras } from './extras/extras.js';
import type { GeneratedFile } from './generated-file.js';
import type { GenerateOptions } from './options.js';

export type { GeneratedFile } from './generated-file.js';
export type { GenerateOptions, NameTable } from './options.js';

/** Writes a typed client for one version of an API. The same document and options give the same text. */
export async function generateClient(
  document: ApiDocument,
  options: GenerateOptions,
): Promise<readonly GeneratedFile[]> {
  const context = createEmitContext(document, options);
  const plan = planClient(document, options);
  const resources = plan.resources.map((resource) => emitResource(resource, context));
  const webhooks = emitWebhooks(plan, context);
  // The rules are known when every resource is written.
  const pagination = context.pageRules.emit(context.notice, context.runtimeImport);
  const modules = webhooks === undefined ? [] : ['webhooks'];
  return [
    emitIndex(plan, options, context, modules),
    ...resources,
    ...[pagination, webhooks].filter((file) => file !== undefined),
    { path: 'types.ts', text: emitTypes(context.raw, context.forms, plan.operations, context.notice) },
    emitReadme(plan, context),
    ...emitExtras(options.extras, plan, context),
  ];
}
