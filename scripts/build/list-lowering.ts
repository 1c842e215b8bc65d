import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { lowerLists } from './lower-lists.js';

/** Lowers the lists in all files of the project that a program is made of. */
export function listLowering(root: string, entry: string): Plugin {
  const config = join(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    dirname(config),
  );
  const program = ts.createProgram([join(root, entry)], options);
  const checker = program.getTypeChecker();
  return {
    name: 'list-lowering',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = program.getSourceFile(path);
        return file === undefined ? undefined : { contents: lowerLists(file, checker), loader: 'ts' };
      });
    },
  };
}
