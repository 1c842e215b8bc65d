/** Refuses what a caller gave, or did not give, as `what`. One message for all, which shows no value: that may be a secret. */
export function refuseValue(operation: { readonly name: string }, what: string): never {
  throw new TypeError(`${operation.name} needs a valid "${what}".`);
}
