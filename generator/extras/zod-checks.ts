import { field, type Json, type JsonObject } from '../../openapi/source/json.js';
import { stringLiteral } from '../emit/text.js';
import { isLinearPattern } from './linear-pattern.js';

/** A check that is added to an expression. */
export interface ZodCheck {
  /** The function of the module that it calls; empty for none. */
  readonly uses: string;
  /** `.refine(…)` */
  readonly text: string;
}

/** Lengths count characters and not halves of them. A pattern that could take long is left out, and so are formats, which are notes. */
export function textChecks(schema: JsonObject): readonly ZodCheck[] {
  const pattern = field(schema, 'pattern');
  const checks = [...sizeChecks(schema, 'Length', 'hasLength')];
  if (typeof pattern === 'string' && isLinearPattern(pattern)) {
    checks.push({ uses: '', text: `.regex(new RegExp(${stringLiteral(pattern)}, "u"))` });
  }
  return checks;
}

/** The bounds of a number. In OpenAPI 3.0 an exclusive bound is a note on the other one. */
export function numberChecks(schema: JsonObject, isInteger: boolean): readonly ZodCheck[] {
  const checks: string[] = isInteger ? ['.refine(Number.isInteger)'] : [];
  for (const [bound, exclusive, inclusiveCheck, exclusiveCheck] of [
    ['minimum', 'exclusiveMinimum', 'gte', 'gt'],
    ['maximum', 'exclusiveMaximum', 'lte', 'lt'],
  ] as const) {
    const [value, other] = [numberOf(field(schema, bound)), field(schema, exclusive)];
    if (value !== undefined) checks.push(`.${other === true ? exclusiveCheck : inclusiveCheck}(${value})`);
    if (numberOf(other) !== undefined) checks.push(`.${exclusiveCheck}(${numberOf(other)})`);
  }
  const divisor = numberOf(field(schema, 'multipleOf'));
  if (divisor !== undefined && divisor > 0) checks.push(`.multipleOf(${divisor})`);
  return checks.map((text) => ({ uses: '', text }));
}

/** How much a text, an array or an object holds. */
export function sizeChecks(
  schema: JsonObject,
  what: 'Length' | 'Items' | 'Properties',
  uses: string,
): readonly ZodCheck[] {
  const [least, most] = [numberOf(field(schema, `min${what}`)), numberOf(field(schema, `max${what}`))];
  const checks: ZodCheck[] = [];
  if (least !== undefined || most !== undefined) {
    const bounds = [least ?? 0, ...(most === undefined ? [] : [most])];
    checks.push({ uses, text: `.refine(${uses}(${bounds.join(', ')}))` });
  }
  if (what === 'Items' && field(schema, 'uniqueItems') === true) {
    checks.push({ uses: 'isUnique', text: '.refine(isUnique)' });
  }
  return checks;
}

/** As a number holds it: values that are checked hold no more digits. */
function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
