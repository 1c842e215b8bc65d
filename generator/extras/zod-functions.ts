/** What expressions of a module call, by name. Each is written only where it is called. */
export const ZOD_FUNCTIONS: Readonly<Record<string, string>> = {
  hasAll: `function hasAll(names: readonly string[]): (value: object) => boolean {
  return (value) => names.every((name) => Object.hasOwn(value, name));
}`,
  hasItems: `function hasItems(least: number, most: number = Infinity): (value: readonly unknown[]) => boolean {
  return (value) => value.length >= least && value.length <= most;
}`,
  hasLength: `function hasLength(least: number, most: number = Infinity): (value: string) => boolean {
  return (value) => {
    const length = [...value].length;
    return length >= least && length <= most;
  };
}`,
  hasProperties: `function hasProperties(least: number, most: number = Infinity): (value: object) => boolean {
  return (value) => {
    const length = Object.keys(value).length;
    return length >= least && length <= most;
  };
}`,
  isNot: `function isNot(excluded: () => z.ZodType): (value: unknown) => boolean {
  return (value) => !excluded().safeParse(value).success;
}`,
  isUnique: `function isUnique(value: readonly unknown[]): boolean {
  return new Set(value.map((item) => sortedJson(item))).size === value.length;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}`,
  startsWith: `function startsWith(first: () => readonly z.ZodType[], rest: () => z.ZodType): (value: readonly unknown[]) => boolean {
  return (value) => value.every((item, index) => (first()[index] ?? rest()).safeParse(item).success);
}`,
};

/** Makes a schema when it is first asked, so that schemas may name each other, and gives it the type that the client has for it. */
export const LATE_SCHEMA = `function late<T>(make: () => z.ZodType): z.ZodType<T> {
  // The compiler knows the document's type, and cannot see that this schema accepts its values.
  return z.lazy(make) as z.ZodType<T>;
}`;
