import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Schema } from '../schema.js';

/** A schema while it is being filled. */
export type SchemaDraft = { -readonly [Key in keyof Schema]: Schema[Key] };

/** Makes an empty schema that accepts everything, numbered after those made before. */
export type NewDraft = (raw: Json, origin: Origin) => SchemaDraft;
