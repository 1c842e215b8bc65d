import type { PreparedSchema } from './prepared-schema.js';

/** A reference that TypeScript follows while it works out the type of the schema that holds it. */
interface Edge {
  readonly holder: PreparedSchema;
  readonly to: string;
  /** Through an array or a tuple: a type alias may refer to itself there, a property may not. */
  readonly list: boolean;
  readonly union: boolean;
}

export interface Cycles {
  /** Schemas to print as type aliases, by their reference. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Makes every recursive schema one that TypeScript can resolve. A reference back to the schema itself that adds nothing
 * (`allOf: [itself]`) is dropped; a schema that is a list of itself is marked to become a type alias. Recursion through
 * properties needs neither.
 *
 * @param schemas every schema that can be referred to, by its reference
 * @param type a schema that is printed as the given code
 */
export function resolveCycles(
  schemas: ReadonlyMap<string, PreparedSchema>,
  type: (code: string) => PreparedSchema,
): Cycles {
  const edges = new Map<string, Edge[]>();
  for (const [reference, schema] of schemas) {
    const found: Edge[] = [];
    collect(schema, false, false, found);
    edges.set(
      reference,
      found.filter((edge) => schemas.has(edge.to)),
    );
  }
  for (const edge of backEdges(edges)) {
    if (edge.union) replace(edge.holder, type('never'));
    else delete edge.holder.$ref;
  }
  const left = new Map([...edges].map(([from, list]) => [from, list.filter((edge) => edge.holder.$ref === edge.to)]));
  const aliases = new Map<string, string>();
  for (const group of cyclicGroups(left)) {
    for (const reference of group) aliases.set(reference, `Recursive${aliases.size + 1}`);
    for (const reference of group) {
      for (const edge of left.get(reference) ?? []) {
        const alias = group.has(edge.to) ? aliases.get(edge.to) : undefined;
        if (alias !== undefined) replace(edge.holder, type(alias));
      }
    }
  }
  return { aliases };
}

function replace(holder: PreparedSchema, by: PreparedSchema): void {
  if (by.$ref !== undefined) holder.$ref = by.$ref;
}

function collect(schema: PreparedSchema, list: boolean, union: boolean, edges: Edge[]): void {
  if (schema.$ref !== undefined) {
    edges.push({ holder: schema, to: schema.$ref, list, union });
    return;
  }
  for (const item of schema.allOf ?? []) collect(item, list, union, edges);
  for (const item of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) collect(item, list, true, edges);
  for (const item of [schema.items, ...(schema.prefixItems ?? [])]) {
    if (item !== undefined) collect(item, true, union, edges);
  }
}

/** The edges, lists apart, that close a cycle; without them there is none. */
function backEdges(edges: ReadonlyMap<string, readonly Edge[]>): Edge[] {
  const found: Edge[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of edges.keys()) {
    if (state.has(start)) continue;
    const path = [{ node: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = edges.get(top.node)?.[top.next++];
      if (edge === undefined) {
        state.set(top.node, 'done');
        path.pop();
      } else if (!edge.list) {
        const reached = state.get(edge.to);
        if (reached === 'open') found.push(edge);
        if (reached !== undefined) continue;
        state.set(edge.to, 'open');
        path.push({ node: edge.to, next: 0 });
      }
    }
  }
  return found;
}

/** The strongly connected components that hold a cycle (Tarjan's algorithm without recursion). */
function cyclicGroups(edges: ReadonlyMap<string, readonly Edge[]>): Set<string>[] {
  const groups: Set<string>[] = [];
  const order = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const visit = (node: string): { node: string; next: number } => {
    order.set(node, { index: order.size, low: order.size, open: true });
    stack.push(node);
    return { node, next: 0 };
  };
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    const path = [visit(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const own = order.get(top.node);
      const edge = edges.get(top.node)?.[top.next++];
      if (own === undefined) break;
      if (edge !== undefined) {
        const reached = order.get(edge.to);
        if (reached === undefined) path.push(visit(edge.to));
        else if (reached.open) own.low = Math.min(own.low, reached.index);
        continue;
      }
      path.pop();
      const parent = order.get(path.at(-1)?.node ?? '');
      if (parent !== undefined) parent.low = Math.min(parent.low, own.low);
      if (own.low !== own.index) continue;
      const group = new Set(stack.splice(stack.lastIndexOf(top.node)));
      for (const node of group) {
        const member = order.get(node);
        if (member !== undefined) member.open = false;
      }
      const itself = edges.get(top.node)?.some((each) => each.to === top.node) === true;
      if (group.size > 1 || itself) groups.push(group);
    }
  }
  return groups;
}
