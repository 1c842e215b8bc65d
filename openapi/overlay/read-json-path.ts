import { compile, JSONPathError, type JSONPathQuery, jsonpath, TokenKind } from 'json-p3';
import type { JsonPath, PathCondition, PathOperand, PathOperator, PathSegment, PathSelector } from './json-path.js';

/** A text that is no JSONPath query, or one that is not run here. */
export class JsonPathError extends Error {
  override readonly name = 'JsonPathError';
}

/** Longer queries are refused: what they nest would not fit on the stack. */
const LONGEST = 4_000;

const { expressions, selectors } = jsonpath;

type Expression = InstanceType<typeof expressions.FilterExpression>;
type Selector = JSONPathQuery['segments'][number]['selectors'][number];

/**
 * Reads a JSONPath query. The package parses it and checks that its functions are used as they must be; it is run by our own code,
 * which visits no value twice and counts its steps.
 * @throws JsonPathError saying what is wrong and at which character
 */
export function readJsonPath(text: string): JsonPath {
  if (text.length > LONGEST) throw new JsonPathError(`It has ${text.length} characters; up to ${LONGEST} are read.`);
  let query: JSONPathQuery;
  try {
    query = compile(text);
  } catch (cause) {
    if (cause instanceof JSONPathError) {
      // The parser adds a piece of the query and an offset from 0 in brackets.
      const reason = cause.message.replace(/ \('.*$/s, '');
      throw new JsonPathError(`At character ${cause.token.index + 1}: ${reason}.`, { cause });
    }
    if (cause instanceof RangeError) throw new JsonPathError('It is nested too deeply.', { cause });
    throw cause;
  }
  return pathOf(query, 'root');
}

function pathOf(query: JSONPathQuery, from: JsonPath['from']): JsonPath {
  const segments = query.segments.map(
    (segment): PathSegment => ({
      descends: segment.token.kind === TokenKind.DDOT,
      selectors: segment.selectors.map(selectorOf),
    }),
  );
  return { from, segments };
}

function selectorOf(selector: Selector): PathSelector {
  if (selector instanceof selectors.NameSelector) return { kind: 'name', name: selector.name };
  if (selector instanceof selectors.WildcardSelector) return { kind: 'wildcard' };
  if (selector instanceof selectors.IndexSelector) return { kind: 'index', index: selector.index };
  if (selector instanceof selectors.SliceSelector) {
    const { start, stop, step = 1 } = selector;
    return {
      kind: 'slice',
      ...(start === undefined ? {} : { start }),
      ...(stop === undefined ? {} : { stop }),
      step,
    };
  }
  if (selector instanceof selectors.FilterSelector) {
    return { kind: 'filter', condition: conditionOf(selector.expression) };
  }
  throw unknownPart(selector);
}

function conditionOf(expression: Expression): PathCondition {
  if (expression instanceof expressions.LogicalExpression) return conditionOf(expression.expression);
  if (expression instanceof expressions.PrefixExpression) return { kind: 'not', of: conditionOf(expression.right) };
  if (expression instanceof expressions.FilterQuery) return { kind: 'exists', path: queryOf(expression) };
  if (expression instanceof expressions.InfixExpression) {
    const { operator, left, right } = expression;
    if (operator === '&&') return { kind: 'and', left: conditionOf(left), right: conditionOf(right) };
    if (operator === '||') return { kind: 'or', left: conditionOf(left), right: conditionOf(right) };
    if (isOperator(operator)) return { kind: 'compare', operator, left: operandOf(left), right: operandOf(right) };
  }
  if (expression instanceof expressions.FunctionExtension) throw notRun(expression);
  throw unknownPart(expression);
}

function operandOf(expression: Expression): PathOperand {
  if (expression instanceof expressions.NullLiteral) return { kind: 'literal', value: null };
  if (expression instanceof expressions.BooleanLiteral) return { kind: 'literal', value: expression.value };
  if (expression instanceof expressions.StringLiteral) return { kind: 'literal', value: expression.value };
  if (expression instanceof expressions.NumberLiteral) {
    // The parser rounds what documents hold digit by digit.
    const isExact = Number.isSafeInteger(expression.value) || !/^-?\d+$/.test(expression.token.value);
    return { kind: 'literal', value: isExact ? expression.value : BigInt(expression.token.value) };
  }
  if (expression instanceof expressions.FilterQuery) return { kind: 'only', path: queryOf(expression) };
  if (expression instanceof expressions.FunctionExtension) {
    const [argument] = expression.args;
    if (argument !== undefined && expression.name === 'length') return { kind: 'length', of: operandOf(argument) };
    if (argument instanceof expressions.FilterQuery) {
      if (expression.name === 'count') return { kind: 'count', path: queryOf(argument) };
      if (expression.name === 'value') return { kind: 'only', path: queryOf(argument) };
    }
    throw notRun(expression);
  }
  throw unknownPart(expression);
}

function queryOf(query: InstanceType<typeof expressions.FilterQuery>): JsonPath {
  return pathOf(query.path, query instanceof expressions.RootQuery ? 'root' : 'current');
}

const OPERATORS: readonly PathOperator[] = ['==', '!=', '<', '<=', '>', '>='];

function isOperator(operator: string): operator is PathOperator {
  return OPERATORS.some((known) => known === operator);
}

/** `match` and `search` run a pattern of the overlay over texts of the document, which may take any time. */
function notRun({ name, token }: InstanceType<typeof expressions.FunctionExtension>): JsonPathError {
  return new JsonPathError(
    `At character ${token.index + 1}: the function "${name}" is not run. Compare with == instead.`,
  );
}

function unknownPart(part: Selector | Expression): JsonPathError {
  return new JsonPathError(`At character ${part.token.index + 1}: this is not JSONPath as RFC 9535 defines it.`);
}
