import type { Info } from '../document.js';
import type { Fields } from './fields.js';
import { optionalText } from './read-operation.js';

const CONTACT = ['name', 'url', 'email'];
const LICENSE = ['name', 'identifier', 'url'];

/** Reads the Info Object. */
export function readInfo(root: Fields): Info {
  if (root.get('info') === undefined) root.missing('info');
  const fields = root.object('info');
  if (fields === undefined) return { title: '', version: '' };
  for (const key of ['summary', 'termsOfService']) fields.note(key);
  const [contact, license] = [fields.notes('contact'), fields.notes('license')];
  license?.noteMissing('name');
  contact?.expectOnly(CONTACT);
  license?.expectOnly(LICENSE);
  for (const key of CONTACT) contact?.note(key);
  for (const key of LICENSE) license?.note(key);
  const version = fields.get('version');
  const isNumber = typeof version === 'number' || typeof version === 'bigint';
  if (isNumber) {
    const message = '"version" must be a string; the number is read as one. Put it in quotes: 2.10 as a number is 2.1.';
    root.context.warn('number-as-text', fields.origin.at('version'), message);
  }
  return {
    title: fields.requiredString('title'),
    version: isNumber ? String(version) : fields.requiredString('version'),
    ...optionalText(fields, 'description', 'description'),
  };
}
