import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with a request. The second one always succeeds. */
export type Fault = (response: ServerResponse) => void;

export const FAULTS: Readonly<Record<string, Fault>> = {
  'status 429 with Retry-After: 1': (response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' });
    response.end('{"type":"error.list","errors":[{"code":"rate_limit_exceeded","message":"Slow down"}]}');
  },
  'status 500': (response) => {
    response.writeHead(500, { 'content-type': 'application/json' });
    response.end('{"type":"error.list","errors":[{"code":"server_error","message":"Broken"}]}');
  },
  'connection dropped': (response) => {
    response.socket?.destroy();
  },
  '200 with an HTML page': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Sign in</body></html>');
  },
};

/** A server on the loopback interface that treats the first request as told, and counts. */
export async function faultyServer(fault: Fault) {
  let requests = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      requests++;
      if (requests === 1) fault(response);
      else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"type":"conversation","id":"1"}');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
