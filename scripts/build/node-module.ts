declare const require: NodeJS.Require;

/** Stands for `createRequire` in the built command: all it loads goes through the function that it was started with. */
export const createRequire = (): NodeJS.Require => require;
