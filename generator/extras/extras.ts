import type { EmitContext } from '../emit/emit-context.js';
import type { ClientPlan } from '../emit/plan.js';
import type { GeneratedFile } from '../generated-file.js';
import type { Extra } from '../options.js';
import { emitMsw } from './msw-module.js';
import { emitZod } from './zod-module.js';

const EMITTERS: Readonly<Record<Extra, (plan: ClientPlan, context: EmitContext) => GeneratedFile>> = {
  zod: emitZod,
  msw: emitMsw,
};

/** Writes the modules that are asked for beside a client, each once. */
export function emitExtras(
  extras: readonly Extra[] | undefined,
  plan: ClientPlan,
  context: EmitContext,
): readonly GeneratedFile[] {
  return [...new Set(extras)].map((extra) => EMITTERS[extra](plan, context));
}
