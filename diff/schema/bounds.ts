/** The keywords that bound sizes and numbers, of which a larger or a smaller one accepts more. */
export const BOUNDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
] as const;

export type BoundKeyword = (typeof BOUNDS)[number];
