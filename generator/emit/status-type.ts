/** An error as a document declares it: a status, a range such as `5XX` or `default`, and the type of what comes with it. */
export interface DeclaredError {
  readonly status: string;
  readonly body: string;
}

/** What the runtime calls the statuses that begin with a digit. */
export const CLASSES: Readonly<Record<string, string>> = {
  3: 'RedirectStatus',
  4: 'ClientErrorStatus',
  5: 'ServerErrorStatus',
};

/**
 * The statuses of an error as a type. A range leaves out the statuses of errors with another body, so that comparing the status
 * leaves one body; where there are none to tell apart it is any number, for a server may answer with a status of its own.
 */
export function statusType(status: string, body: string, errors: readonly DeclaredError[]): string {
  if (/^\d{3}$/.test(status)) return status;
  const others = errors.filter((each) => each.body !== body).map((each) => each.status);
  const ranges = others.flatMap((other) => /^(\d)XX$/i.exec(other)?.[1] ?? []);
  const first = /^\d/.exec(status)?.[0];
  const digits = first === undefined ? Object.keys(CLASSES).filter((digit) => !ranges.includes(digit)) : [first];
  if (others.length === 0 || digits.length === 0) return 'number';
  const known = others.filter((other) => /^\d{3}$/.test(other) && digits.includes(other.slice(0, 1)));
  const all = digits.map((digit) => CLASSES[digit] ?? 'number').join(' | ');
  return known.length === 0 ? all : `Exclude<${all}, ${known.join(' | ')}>`;
}
