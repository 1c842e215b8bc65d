import { isWorthHaving, type Told } from '../changelog-draft/told.js';
import type { SectionKind, SilentKind } from './migration-report.js';

/** In the order of urgency. */
export const SECTION_ORDER: readonly SectionKind[] = ['wire', 'compile', 'silent', 'added', 'other'];

/** Rules whose findings leave every type as it is, with what of the meaning they change. */
const SILENT: ReadonlyMap<string, SilentKind> = new Map<string, SilentKind>([
  ['default-changed', 'default'],
  ['omitted-default-changed', 'default'],
  ['server-variable-default-changed', 'default'],
  ['default-server-changed', 'default'],
  ['discriminator-default-changed', 'default'],
  ['sentinel-changed', 'sentinel'],
  ['null-replaced', 'sentinel'],
  ['format-added', 'format'],
  ['format-changed', 'format'],
  ['format-narrowed', 'format'],
  ['format-removed', 'format'],
  ['format-widened', 'format'],
  ['pagination-changed', 'order'],
  ['parameters-reordered', 'order'],
  ['stated-content-changed', 'content type'],
  ['content-changed', 'content type'],
  ['behavior-broken', 'behaviour'],
  ['behavior-changed', 'behaviour'],
  ['idempotency-dropped', 'behaviour'],
  ['condition-changed', 'behaviour'],
  ['presence-condition-changed', 'behaviour'],
  ['conditional-scopes-changed', 'behaviour'],
  ['enum-names-changed', 'values'],
  ['discriminator-value-moved', 'values'],
]);

/** Words by which an extension speaks of the order of events or items, and a format of the unit of a number. */
const ORDER = /\b(?:order|sort|sequence)\b/i;
const UNITS = /(?:milli|micro|nano)?seconds?|cents?|bytes?|unix-?time|timestamp/i;

/** What a finding changes without any compiler telling; `undefined` where a type or a name tells. */
export function silentKindOf({ finding, change }: Told): SilentKind | undefined {
  const kind = SILENT.get(finding.rule);
  if (kind === undefined) {
    if (finding.impact === 'non-breaking' || finding.impact === 'breaking') return undefined;
    if (/(?:removed|forbidden)$/.test(finding.rule) && finding.direction === 'request') return 'ignored';
    return /enum|value|alternative/.test(finding.rule) ? 'values' : 'shape';
  }
  if (change?.kind === 'extension.changed' && ORDER.test(change.name.replaceAll('-', ' '))) return 'order';
  if (kind === 'format' && UNITS.test(String(finding.after))) return 'units';
  return kind;
}

/** Where a finding is told. What breaks, and what no compiler finds, comes before what is new. */
export function sectionOf(told: Told): SectionKind {
  const { rule, impact, contract } = told.finding;
  if (impact === 'non-breaking') return isWorthHaving(rule) ? 'added' : 'other';
  if (contract === 'source' && impact === 'breaking') return 'compile';
  if (silentKindOf(told) !== undefined) return 'silent';
  return 'wire';
}
