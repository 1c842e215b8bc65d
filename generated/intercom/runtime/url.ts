import { refuseValue } from './refuse-value.js';

/** `url` without trailing slashes. Throws a TypeError unless it is plain http or https. */
export function parseBaseUrl(url: string): string {
  if (!/^https?:\/\/[^\s?#@{}\\]+$/.test(url)) refuseValue({ name: 'API' }, 'baseUrl');
  return url.replace(/\/+$/, '');
}
