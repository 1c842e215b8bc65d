import { isArray } from '../source/json.js';
import { holds, type Query } from './condition.js';
import type { JsonPath, PathSegment, PathSelector } from './json-path.js';
import type { Steps } from './steps.js';
import type { ValueNode } from './value-node.js';

/**
 * The nodes a query selects, in the order of RFC 9535 and each once, where the RFC lists one as often as it is reached. So the cost
 * of `$..*..*` grows with the document and not with the ways through it.
 */
export function select(path: JsonPath, root: ValueNode, steps: Steps): readonly ValueNode[] {
  const query: Query = (inner, current) => run(inner.segments, inner.from === 'root' ? root : current, query, steps);
  return query(path, root);
}

function run(segments: readonly PathSegment[], start: ValueNode, query: Query, steps: Steps): readonly ValueNode[] {
  let nodes: readonly ValueNode[] = [start];
  for (const { descends, selectors } of segments) {
    const found = new Set<ValueNode>();
    for (const node of descends ? withDescendants(nodes, steps) : nodes) {
      for (const selector of selectors) {
        for (const child of selectIn(node, selector, query, steps)) {
          steps.take();
          found.add(child);
        }
      }
    }
    nodes = [...found];
  }
  return nodes;
}

/** Each node followed by everything in it; what lies in two of them comes once. */
function withDescendants(nodes: readonly ValueNode[], steps: Steps): ReadonlySet<ValueNode> {
  const seen = new Set<ValueNode>();
  const stack = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    steps.take();
    seen.add(node);
    const children = node.children();
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return seen;
}

function selectIn(node: ValueNode, selector: PathSelector, query: Query, steps: Steps): readonly ValueNode[] {
  switch (selector.kind) {
    case 'name':
      return listOf(node.member(selector.name));
    case 'wildcard':
      return node.children();
    case 'index': {
      const { index } = selector;
      return listOf(node.item(index < 0 && isArray(node.value) ? node.value.length + index : index));
    }
    case 'slice':
      return slice(node, selector);
    case 'filter':
      return node.children().filter((child) => holds(selector.condition, child, query, steps));
  }
}

function listOf(node: ValueNode | undefined): readonly ValueNode[] {
  return node === undefined ? [] : [node];
}

/** RFC 9535, section 2.3.4.2.2. */
function slice(node: ValueNode, { start, stop, step }: Extract<PathSelector, { kind: 'slice' }>): readonly ValueNode[] {
  if (!isArray(node.value) || step === 0) return [];
  const { length } = node.value;
  const normal = (bound: number): number => (bound >= 0 ? bound : length + bound);
  const within = (bound: number, least: number, most: number): number => Math.min(Math.max(bound, least), most);
  const found: (ValueNode | undefined)[] = [];
  if (step > 0) {
    const last = within(normal(stop ?? length), 0, length);
    for (let at = within(normal(start ?? 0), 0, length); at < last; at += step) found.push(node.item(at));
  } else {
    const last = stop === undefined ? -1 : within(normal(stop), -1, length - 1);
    const first = within(start === undefined ? length - 1 : normal(start), -1, length - 1);
    for (let at = first; at > last; at += step) found.push(node.item(at));
  }
  return found.filter((item) => item !== undefined);
}
