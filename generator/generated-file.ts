/** One file of a generated client. */
export interface GeneratedFile {
  /** Relative to the folder of the client, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
