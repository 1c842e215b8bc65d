import type { Edit, EditRow, ObjectName, Telling } from '../diff/edit-space/edit-row.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';

const EDITS: readonly Edit[] = ['added', 'removed', 'changed', 'reordered'];

/** Every field of every object of the specification, with what tells each edit of it, or why none does. */
export function renderEditSpace(rows: readonly EditRow[]): readonly string[] {
  const objects = new Map<ObjectName, EditRow[]>();
  for (const row of rows) {
    const group = objects.get(row.object);
    if (group === undefined) objects.set(row.object, [row]);
    else group.push(row);
  }
  return [
    'What OpenAPI 3.0, 3.1 and 3.2 let a document say, and the kinds of change that tell an edit of it. An edit without an entry',
    'makes a document that is not valid. A test makes each edit and holds the differ to this table.',
    ...[...objects].flatMap(([object, group]) => renderObject(object, group)),
  ];
}

function renderObject(object: ObjectName, rows: readonly EditRow[]): readonly string[] {
  return [
    '',
    `### Object ${object}`,
    '',
    `| field | ${EDITS.join(' | ')} |`,
    `| --- | ${EDITS.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${markdownCode(row.field)}${linesOf(row)} | ${cellsOf(row).join(' | ')} |`),
  ];
}

function linesOf({ since, until }: EditRow): string {
  if (since === undefined && until === undefined) return '';
  if (until === undefined) return ` (since ${since})`;
  return since === undefined ? ` (until ${until})` : ` (${since} to ${until})`;
}

function cellsOf({ edits }: EditRow): readonly string[] {
  return EDITS.map((edit) => {
    const telling = edits[edit];
    return telling === undefined ? '' : tellingText(telling);
  });
}

function tellingText(telling: Telling): string {
  return 'notContract' in telling
    ? `no change: ${encodeMarkdown(telling.notContract)}`
    : telling.map(markdownCode).join(', ');
}
