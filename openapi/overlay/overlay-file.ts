import { type LoadedFile, placeOf } from '../load/loaded-file.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { Origin } from '../source/origin.js';
import { applyOverlay } from './apply-overlay.js';
import { OverlaidValue } from './overlaid-value.js';
import { readOverlay } from './read-overlay.js';

/** An overlay to be applied to a document. */
export interface OverlayInput {
  /** The name shown to people. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document with overlays applied, and what is doubtful about them. */
export interface OverlaidFile {
  readonly file: LoadedFile;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Applies overlays to a file, one after the other. Pointers of the result name what stands there now; the places are those in which
 * it was written, in the file or in an overlay.
 * @throws DocumentError with the place of everything that is wrong in an overlay or cannot be applied
 */
export function overlayFile(file: LoadedFile, inputs: readonly OverlayInput[]): OverlaidFile {
  const overlays = inputs.map(({ name, bytes }) => readOverlay(name, bytes));
  const files = [file, ...overlays.map((overlay) => overlay.file)];
  const document = new OverlaidValue(file.value, Origin.root('0'));
  const warnings = overlays.flatMap((overlay, index) => [
    ...checkExtends(overlay, file),
    ...applyOverlay(overlay, String(index + 1), document),
  ]);
  const written: LoadedFile = {
    ...file,
    value: document.value,
    usesIds: files.some(({ usesIds }) => usesIds),
    writtenIn(segments) {
      const origin = document.originOf(segments);
      return { file: files[Number(origin.file)] ?? file, segments: origin.segments };
    },
  };
  return { file: written, warnings };
}

/** An overlay may say which document it is for. Where that is kept may differ from machine to machine, its name should not. */
function checkExtends(
  { extends: target, file: overlay }: ReturnType<typeof readOverlay>,
  file: LoadedFile,
): readonly Diagnostic[] {
  if (target === undefined) return [];
  const name = placeOf(file, []).file;
  if (lastPart(target) === lastPart(name)) return [];
  const message = `The overlay says that it is for ${JSON.stringify(target)}, and is applied to ${JSON.stringify(name)}.`;
  return [{ code: 'overlay-extends', message, place: placeOf(overlay, ['extends']) }];
}

function lastPart(path: string): string {
  return path.split(/[/\\:?#]/).findLast((part) => part !== '') ?? path;
}
