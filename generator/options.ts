/** What a generated client is called and where it finds its runtime. */
export interface GenerateOptions {
  /** `intercom` gives `createIntercom`. */
  readonly apiName: string;
  /** The header that selects the version; the client pins it. Absent: there is none. */
  readonly versionHeader?: { readonly name: string; readonly value: string };
  /** The module specifier of the runtime, such as `../runtime/index.js`. */
  readonly runtimeImport: string;
  /** Absent: every name follows from the document. */
  readonly names?: NameTable;
  /**
   * The address of an operation's page in the vendor's documentation, with `{tag}` and `{operationId}` in lower case.
   * Absent: only the document's own links are given.
   */
  readonly vendorDocs?: string;
  /** How operations page, addressed as in `names`. Every other operation pages as its document says. */
  readonly pagination?: Readonly<Record<string, PagingRule | 'none'>>;
  /** What is written beside the client, each as a module of its own. Absent: nothing. */
  readonly extras?: readonly Extra[];
}

/** Modules that need a package of the user's project: schemas that check values (`zod`), and handlers that answer with examples (`msw`). */
export const EXTRAS = ['zod', 'msw'] as const;

export type Extra = (typeof EXTRAS)[number];

/** How an operation leads from one page to the next. Every path is a list of property names. */
export interface PagingRule {
  /** The list in an answer; empty where the answer is the list. */
  readonly items: readonly string[];
  /** What the next page is asked for by: a cursor, the number of the page, how many items came before, the last item, or a link. */
  readonly next: 'cursor' | 'page' | 'offset' | 'last' | 'link';
  /** Where an answer says it. Absent: see the runtime. */
  readonly from?: readonly string[];
  /** The parameter, or the place in the body, that takes it. Absent for a link. */
  readonly to?: readonly string[];
  /** Where an answer says whether there is more. */
  readonly more?: readonly string[];
  /** Where an answer says how many pages or items there are. */
  readonly total?: readonly string[];
}

/** Names chosen by people. An operation is addressed by its operationId, or by method and path: `GET /contacts`. */
export interface NameTable {
  /** Namespace by tag, or by first path segment where an operation has no tag. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Name within the namespace, by operation. */
  readonly methods?: Readonly<Record<string, string>>;
  /** Name of the function, by operation. */
  readonly functions?: Readonly<Record<string, string>>;
}
