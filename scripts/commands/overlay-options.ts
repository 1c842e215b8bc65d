import { type CommandOption, type OptionValues, textOptions } from '../command.js';
import type { OverlayNames } from '../input/read-both.js';

/** The options of commands that compare two documents. */
export const overlayOptions: Readonly<Record<'base-overlay' | 'revision-overlay', CommandOption>> = {
  'base-overlay': {
    type: 'string',
    multiple: true,
    value: '<file>',
    description: 'Apply an OpenAPI Overlay to the base first; may be repeated.',
  },
  'revision-overlay': {
    type: 'string',
    multiple: true,
    value: '<file>',
    description: 'Apply an OpenAPI Overlay to the revision first; may be repeated.',
  },
};

/** The overlays named by the options. */
export function overlayNames(options: OptionValues): OverlayNames {
  return { base: textOptions(options, 'base-overlay'), revision: textOptions(options, 'revision-overlay') };
}
