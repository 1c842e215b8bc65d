import type { Finding } from '../../diff/finding.js';
import { groupBy } from '../../diff/group-by.js';
import { canonical } from '../../openapi/source/stringify.js';
import { propertyOf } from './describe.js';
import type { Group, Told } from './told.js';

/** Findings in their order, those of one cause together at the place of the first. All are of one section and resource. */
export function fold(told: readonly Told[]): readonly Group[] {
  const objects = [...groupBy(told, causeOf).values()];
  // The same properties of several objects came or went together, and parameters of the same operations.
  return [...groupBy(objects, (group) => alikeOf(group)).values()].map(([first, ...rest]) => [
    ...first,
    ...rest.flatMap((group) => [...group]),
  ]);
}

/** What findings must share to be one entry. */
function causeOf({ finding, change }: Told): string {
  const { rule, where, message, moves, impact, before, after } = finding;
  if (moves.length > 0 && movedInto(finding) === undefined) return finding.fingerprint;
  if (isOfProperties(rule))
    return canonical([rule, impact, propertyOf(where)?.object ?? where, movedInto(finding) ?? null]);
  switch (change?.kind) {
    case 'operation.added':
    case 'operation.removed':
    case 'operation.id.changed':
    case 'path.parameter.renamed':
    case 'webhook.added':
    case 'webhook.removed':
      return rule;
    case 'parameter.added':
    case 'parameter.removed':
    case 'parameter.required.changed':
      return canonical([rule, impact, change.parameter.in, change.parameter.name]);
    case 'response.added':
    case 'response.removed':
      return canonical([rule, change.status]);
    case 'security-scheme.scope.added':
    case 'security-scheme.scope.removed':
      return canonical([rule, impact, change.scheme, change.flow]);
    case 'schema.alternative.added':
    case 'schema.alternative.removed':
      return canonical([
        rule,
        impact,
        ...(isInOperation(where) ? [where.replace(/^\S+ \S+ → /, '')] : [where.split(' option ')[0] ?? where]),
      ]);
    default:
      return canonical([rule, impact, message, before, after]);
  }
}

function alikeOf(group: Group): string {
  const [{ finding, change }] = group;
  // What the same operations take, or take no longer, is one list of parameters.
  if ((change?.kind === 'parameter.added' || change?.kind === 'parameter.removed') && finding.moves.length === 0) {
    const operations = [...new Set(group.flatMap((one) => one.finding.operations))].sort();
    return canonical([finding.rule, finding.impact, change.parameter.in, operations]);
  }
  if (!isOfProperties(finding.rule) || finding.moves.length > 0) return finding.fingerprint;
  const names = group.map(({ finding: one }) => [propertyOf(one.where)?.name ?? '', one.before, one.after]);
  return canonical([finding.rule, finding.impact, names.map((name) => canonical(name)).sort()]);
}

/** The object into which a property moved under its own name, with whether that is sure; `undefined` for any other move. */
export function movedInto({ where, moves }: Finding): string | undefined {
  const [move, ...others] = moves;
  const [own, other] = [propertyOf(where), move === undefined ? undefined : propertyOf(move.where)];
  if (move === undefined || own === undefined || other === undefined || others.length > 0) return undefined;
  if (move.part !== null || move.end !== 'to' || own.name !== other.name) return undefined;
  return `${move.confirmed ? 'sure' : 'likely'} ${other.object}`;
}

/** Whether a rule is about single properties coming or going. */
export function isOfProperties(rule: string): boolean {
  return /^(?:property-(?:removed|forbidden)|(?:optional|required)-property-added.*)$/.test(rule);
}

function isInOperation(where: string): boolean {
  return /^[A-Z]+ \/\S* → /.test(where);
}
