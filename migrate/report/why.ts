import type { Finding } from '../../diff/finding.js';
import { allRules } from '../../diff/rules/table.js';
import type { Group } from '../changelog-draft/told.js';

const WHYS: ReadonlyMap<string, string> = new Map<string, string>(allRules.map(({ id, why }) => [id, why]));

type Ways = 'request' | 'response';

/** What rules say of both ways, for callers who meet one. */
const BY_WAY: ReadonlyMap<string, { readonly [Way in Ways]: string }> = new Map([
  [
    'property-removed',
    {
      request: 'What callers send in it is no longer read, and nobody tells them.',
      response: 'Callers that read it find nothing.',
    },
  ],
  [
    'type-changed',
    {
      request: 'The server refuses a value of the former type, or reads it as something else.',
      response: 'Callers get a value of a type that they do not read.',
    },
  ],
  [
    'enum-value-added',
    { request: 'Callers need not send it.', response: 'Callers get a value that they have no case for.' },
  ],
  [
    'alternative-added',
    { request: 'Callers need not send it.', response: 'Callers get a value of a shape that they have no case for.' },
  ],
  [
    'enum-value-renamed',
    {
      request: 'Callers that send the former value are refused.',
      response: 'Callers that wait for the former value wait for ever.',
    },
  ],
  [
    'enum-values-exchanged',
    {
      request: 'Callers that send a removed value are refused.',
      response: 'Callers get a value that they have no case for.',
    },
  ],
]);

/** What happens to callers; `null` for what no rule judges. */
export function whyOf(group: Group): string | null {
  const [{ finding }] = group;
  if (finding.impact !== 'non-breaking' && group.some(({ also }) => also.length > 0))
    return 'A token without the scope is refused, or gets less than before.';
  const ways = new Set(group.map((one) => one.finding.direction));
  const [way, ...others] = ways;
  const isOne = others.length === 0 && (way === 'request' || way === 'response');
  return (isOne ? BY_WAY.get(finding.rule)?.[way] : undefined) ?? WHYS.get(finding.rule) ?? null;
}

/** Why nobody could tell whether a finding breaks callers. */
export function undecidedNote({ reason }: Finding): readonly string[] {
  return reason === null ? [] : [`Nobody could tell from the documents whether it breaks you: ${reason}.`];
}
