/** `url` resolved against `base`, or undefined if it is no URL. */
export function parseUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/** `url` without trailing slashes, resolved against `base` if given. Throws a TypeError unless it is plain http or https. */
export function parseBaseUrl(url: string, base?: string): string {
  const parsed = parseUrl(url, base);
  if (!parsed || !/^https?:[^{}]*$/.test(parsed.protocol + url) || parsed.href !== parsed.origin + parsed.pathname) {
    // The URL stays out of the message: it may hold a password.
    throw new TypeError('The base URL must be an absolute http or https URL without credentials, query or fragment.');
  }
  return parsed.href.replace(/\/+$/, '');
}
