import { createRequire } from 'node:module';

type JsYaml = typeof import('js-yaml');

const load = createRequire(import.meta.url);
let loaded: JsYaml | undefined;

/** The parser of all of YAML. Most documents are plain and do without it, so it is loaded for the first one that needs it. */
export function jsYaml(): JsYaml {
  loaded ??= load('js-yaml') as JsYaml; // `require` cannot know what it loads.
  return loaded;
}
