import type { Client } from './client.js';
import { bare, operation } from './operation.js';

/** Functions of operations by the names of their methods. */
type Functions = Readonly<Record<string, (client: Client, ...rest: never[]) => unknown>>;

/**
 * The methods of a resource: plain operations as words, all others as functions.
 *
 * The words are a path, which begins with how many segments it shares with the one before, and after it the methods it has.
 * `/tags list create:POST 1/{tag_id} delete?:DELETE` are three methods; the answer of the last may be empty. A `GET` whose
 * address holds no name takes no params.
 */
export type Methods = string | readonly [words: string, functions: Functions];

/** Resources with methods that call `client`, made when they are first asked for. The generated interface says what each takes. */
export function bind<T>(client: Client, resources: Readonly<Record<string, Methods>>): T {
  const bound = { client };
  for (const [name, methods] of Object.entries(resources)) {
    let made: object | undefined;
    Object.defineProperty(bound, name, { enumerable: true, get: () => (made ??= bindMethods(client, methods)) });
  }
  // The interface is generated from the same operations.
  return bound as T;
}

function bindMethods(client: Client, methods: Methods): object {
  const [words, functions] = typeof methods === 'string' ? [methods, {}] : methods;
  const all = { ...functions };
  let path: string[] = [];
  for (const word of words.split(' ')) {
    const [shared, ...segments] = word.split('/');
    if (segments.length) path = [...path.slice(0, Number(shared)), ...segments];
    else if (word) {
      const [, name = '', empty, method, query] = /(\w*)(\??):?(\w*)(.*)/.exec(word) ?? [];
      const address = `${method || 'GET'} /${path.join('/')}${query}`;
      all[name] = (/^GET[^{]*$/.test(address) ? bare : operation)(address, { empty: Boolean(empty) });
    }
  }
  return Object.fromEntries(Object.entries(all).map(([name, run]) => [name, run.bind(undefined, client)]));
}
