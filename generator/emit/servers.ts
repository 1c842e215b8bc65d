import type { ApiDocument } from '../../openapi/model/document.js';
import type { Server } from '../../openapi/model/server.js';
import { objectKey, stringLiteral, valueLiteral } from './text.js';

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

/** The path of a first server that names no host, for whoever names it: `/v1`. `undefined` for any other. */
export function basePath({ servers: [server] }: ApiDocument): string | undefined {
  const url = server === undefined ? '' : serverUrl(server).replace(/\/+$/, '');
  return /^\/(?!\/)/.test(url) ? url : undefined;
}

/** The servers to choose from as a literal, or `undefined` where there is no choice. */
export function serversLiteral({ servers }: ApiDocument): string | undefined {
  if (servers.length < 2 && servers.every(({ variables }) => variables.size === 0)) return undefined;
  const lines = servers.map((server) => {
    const variables = [...server.variables].map(
      ([name, variable]) =>
        `${objectKey(name)}: ${valueLiteral(
          variable.enum.length === 0
            ? { default: variable.default }
            : { default: variable.default, enum: variable.enum },
        )}`,
    );
    const choice = variables.length === 0 ? '' : `, variables: { ${variables.join(', ')} }`;
    return `  { url: ${stringLiteral(server.url)}${choice} },`;
  });
  return `[\n${lines.join('\n')}\n]`;
}
