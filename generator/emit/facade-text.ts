import type { EmitContext } from './emit-context.js';
import { traitsOf } from './operation-traits.js';
import type { OperationPlan } from './plan.js';

/** How the façade writes the methods of a resource. */
export interface FacadeText {
  /** The words by which `bind` of the runtime makes plain methods, a line for each path. */
  readonly lines: readonly string[];
  /** The operations that are named by their functions. */
  readonly others: readonly OperationPlan[];
}

/** Writes operations of which the address says all as words, so that the façade need not hold a function for each. */
export function facadeText(operations: readonly OperationPlan[], context: EmitContext): FacadeText {
  const others = operations.filter((plan) => !isWorded(plan, context));
  const methods = operations.filter((plan) => !others.includes(plan)).map((plan) => methodOf(plan, context));
  const lines: string[] = [];
  let known: readonly string[] = [];
  // Paths that begin alike share the most one after the other.
  for (const { path, word } of methods.sort((left, right) => comparePaths(left.path, right.path))) {
    if (lines.length > 0 && path.join('/') === known.join('/')) lines.push(`${lines.pop()} ${word}`);
    else {
      const shared = sharedSegments(known, path);
      lines.push(`${shared || ''}/${path.slice(shared).join('/')} ${word}`);
    }
    known = path;
  }
  return { lines, others };
}

/** The path and the word of a method. */
function methodOf(
  plan: OperationPlan,
  context: EmitContext,
): { readonly path: readonly string[]; readonly word: string } {
  const { address, answers } = context.facts.of(plan);
  const [, method = '', path = '', query = ''] = /^(\w+) \/(.*?)(\{\?.*)?$/s.exec(address) ?? [];
  const word = `${plan.methodName}${answers.empty ? '?' : ''}${method === 'GET' ? '' : `:${method}`}${query}`;
  return { path: path.split('/'), word };
}

function isWorded(plan: OperationPlan, context: EmitContext): boolean {
  const facts = context.facts.of(plan);
  const { address, params, pages, answers } = facts;
  if (pages !== undefined || !/^\w+ \//.test(address) || !/^\w+$/.test(plan.methodName)) return false;
  // That an answer may be empty is said in words, too.
  const rest = { ...facts, answers: { ...answers, empty: false } };
  if (traitsOf(plan.operation, rest, context.security.usual).text !== undefined) return false;
  // This is how the runtime tells whether a method takes params.
  return /^GET[^{]*$/.test(address) === (params === 'none');
}

/** Orders paths by segments; one that another begins with comes first. */
function comparePaths(left: readonly string[], right: readonly string[]): number {
  // Nothing sorts before what stands for the slash.
  const [one, other] = [left.join('\0'), right.join('\0')];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many segments two paths begin with alike; the last one of the second is always its own. */
function sharedSegments(known: readonly string[], segments: readonly string[]): number {
  const different = segments.findIndex((segment, index) => segment !== known[index]);
  return different === -1 ? segments.length - 1 : different;
}
