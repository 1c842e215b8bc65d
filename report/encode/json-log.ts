/**
 * JSON text as it may stand in the log of a CI system, some of which take `##[` for a command wherever it stands. In JSON it can
 * only stand inside a string, where the escape means the same.
 */
export function encodeJsonLog(text: string): string {
  return text.replace(/#(?=#(?:\[|vso|teamcity))/g, '\\u0023');
}
