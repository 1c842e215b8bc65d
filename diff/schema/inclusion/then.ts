/** The keyword. Written out in an object it would make every reader, and the linter, think of promises. */
export const THEN = 'then';
