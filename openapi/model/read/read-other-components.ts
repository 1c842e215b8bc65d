import type { DocumentReader } from './document-reader.js';
import type { Fields } from './fields.js';
import type { Shared } from './inherited.js';
import { EXAMPLE, isPlainObject } from './plain-fields.js';
import { readCallbacks } from './read-callback.js';
import { readLinks } from './read-link.js';
import { readMediaType } from './read-media-type.js';
import { readExample } from './read-notes.js';

/** Reads the components that the model holds only where they are used, for what is wrong in those that nobody uses. */
export function readOtherComponents(reader: DocumentReader, components: Fields, shared: Shared): void {
  readExamples(components);
  readLinks(reader, components);
  components.since('3.2', 'mediaTypes');
  for (const { name, raw, origin } of components.entries('mediaTypes')) readMediaType(reader, name, raw, origin);
  components.since('3.1', 'pathItems');
  reader.isCheck = true;
  readCallbacks(reader, components, shared);
  reader.isCheck = false;
}

/** Documents have hundreds of them, and next to none has something to tell. */
function readExamples(components: Fields): void {
  const examples = components.object('examples');
  for (const name in examples?.raw) {
    const raw = examples.get(name) ?? null;
    if (!isPlainObject(raw, EXAMPLE)) readExample(examples.context, raw, examples.origin.at(name));
  }
}
