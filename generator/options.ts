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
