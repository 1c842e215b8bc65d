import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { field, isObject, type Json } from '../../openapi/source/json.js';
import { documents, eachObject, type Node } from './intercom.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** The media types of an operation that show a body: JSON of the request and of every success. */
function bodies(operation: Node, content: Node): readonly (readonly [string, Node])[] {
  const found: (readonly [string, Node])[] = [];
  const add = (place: string, holder: Json | undefined): void => {
    const types = isObject(holder) ? field(holder, 'content') : undefined;
    if (!isObject(types)) return;
    for (const [name, media] of Object.entries(types))
      if (/json/.test(name) && isObject(media)) found.push([`${place} ${name}`, media]);
  };
  add('request', operation.requestBody);
  for (const [status, response] of Object.entries(isObject(operation.responses) ? operation.responses : {})) {
    add(status, isObject(response) && typeof response.$ref === 'string' ? at(content, response.$ref) : response);
  }
  return found;
}

function at(content: Node, ref: string): Json | undefined {
  let node: Json | undefined = content;
  for (const key of ref.slice(2).split('/')) {
    node = isObject(node) ? field(node, key.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined;
  }
  return node;
}

function examplesOf(media: Node, content: Node): readonly (Json | undefined)[] {
  if (media.example !== undefined) return [media.example];
  return Object.values(isObject(media.examples) ? media.examples : {}).map((example) => {
    const found = isObject(example) && typeof example.$ref === 'string' ? at(content, example.$ref) : example;
    return isObject(found) ? found.value : undefined;
  });
}

describe.each(documents())('the examples of $version', ({ content }) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'document', components: content.components ?? {} });

  test('show the body of every operation, and are values of its schema', () => {
    const faults: string[] = [];
    let shown = 0;
    const items = {
      ...(isObject(content.paths) ? content.paths : {}),
      ...(isObject(content.webhooks) ? content.webhooks : {}),
    };
    for (const [path, item] of Object.entries(items)) {
      for (const method of METHODS) {
        const operation = isObject(item) ? item[method] : undefined;
        if (!isObject(operation)) continue;
        for (const [place, media] of bodies(operation, content)) {
          const examples = examplesOf(media, content);
          if (examples.length === 0) faults.push(`${method} ${path} ${place}: no example`);
          const validate = ajv.compile(JSON.parse(JSON.stringify(media.schema ?? {}).replaceAll('"#/', '"document#/')));
          for (const example of examples) {
            shown += 1;
            if (example === undefined || !validate(example))
              faults.push(`${method} ${path} ${place}: ${ajv.errorsText(validate.errors)}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect(shown).toBeGreaterThan(40);
  });

  test('are all used', () => {
    const used = new Set<string>();
    eachObject(content, (object) => {
      if (typeof object.$ref === 'string') used.add(object.$ref);
    });
    const names =
      isObject(content.components) && isObject(content.components.examples)
        ? Object.keys(content.components.examples)
        : [];
    expect(names.filter((name) => !used.has(`#/components/examples/${name}`))).toEqual([]);
  });
});
