import { refuse } from './refuse.js';
/** `url` without trailing slashes. Throws a TypeError unless it is plain http or https. */
export function parseBaseUrl(url: string): string {
  // The URL stays out of the message: it may hold a password.
  if (!/^https?:\/\/[^\s?#@{}\\]+$/.test(url)) refuse('The base URL must be plain http or https.');
  return url.replace(/\/+$/, '');
}
