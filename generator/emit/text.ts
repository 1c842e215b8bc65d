/**
 * The only way from the text of a document into emitted code. Nothing else escapes comments or names, the TypeScript printer
 * included.
 */

/** What may stand in a source file only as an escape: controls, line separators, bidirectional controls, half surrogate pairs. */
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/** Controls that carry no text; a tab and a line feed stay. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g;

/** Words by which compilers and bundlers take a comment for an instruction. */
const INSTRUCTION = /([@#])(?=__[a-z]|ts-|jsx|license|preserve|cc_on|vite-|source|\s{1,9}source(?:mapping)?url)/gi;

/** A string literal that evaluates to exactly `text`. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, escapeUnits);
}

function escapeUnits(characters: string): string {
  let escaped = '';
  for (let index = 0; index < characters.length; index++) {
    escaped += `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

/** A property name for an interface or a type; quoted only when it has to be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : stringLiteral(name);
}

/** A key for an object literal, where a plain `__proto__` would set the prototype. */
export function objectKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : propertyName(name);
}

/** A value that can be written as a literal. An absent member is left out. */
export type LiteralValue = string | number | boolean | readonly LiteralValue[] | LiteralRecord;
export interface LiteralRecord {
  readonly [key: string]: LiteralValue | undefined;
}

/** An expression that evaluates to `value`. */
export function valueLiteral(value: LiteralValue): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(valueLiteral).join(', ')}]`;
  const members = Object.keys(value).flatMap((key) => {
    const member = value[key];
    return member === undefined ? [] : [`${objectKey(key)}: ${valueLiteral(member)}`];
  });
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

/** Text for the inside of a block comment: it cannot close the comment, instruct a tool or reorder what is shown. */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, keepJoiners)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
    .replace(/^(\s*)@/gm, '$1\\@')
    .replace(INSTRUCTION, '$1\\')
    .replace(/\*(?=\/)/g, '*\\');
}

/** {@link commentText} on one line. */
export function commentLine(text: string): string {
  return commentText(text.replace(/\s+/g, ' '));
}

/** Text for a Markdown paragraph or table cell, on one line and without effect. */
export function markdownText(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, keepJoiners)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*[\]|~@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/)|(?<=\bwww)\./gi, entity);
}

/** Joiners belong to the spelling of many languages and emoji; everything else that cannot be seen goes. */
function keepJoiners(characters: string): string {
  return characters === '\u200c' || characters === '\u200d' ? characters : '';
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Code in a Markdown table cell. */
export function markdownCode(text: string): string {
  if (/^[\w ./{}-]+$/.test(text)) return `\`${text}\``;
  return `<code>${markdownText(text)}</code>`;
}

/** The address of a page, or `undefined` when it is not one that a link may lead to. */
export function pageLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href.replaceAll('*/', '*%2F') : undefined;
}
