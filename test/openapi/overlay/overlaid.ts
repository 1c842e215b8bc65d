import { loadFile } from '../../../openapi/load/load-file.js';
import { placeOf } from '../../../openapi/load/loaded-file.js';
import { overlayFile } from '../../../openapi/overlay/overlay-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import type { Json } from '../../../openapi/source/json.js';

/** What overlays made of a document: its value and what was warned of, or the faults. */
export interface Overlaid {
  readonly value?: Json;
  readonly warnings?: readonly string[];
  readonly faults?: readonly string[];
  /** `file:line:column` of a value. */
  readonly place: (...segments: readonly string[]) => string;
}

/** Applies overlays, given as YAML or as a list of actions, to a document given as YAML. */
export function overlaid(document: string, ...overlays: readonly string[]): Overlaid {
  try {
    const inputs = overlays.map((text, index) => ({
      name: index === 0 ? 'overlay.yaml' : `overlay-${index + 1}.yaml`,
      bytes: Buffer.from(text),
    }));
    const { file, warnings } = overlayFile(loadFile('api.yaml', Buffer.from(document)), inputs);
    return {
      value: file.value,
      warnings: warnings.map(formatDiagnostic),
      place: (...segments) => {
        const place = placeOf(file, segments, true);
        return `${place.file}:${place.line}:${place.column}`;
      },
    };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { faults: error.diagnostics.map(formatDiagnostic), place: () => '' };
  }
}

/** An overlay of four lines before its actions, so that the first one stands in line 5. */
export function overlayOf(actions: string): string {
  return `overlay: 1.0.0\ninfo:\n  {title: Test, version: 1.0.0}\nactions:\n${actions}\n`;
}
