import type { CommandOption } from '../command.js';

/** The options of every command that reads documents. */
export const documentOptions: Readonly<Record<'allow-remote' | 'warnings', CommandOption>> = {
  'allow-remote': {
    type: 'string',
    multiple: true,
    value: '<origin>',
    description: 'Allow documents and references from https://host; may be repeated.',
  },
  warnings: { type: 'boolean', description: 'List every place where a document is wrong but clear.' },
};
