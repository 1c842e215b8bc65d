/** What there is to read of an answer; null where it has no body. */
export type Body = ReadableStream<Uint8Array> | null;

/** The body of an answer that is read after its call is over: it ends with the signal, which forgets it when it was read. */
export function openBody({ body }: Response, signal: AbortSignal | undefined): Body {
  return body && signal ? body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal }) : body;
}
