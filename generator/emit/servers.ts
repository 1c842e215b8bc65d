import type { ApiDocument } from '../../openapi/model/document.js';
import type { Server } from '../../openapi/model/server.js';

/** The URL of a server with the default of every variable in its place. */
export function serverUrl(server: Server): string {
  return server.url.replace(
    /\{([^{}]*)\}/g,
    (template, name: string) => server.variables.get(name)?.default ?? template,
  );
}

/** The document's first server, or `undefined` where it is none that the runtime can start from: absolute, http or https, plain. */
export function baseUrl(document: ApiDocument): string | undefined {
  const [server] = document.servers;
  const url = server === undefined ? '' : serverUrl(server);
  if (!URL.canParse(url)) return undefined;
  const { protocol, href, origin, pathname } = new URL(url);
  return /^https?:$/.test(protocol) && href === origin + pathname ? url : undefined;
}
