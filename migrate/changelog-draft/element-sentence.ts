import type { Json } from '../../openapi/source/json.js';
import { describe, propertyOf } from './describe.js';
import { isOfProperties } from './fold.js';
import type { Group } from './told.js';
import { code, codes, list, plural, type Sentence, type Word } from './words.js';

/** What happened to a parameter of one or more operations. */
export function parameterSentence(group: Group): Sentence | undefined {
  const [{ change, finding }] = group;
  if (
    change?.kind !== 'parameter.added' &&
    change?.kind !== 'parameter.removed' &&
    change?.kind !== 'parameter.required.changed'
  ) {
    return undefined;
  }
  const operations = [...new Set(group.flatMap((one) => one.finding.operations))].sort();
  if (operations.length === 0) return undefined;
  const isOne = operations.length === 1;
  const where: Sentence = codes(operations, 6);
  const names = [
    ...new Set(
      group.flatMap(({ change: one }) =>
        one?.kind === 'parameter.added' || one?.kind === 'parameter.removed' ? [one.parameter.name] : [],
      ),
    ),
  ];
  const { parameter } = change;
  const shown = names.length === 0 ? [parameter.name] : names;
  const name: Sentence = [`${parameter.in} ${plural(shown.length, 'parameter')} `, ...codes(shown)];
  switch (finding.rule) {
    case 'required-parameter-added':
      return [...where, ` ${isOne ? 'needs' : 'need'} the new `, ...name, '.'];
    case 'optional-parameter-added':
      return [...where, ` ${isOne ? 'takes' : 'take'} the new `, ...name, '.'];
    case 'parameter-removed':
      return [...where, ` no longer ${isOne ? 'takes' : 'take'} the `, ...name, '.'];
    case 'parameter-became-required':
      return [...where, ` ${isOne ? 'needs' : 'need'} the `, ...name, ', which was optional.'];
    case 'parameter-became-optional':
      return [...where, ` no longer ${isOne ? 'needs' : 'need'} the `, ...name, '.'];
    default:
      return undefined;
  }
}

/** What happened to properties that came or went together, of one or more objects. */
export function propertySentence(group: Group): Sentence | undefined {
  const [{ finding }] = group;
  if (!isOfProperties(finding.rule)) return undefined;
  const properties = group.flatMap((one) => {
    const property = propertyOf(one.finding.where);
    return property === undefined ? [] : [{ ...property, finding: one.finding }];
  });
  if (properties.length === 0) return undefined;
  const objects = [...new Set(properties.map(({ object }) => object))];
  const isAdded = finding.rule.includes('-property-added');
  const names = new Map(properties.map((one) => [one.name, nameOf(one.name, isAdded ? one.finding.after : null)]));
  const listed = list([...names.values()]);
  const where = list(objects.map(describe));
  const noun = plural(names.size, 'property', 'properties');
  const one = objects.length === 1;
  const isSent = finding.direction === 'request';
  if (finding.rule === 'property-removed')
    return [...listed, ` ${plural(names.size, 'was', 'were')} removed from `, ...where, '.'];
  if (finding.rule === 'property-forbidden') {
    return [
      ...where,
      ` no longer ${isSent ? (one ? 'accepts' : 'accept') : one ? 'has' : 'have'} the ${noun} `,
      ...listed,
      '.',
    ];
  }
  const isRequired = finding.rule.startsWith('required');
  const verb = isSent ? (isRequired ? (one ? 'needs' : 'need') : one ? 'accepts' : 'accept') : one ? 'has' : 'have';
  return [...where, ` ${verb} the new ${noun} `, ...listed, '.'];
}

const TYPES: ReadonlySet<string> = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);

/** A new property with what it holds, where one word says it. */
function nameOf(name: string, type: Json): readonly Word[] {
  const isPlain = typeof type === 'string' && type.split(' | ').every((word) => TYPES.has(word));
  return isPlain ? [code(name), ` (${type.split(' | ').join(' or ')})`] : [code(name)];
}
