import { isSchemaChange } from '../../diff/change.js';
import { together } from '../changelog-draft/example-book.js';
import type { Group } from '../changelog-draft/told.js';
import type { SectionKind, ToolAdvice } from './migration-report.js';

/** Whether a tool can do what a card asks for. `null` where nothing is asked for. */
export function toolFor(group: Group, section: SectionKind): ToolAdvice | null {
  if (section === 'added' || section === 'other') return null;
  return mechanical(group) ?? byHand(group, section);
}

const BY_COMPILER: ToolAdvice = {
  can: 'find',
  how: 'Switch the import to the new client: the type check names each place that has to change.',
};

const BY_SEARCH: ToolAdvice = {
  can: 'find',
  how: 'No type tells: a search for the names above finds the places, and you decide at each.',
};

const BY_READING: ToolAdvice = {
  can: 'nothing',
  how: 'It depends on what your code relies on, which nothing in it says.',
};

function byHand(group: Group, section: SectionKind): ToolAdvice {
  if (section === 'compile' || isFoundByTypes(group)) return BY_COMPILER;
  const [{ change }] = group;
  if (change === undefined) return BY_READING;
  const isOfField = isSchemaChange(change) || (change.kind === 'extension.changed' && change.element === 'schema');
  return isOfField ? BY_SEARCH : BY_READING;
}

function isTextFormat(format: string | undefined): boolean {
  return format !== undefined && !/^(?:u?int\d*|float|double|decimal|unixtime|unix-time|timestamp)$/.test(format);
}

/** What is gone from the types, or of another type, or needed, is refused where somebody gives or reads it. */
function isFoundByTypes([{ finding }]: Group): boolean {
  return FOUND_BY_TYPES.test(finding.rule);
}

const FOUND_BY_TYPES =
  /^(?:property|parameter|operation|request-body)-(?:removed|forbidden)$|^type-(?:changed|narrowed|widened)$|^required-|-became-required$|^null-(?:added|removed)$/;

function wrapping(group: Group, sent: string, read: string): ToolAdvice {
  const ways = new Set(group.map(({ finding }) => finding.direction));
  const isSent = ways.has('request') || ways.has('both');
  const isRead = ways.has('response') || ways.has('both');
  const parts = [
    ...(isSent ? [`${sent} where it is sent`] : []),
    ...(isRead ? [`${read} where code goes on with its former type`] : []),
  ];
  return { can: 'do', how: `Wrap the value: ${parts.join(', ')}.` };
}

function mechanical(group: Group): ToolAdvice | undefined {
  const [{ finding, change }] = group;
  switch (change?.kind) {
    case 'path.parameter.renamed':
      return { can: 'do', how: 'Rename the argument at each call: the value stays the same.' };
    case 'operation.id.changed':
      return { can: 'do', how: 'Rename the method at each call: the request stays the same.' };
    case 'schema.null.changed':
      return change.sentinel === undefined
        ? undefined
        : { can: 'do', how: 'Replace each comparison with null by one with the value that stands for it.' };
    case 'schema.type.changed': {
      const [before = '', after = ''] = [change.before, change.after].map((types) => types?.join(' ') ?? '');
      const { base, revision } = change.schemas.stated;
      // A text in a format is more than the digits of a number.
      if (together([...base, ...revision]).some(({ facets }) => isTextFormat(facets.format))) return undefined;
      const isPlain = /^(?:integer|number)$/.test(before) && after === 'string';
      const isBack = before === 'string' && /^(?:integer|number)$/.test(after);
      if (isPlain) return wrapping(group, 'String(…)', 'Number(…)');
      return isBack ? wrapping(group, 'Number(…)', 'String(…)') : undefined;
    }
    default:
      break;
  }
  const moves = group.flatMap((one) => one.finding.moves.filter(({ end }) => end === 'to'));
  if (moves.length === 0 || finding.impact === 'non-breaking') return undefined;
  if (moves.every(({ confirmed }) => confirmed))
    return { can: 'do', how: 'Use the new name in place of the former one, and the type that it has there.' };
  return {
    can: 'find',
    how: 'The new name is likely, not stated: make sure that both mean the same, then a rename does it.',
  };
}
