/** The deepest nesting of objects and arrays that is read. */
export const MAX_DEPTH = 1_000;

/** The most values a document may have once every YAML alias is written out. */
export const MAX_EXPANDED_VALUES = 20_000_000;
