/** The address that a redirect names, or undefined if it is none or names no http or https URL. */
export function readLocation({ status, headers, url }: Response): string | undefined {
  const location = /30[12378]/.test(`${status}`) && headers.get('location');
  if (!location || !URL.canParse(location, url || undefined)) return undefined;
  const { protocol, href } = new URL(location, url || undefined);
  return /^https?:$/.test(protocol) ? href : undefined;
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
      const location = readLocation(response);
      const { origin, pathname, search } = new URL(location ?? 'data:,');
      if (!location || origin !== new URL(request.url).origin) break;
      // A body that is read leaves the connection to the next request.
      await response.text();
      response = await fetch(new Request(origin + pathname + search, request));
    }
    return response;
  };
}
