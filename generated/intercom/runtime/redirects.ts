/** The address that a redirect names, whose body is dropped; undefined if it is none or names no http or https URL. */
export function readLocation({
  status,
  headers,
  url,
  body,
}: Pick<Response, 'status' | 'headers' | 'url' | 'body'>): string | undefined {
  const location = /30[12378]/.test(`${status}`) && headers.get('location');
  const base = url || undefined;
  if (!location || !URL.canParse(location, base)) return undefined;
  const { protocol, href } = new URL(location, base);
  if (!/^https?:$/.test(protocol)) return undefined;
  // It would hold the connection; one that a hook reads stays.
  body?.cancel().catch(() => undefined);
  return href;
}

/**
 * A `fetch` for the options of a client that follows redirects of GET and HEAD within the origin, five at most. Any other
 * stays an error, so that no credential leaves the origin.
 */
export function followRedirects(
  fetch: (request: Request) => Promise<Response> = globalThis.fetch,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let response = await fetch(request);
    for (let hops = 0; hops < 5 && /^(GET|HEAD)$/.test(request.method); hops++) {
      const { status, headers, url } = response;
      const location = readLocation({ status, headers, url, body: null });
      const { origin, pathname, search } = new URL(location ?? 'data:,');
      if (!location || origin !== new URL(request.url).origin) break;
      // A body that is read leaves the connection to the next request.
      await response.text();
      response = await fetch(new Request(origin + pathname + search, request));
    }
    return response;
  };
}
