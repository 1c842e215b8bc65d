import type { EmitContext } from './emit-context.js';
import type { OperationFacts } from './operation-facts.js';
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
  const lines: string[] = [];
  const others: OperationPlan[] = [];
  let known: readonly string[] = [];
  for (const plan of operations) {
    const facts = context.facts.of(plan);
    const { text: traits } = traitsOf(plan.operation, facts, context.security.usual);
    if (traits !== undefined || !isWorded(plan, facts)) {
      others.push(plan);
      continue;
    }
    const [, method = '', path = '', query = ''] = /^(\w+) \/(.*?)(\{\?.*)?$/s.exec(facts.address) ?? [];
    const word = `${plan.methodName}${method === 'GET' ? '' : `:${method}`}${query}`;
    const segments = path.split('/');
    if (lines.length > 0 && path === known.join('/')) lines.push(`${lines.pop()} ${word}`);
    else {
      const shared = sharedSegments(known, segments);
      lines.push(`${shared || ''}/${segments.slice(shared).join('/')} ${word}`);
    }
    known = segments;
  }
  return { lines, others };
}

function isWorded({ methodName }: OperationPlan, { address, params, pages }: OperationFacts): boolean {
  if (pages !== undefined || !/^\w+ \//.test(address) || !/^\w+$/.test(methodName)) return false;
  // This is how the runtime tells whether a method takes params.
  return /^GET[^{]*$/.test(address) === (params === 'none');
}

/** How many segments two paths begin with alike; the last one of the second is always its own. */
function sharedSegments(known: readonly string[], segments: readonly string[]): number {
  const different = segments.findIndex((segment, index) => segment !== known[index]);
  return different === -1 ? segments.length - 1 : different;
}
