import type { Json } from '../../openapi/source/json.js';
import type { Change } from '../change.js';
import { sunsetDate } from '../extensions/sunset-date.js';
import type { Judged } from '../judge.js';
import type { Level } from '../rules/rule.js';
import { louder } from './policy.js';

/** How loudly the removal of something is told that was deprecated first, for long enough. */
export interface DeprecationFirst {
  readonly level: Level;
  /** Days from `x-deprecated-since`, where an element gives no `x-sunset`. Absent: only a sunset that is over counts. */
  readonly days?: number;
  /** ISO date to judge by. */
  readonly today: string;
}

/** What an element, or whatever carries it, says about its end. */
interface Announcing {
  readonly deprecated: boolean;
  readonly extensions: ReadonlyMap<string, Json>;
}

const SINCE = ['x-deprecated-since', 'x-deprecated-at'] as const;

/** Tells the removal of what ended as it was announced more quietly, and says why; what is quieter already stays as it is. */
export function quietEnded(judged: readonly Judged[], setting: DeprecationFirst | undefined): readonly Judged[] {
  if (setting === undefined) return judged;
  return judged.map((one) => {
    const { level } = one.finding;
    if (level === setting.level || louder(level, setting.level) !== level) return one;
    const reason = endOf(one.change, setting);
    return reason === undefined
      ? one
      : { ...one, finding: { ...one.finding, level: setting.level, levelReason: reason } };
  });
}

/** Why a removal was to be expected; `undefined` where it was not, or not yet. */
function endOf(change: Change, setting: DeprecationFirst): string | undefined {
  if (!change.kind.endsWith('.removed')) return undefined;
  const own = elementOf(change);
  const end = own === undefined ? undefined : announcedEnd(own, setting);
  if (end !== undefined) return end;
  // What only ended operations carry ended with them.
  const operations = [...new Set(change.usages.map(({ operation }) => operation))];
  const ends = operations.map((operation) => announcedEnd(operation, setting));
  return ends.includes(undefined) ? undefined : ends[0];
}

function elementOf(change: Change): Announcing | undefined {
  switch (change.kind) {
    case 'operation.removed':
    case 'webhook.removed':
      return change.operation;
    case 'parameter.removed':
      return change.parameter;
    case 'schema.property.removed':
      return change.schema;
    default:
      return undefined;
  }
}

function announcedEnd({ deprecated, extensions }: Announcing, { days, today }: DeprecationFirst): string | undefined {
  const stated = extensions.get('x-sunset');
  if (stated !== undefined) {
    // An end that is announced for later, or in a way that cannot be read, is not over.
    const sunset = sunsetDate(stated)?.slice(0, 10);
    return sunset !== undefined && sunset <= today ? `It was to end on ${sunset} (x-sunset).` : undefined;
  }
  const name = SINCE.find((key) => extensions.has(key));
  const since = name === undefined ? undefined : sunsetDate(extensions.get(name))?.slice(0, 10);
  if (!deprecated || days === undefined || since === undefined) return undefined;
  return daysBetween(since, today) >= days ? `It was deprecated on ${since}, ${days} days or more ago.` : undefined;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
