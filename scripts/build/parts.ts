/**
 * Packages that are parts of the built command, each a file of its own with what V8 compiled of it: read from its many files and
 * compiled anew, such a package takes several times as long to load.
 */
export const PARTS: Readonly<Record<string, string>> = {
  'ajv/dist/2020.js': 'ajv',
  refa: 'refa',
};
