/** What the part of a `$ref` before `#` names. */
export type ReferenceTarget =
  | { readonly kind: 'same-file' }
  /** A file below the folder of the document, as a path relative to that folder. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string; readonly origin: string }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };

/**
 * Reads the part of a reference before `#`, seen from a file of the document. Nothing outside the document's own folder is
 * named by a result, however the path is spelt.
 * @param from the file that holds the reference: a path relative to the document's folder, or a URL
 */
export function readReferenceUri(uri: string, from: string): ReferenceTarget {
  if (uri === '') return { kind: 'same-file' };
  if (/^https?:\/\//i.test(from)) return remote(uri, from);
  if (/^https?:/i.test(uri)) return remote(uri, undefined);
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri) || uri.startsWith('//')) {
    return refused('reference-scheme', 'Only files and http(s) addresses can be referred to.');
  }
  let path: string;
  try {
    path = decodeURIComponent(uri);
  } catch {
    return refused('reference-syntax', 'The percent-encoding is broken.');
  }
  if (/[\u0000-\u001f\u007f\\]/.test(path)) {
    return refused('reference-outside', 'A path must not hold a backslash or a control character.');
  }
  if (path.startsWith('/')) return refused('reference-outside', OUTSIDE);
  const segments: string[] = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return refused('reference-outside', OUTSIDE);
  }
  const hidden = segments.find((segment) => segment.startsWith('.') || segment === 'node_modules');
  if (hidden !== undefined) return refused('reference-outside', `Files in "${hidden}" are not read.`);
  if (segments.length === 0 || /(?:^|\/)\.{0,2}$/.test(path)) return refused('reference-folder', FOLDER);
  return { kind: 'file', path: segments.join('/') };
}

const OUTSIDE = 'Only files below the folder of the document are read.';

const FOLDER = 'It names a folder. Name a file in it, or begin with "#" to name a part of this file.';

function refused(code: string, reason: string): ReferenceTarget {
  return { kind: 'refused', code, reason };
}

function remote(uri: string, base: string | undefined): ReferenceTarget {
  let url: URL;
  try {
    url = new URL(uri, base);
  } catch {
    return refused('reference-syntax', 'This is not a valid address.');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refused('reference-scheme', 'Only http(s) addresses can be referred to from a remote file.');
  }
  if (url.username !== '' || url.password !== '') {
    return refused('reference-remote', 'An address with a user name is not followed.');
  }
  url.hash = '';
  return { kind: 'remote', url: url.href, origin: url.origin };
}
