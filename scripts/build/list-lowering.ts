import { join } from 'node:path';
import ts from 'typescript';
import { lowerLists } from './lower-lists.js';

/** The programs that are run from their sources. */
const ENTRIES = ['scripts/specshift.ts', 'scripts/generate-project.ts'];

/**
 * Gives the text of a source file with its lists lowered, by its path; `undefined` for a file that is not part of what runs.
 * @param root the folder of the project
 */
export function listLowering(root: string): (path: string) => string | undefined {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    ENTRIES.map((entry) => join(root, entry)),
    options,
  );
  const checker = program.getTypeChecker();
  return (path) => {
    const file = path.includes('/node_modules/') ? undefined : program.getSourceFile(path);
    return file === undefined || file.isDeclarationFile ? undefined : lowerLists(file, checker);
  };
}
