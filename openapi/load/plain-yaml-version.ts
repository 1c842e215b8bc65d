import { field, isArray, isObject, type Json } from '../source/json.js';
import type { FoundMember, MemberTable } from './member-table.js';
import type { PlainYamlLines } from './plain-yaml-lines.js';

/** Plain YAML with its value, which may be taken over by another version of the text. */
export interface ParsedYaml {
  /** It ends with a line break. */
  readonly text: string;
  readonly value: Json;
  readonly members: MemberTable;
}

/** A value of the other version, in the place of one that is read. */
export interface Twin {
  readonly value: Json;
  readonly member: FoundMember;
}

/**
 * Takes values over from another version of a text. A mapping or a sequence whose text is the same, from the column where it begins
 * to what follows it, has the same value: nothing inside it depends on what stands around it.
 */
export class PlainYamlVersion {
  readonly #other: ParsedYaml;
  readonly #lines: PlainYamlLines;

  constructor(other: ParsedYaml, lines: PlainYamlLines) {
    this.#other = other;
    this.#lines = lines;
  }

  get top(): Twin {
    return { value: this.#other.value, member: this.#other.members.top };
  }

  /** What the other version has under a name in the place of a container; `undefined` where that is no container. */
  inside({ value, member }: Twin, name: string): Twin | undefined {
    const inner = isArray(value) ? value[Number(name)] : isObject(value) ? field(value, name) : undefined;
    if (!isArray(inner) && !isObject(inner)) return undefined;
    const found = member.table.inside(member, name);
    return found && { value: inner, member: found };
  }

  /** Whether the value that begins where the lines are has the same text; the lines are then after it. */
  skip({ value, member }: Twin): boolean {
    const { text, position: start } = this.#lines;
    const [otherStart, otherNext] = member.table.spanOf(member);
    const next = start + otherNext - otherStart;
    const line = text.lastIndexOf('\n', next - 1) + 1;
    // What follows has to be there, on a line of its own, and no further item.
    if (this.#lines.skipSpaces(line) !== next || !this.#lines.isContent(next)) return false;
    if (isArray(value) && this.#lines.isDash(next)) return false;
    const other = this.#other.text;
    if (text.slice(start, next) !== other.slice(otherStart, otherNext)) return false;
    if (columnOf(text, start) !== columnOf(other, otherStart)) return false;
    this.#lines.start(line);
    return true;
  }
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset);
}
