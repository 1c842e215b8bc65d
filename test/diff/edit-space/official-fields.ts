import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecificationLine } from '../../../openapi/model/document.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../../openapi/source/json.js';
import { root } from '../../shared.js';

/** The names that the official schema of 3.0 has for objects, by those of the later ones. */
const NAMES_OF_3_0: Readonly<Record<string, string>> = {
  'external-documentation': 'ExternalDocumentation',
  callbacks: 'Callback',
  'oauth-flows': 'OAuthFlows',
  xml: 'XML',
};

/** Objects whose fields are named by the author, under the name they have in the table. */
const PATTERNED: Readonly<Record<string, string>> = {
  paths: '{path}',
  responses: '{status}',
  callbacks: '{expression}',
  'security-requirement': '{name}',
};

/** What the official schemas of 3.1 and 3.2 leave to a dialect: Schema, Discriminator and XML Objects. */
const ADDED_TO_SCHEMAS = ['discriminator', 'xml', 'externalDocs', 'example'];
const VOCABULARIES = ['core', 'applicator', 'unevaluated', 'validation', 'meta-data', 'format-annotation', 'content'];
const DIALECT: Readonly<Record<string, readonly string[]>> = {
  discriminator: ['propertyName', 'mapping'],
  xml: ['name', 'namespace', 'prefix', 'attribute', 'wrapped'],
};
const DIALECT_OF_3_2: Readonly<Record<string, readonly string[]>> = {
  discriminator: ['defaultMapping'],
  xml: ['nodeType'],
};

/** The fields of an object in one line of the specification, extensions apart, sorted. Empty: the line has no such object. */
export function officialFields(object: string, line: SpecificationLine): readonly string[] {
  const fields = new Set(line === '3.0' ? fieldsOf3_0(object) : laterFields(object, line));
  const pattern = PATTERNED[object];
  const named = [...fields].filter((name) => !name.startsWith('/'));
  return [...named, ...(pattern === undefined ? [] : [pattern])].sort();
}

function fieldsOf3_0(object: string): readonly string[] {
  const document = officialSchema('3.0');
  if (object === 'openapi') return collect(document, document);
  if (object === 'oauth-flow') {
    const flows = ['ImplicitOAuthFlow', 'PasswordOAuthFlow', 'ClientCredentialsFlow', 'AuthorizationCodeOAuthFlow'];
    return flows.flatMap((flow) => collect(document, at(document, ['definitions', flow])));
  }
  if (object === 'reference') return ['$ref'];
  const camel = object.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  const found = collect(document, at(document, ['definitions', NAMES_OF_3_0[object] ?? camel]));
  const methods = object === 'path-item' ? 'get put post delete options head patch trace'.split(' ') : [];
  // A Reference Object may stand for a Schema Object.
  return [...found, ...methods, ...(object === 'schema' ? ['$ref'] : [])];
}

function laterFields(object: string, line: '3.1' | '3.2'): readonly string[] {
  const document = officialSchema(line);
  const dialect = DIALECT[object];
  if (dialect !== undefined) return [...dialect, ...(line === '3.2' ? (DIALECT_OF_3_2[object] ?? []) : [])];
  if (object === 'openapi') return collect(document, document);
  if (object === 'schema') return [...VOCABULARIES.flatMap(keywordsOf), ...ADDED_TO_SCHEMAS];
  if (object === 'oauth-flow') {
    const flows = at(document, ['$defs', 'oauth-flows', '$defs']);
    return isObject(flows) ? Object.values(flows).flatMap((flow) => collect(document, flow ?? null)) : [];
  }
  return collect(document, at(document, ['$defs', object]));
}

function keywordsOf(vocabulary: string): readonly string[] {
  const path = join(root, 'node_modules/ajv/dist/refs/json-schema-2020-12/meta', `${vocabulary}.json`);
  const meta: JsonObject = JSON.parse(readFileSync(path, 'utf8'));
  return collect(meta, meta);
}

function officialSchema(line: SpecificationLine): JsonObject {
  const folder = join(root, 'node_modules/@seriousme/openapi-schema-validator/schemas');
  return JSON.parse(readFileSync(join(folder, `v${line}/schema.json`), 'utf8'));
}

/** The names of properties in a schema and in everything that applies to the same object; patterns stand in slashes. */
function collect(document: JsonObject, schema: Json): readonly string[] {
  const names: string[] = [];
  const seen = new Set<Json>();
  const pending: Json[] = [schema];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (!isObject(one) || seen.has(one)) continue;
    seen.add(one);
    names.push(...keysOf(field(one, 'properties')));
    names.push(...keysOf(field(one, 'patternProperties')).map((pattern) => `/${pattern}/`));
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      const list = field(one, key);
      if (list !== undefined && isArray(list)) pending.push(...list);
    }
    for (const key of ['if', 'then', 'else']) pending.push(field(one, key) ?? null);
    const dependent = field(one, 'dependentSchemas');
    if (dependent !== undefined && isObject(dependent))
      pending.push(...Object.values(dependent).map((value) => value ?? null));
    const reference = field(one, '$ref');
    if (typeof reference === 'string' && reference.startsWith('#/'))
      pending.push(at(document, reference.slice(2).split('/')));
  }
  return names;
}

function keysOf(value: Json | undefined): readonly string[] {
  return value !== undefined && isObject(value) ? Object.keys(value) : [];
}

function at(document: JsonObject, path: readonly string[]): Json {
  return path.reduce<Json>((value, key) => (isObject(value) ? (field(value, key) ?? null) : null), document);
}
