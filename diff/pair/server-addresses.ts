import { addressesOf, matches, type ServerUrl } from './server-url.js';

/** Every address of some servers. Most are never asked, so they are written out when one is. */
export class Addresses {
  readonly #servers: readonly ServerUrl[];
  #known: ReadonlySet<string> | undefined;
  #templates: readonly string[] = [];

  constructor(servers: readonly ServerUrl[]) {
    this.#servers = servers;
  }

  /** Whether an address is one of them, or of a template among them. */
  covers(address: string): boolean {
    return this.#all.has(address) || this.#templates.some((template) => matches(template, address));
  }

  /** How many of them are addresses of a template. */
  countOf(template: string): number {
    let count = 0;
    for (const address of this.#all) if (matches(template, address)) count++;
    return count;
  }

  get #all(): ReadonlySet<string> {
    if (this.#known === undefined) {
      this.#known = new Set(this.#servers.flatMap(addressesOf));
      this.#templates = [...this.#known].filter((address) => address.includes('{}'));
    }
    return this.#known;
  }
}
