import { field, isArray, isObject, type Json } from '../source/json.js';
import type { JsonPath, PathCondition, PathOperand, PathOperator } from './json-path.js';
import type { Steps } from './steps.js';
import type { ValueNode } from './value-node.js';

/** Runs a query that stands inside a filter. */
export type Query = (path: JsonPath, current: ValueNode) => readonly ValueNode[];

/** Whether a value passes a filter (RFC 9535, section 2.3.5). */
export function holds(condition: PathCondition, current: ValueNode, query: Query, steps: Steps): boolean {
  steps.take();
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, current, query, steps) && holds(condition.right, current, query, steps);
    case 'or':
      return holds(condition.left, current, query, steps) || holds(condition.right, current, query, steps);
    case 'not':
      return !holds(condition.of, current, query, steps);
    case 'exists':
      return query(condition.path, current).length > 0;
    case 'compare': {
      const { operator, left, right } = condition;
      return compare(
        operator,
        operandValue(left, current, query, steps),
        operandValue(right, current, query, steps),
        steps,
      );
    }
  }
}

/** `undefined` is Nothing, which is no value. */
function operandValue(operand: PathOperand, current: ValueNode, query: Query, steps: Steps): Json | undefined {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'only': {
      const [first, second] = query(operand.path, current);
      return second === undefined ? first?.value : undefined;
    }
    case 'count':
      return query(operand.path, current).length;
    case 'length':
      return lengthOf(operandValue(operand.of, current, query, steps), steps);
  }
}

function lengthOf(value: Json | undefined, steps: Steps): number | undefined {
  if (typeof value === 'string') {
    steps.take(value.length);
    // Characters are counted, not the units of UTF-16.
    return [...value].length;
  }
  if (isArray(value)) return value.length;
  if (!isObject(value)) return undefined;
  const { length } = Object.keys(value);
  steps.take(length);
  return length;
}

function compare(operator: PathOperator, left: Json | undefined, right: Json | undefined, steps: Steps): boolean {
  switch (operator) {
    case '==':
      return isSame(left, right, steps);
    case '!=':
      return !isSame(left, right, steps);
    case '<':
      return isLess(left, right);
    case '<=':
      return isLess(left, right) || isSame(left, right, steps);
    case '>':
      return isLess(right, left);
    case '>=':
      return isLess(right, left) || isSame(left, right, steps);
  }
}

function isLess(left: Json | undefined, right: Json | undefined): boolean {
  if (isNumber(left) && isNumber(right)) return left < right;
  return typeof left === 'string' && typeof right === 'string' && left < right;
}

function isSame(left: Json | undefined, right: Json | undefined, steps: Steps): boolean {
  steps.take();
  // A number and a big integer are compared by what they say.
  if (isNumber(left) && isNumber(right)) return !(left < right) && !(left > right);
  if (isArray(left) && isArray(right)) {
    return left.length === right.length && left.every((item: Json, index) => isSame(item, right[index], steps));
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && isSame(field(left, name), field(right, name), steps))
    );
  }
  return left === right;
}

function isNumber(value: Json | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
