import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import {
  type ExtensionElement,
  type ExtensionOwner,
  extensionChanges,
  extensionDetail,
} from '../extensions/extension-changes.js';
import type { Recorder } from './recorder.js';

type Owner = ExtensionOwner & { readonly origin: Origin };

/** Compares the extensions of two elements that say something callers depend on. */
export function compareExtensions(
  recorder: Recorder,
  element: ExtensionElement,
  base: Owner,
  revision: Owner,
  usages: readonly Usage[],
): void {
  for (const change of extensionChanges(element, base, revision)) {
    const places = { base: base.origin.at(change.name), revision: revision.origin.at(change.name) };
    const detail = extensionDetail(change);
    for (const usage of usages) recorder.record({ ...change, ...places }, usage, detail);
    if (usages.length === 0) recorder.record({ ...change, ...places }, undefined, detail);
  }
}
