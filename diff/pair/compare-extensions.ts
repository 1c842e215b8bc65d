import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import { conditionalOn } from '../extensions/conditional-scopes.js';
import {
  type ExtensionElement,
  type ExtensionOwner,
  extensionChanges,
  extensionDetail,
} from '../extensions/extension-changes.js';
import type { Recorder } from './recorder.js';

type Owner = ExtensionOwner & { readonly origin: Origin };

/**
 * Compares the extensions of two elements that say something callers depend on.
 * @param newParameters the names of the parameters that the revision alone has; few extensions ask for them
 */
export function compareExtensions(
  recorder: Recorder,
  element: ExtensionElement,
  base: Owner,
  revision: Owner,
  usages: readonly Usage[],
  newParameters: () => readonly string[] = () => [],
): void {
  for (const plain of extensionChanges(element, base, revision)) {
    const newParameter =
      plain.meaning === 'conditional-scopes' ? conditionalOn(newParameters(), plain.before, plain.after) : undefined;
    const change = newParameter === undefined ? plain : { ...plain, newParameter };
    const places = { base: base.origin.at(change.name), revision: revision.origin.at(change.name) };
    const detail = extensionDetail(change);
    for (const usage of usages) recorder.record({ ...change, ...places }, usage, detail);
    if (usages.length === 0) recorder.record({ ...change, ...places }, undefined, detail);
  }
}
