import type { Json } from '../../openapi/source/json.js';
import type { PreparedSchema } from './prepared-schema.js';
import { literalType } from './types-literals.js';
import type { Verbatim } from './verbatim.js';

/** A schema that is printed as `code`. */
export function printedAs(code: string, verbatim: Verbatim): PreparedSchema {
  return { $ref: `#/${verbatim.code(code)}` };
}

/** The schema of exactly one value. */
export function literalSchema(value: Json, verbatim: Verbatim): PreparedSchema {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { const: verbatim.text(value) };
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { const: value };
  return printedAs(literalType(value), verbatim);
}

/** What an enum is beside its members. */
export interface EnumTraits {
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** Further values may come: the type takes them, and editors still propose the known ones. */
  readonly isOpen: boolean;
}

export function enumSchema(members: readonly Json[], traits: EnumTraits, verbatim: Verbatim): PreparedSchema {
  const { types, nullable, isOpen } = traits;
  if (members.length === 0) return printedAs(nullable ? 'null' : 'never', verbatim);
  const [type] = types;
  const isNumber = members.some((member) => typeof member === 'number');
  const isText = members.some((member) => typeof member === 'string');
  const others = isOpen ? [...(isText ? ['(string & {})'] : []), ...(isNumber ? ['(number & {})'] : [])] : [];
  return {
    ...(types.length === 1 && type !== undefined && type !== 'object' ? { type } : {}),
    ...(nullable ? { nullable } : {}),
    enum: [
      ...members.map((member) => {
        if (member === null || typeof member === 'boolean') return member;
        if (typeof member === 'string') return verbatim.text(member);
        return typeof member === 'number' && Number.isFinite(member) ? member : verbatim.code(literalType(member));
      }),
      ...others.map((code) => verbatim.code(code)),
    ],
  };
}

/** The contents of a file. */
export function binarySchema(nullable: boolean, verbatim: Verbatim): PreparedSchema {
  const blob = printedAs('Blob', verbatim);
  return nullable ? { anyOf: [blob, { type: 'null' }] } : blob;
}

/** A text, or the contents of a file in its place. */
export function fileSchema(nullable: boolean, verbatim: Verbatim): PreparedSchema {
  return { anyOf: [{ type: 'string' }, binarySchema(nullable, verbatim)] };
}
