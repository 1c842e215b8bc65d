import { BASE as FIRST } from '../pets.js';

/** A small document, and the same with another type. */
export const BASE = FIRST.replace("version: '1'", 'version: 1.2.0');

export const REVISION = BASE.replace('age: {type: integer}', 'age: {type: string}');

/** The fingerprint of the change between them. */
export const AGE = 'e8e8836862c79cfa';
