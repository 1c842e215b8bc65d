import type { Client } from './client.js';
import { bare, operation } from './operation.js';

/**
 * The operations of a resource as methods that call `client`. The generated interface says what each takes.
 *
 * @param words plain operations as words: a path, which begins with how many segments it shares with the one before, and after
 * it the methods it has. `/tags list create:POST 1/{tag_id} delete:DELETE` are three methods. A `GET` whose address holds no
 * name takes no params.
 * @param functions all others
 */
export function bind<T>(
  client: Client,
  words: string,
  functions: Readonly<Record<string, (client: Client, ...rest: never[]) => unknown>> = {},
): T {
  const methods = { ...functions };
  let path: string[] = [];
  for (const word of words.split(' ')) {
    const [shared, ...segments] = word.split('/');
    if (segments.length) path = [...path.slice(0, Number(shared)), ...segments];
    else if (word) {
      const [, name = '', method, query] = /(\w*):?(\w*)(.*)/.exec(word) ?? [];
      const address = `${method || 'GET'} /${path.join('/')}${query}`;
      methods[name] = (/^GET[^{]*$/.test(address) ? bare : operation)(address);
    }
  }
  // The interface is generated from the same operations.
  return Object.fromEntries(Object.entries(methods).map(([name, run]) => [name, run.bind(undefined, client)])) as T;
}
