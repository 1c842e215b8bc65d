import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { SpecificationLine } from '../../openapi/model/document.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { field, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { readText } from '../documents.js';
import { root } from '../shared.js';
import { annotated } from './annotated.js';
import { changed, type Path, pathsOf } from './mutation.js';

const VALUES: readonly Json[] = [null, 5, 'x', [], {}, { a: 5 }];

/** What the schemas of the specification refuse and is read without a word all the same. */
const SILENT: readonly (readonly [RegExp, string])[] = [
  // Other tools have keywords of their own; they are kept, and say nothing.
  [/\/(?:schema|schemas\/\w+|properties\/\w+|items|not|additionalProperties|(?:all|any|one)Of\/0) \{"a":5\}$/, '3.0'],
  // A list that is empty says nothing.
  [/\/(?:required|enum) \[\]$/, '3.0'],
  [/\/(?:all|any|one)Of \[\]$/, '3.1 3.2'],
  // Real documents have them, and what is not described is taken as allowed.
  [/\/responses \{\}$/, '3.0 3.1 3.2'],
  [/\/(?:headers\/X-A|components\/headers\/H) \{\}$/, '3.0 3.1 3.2'],
  [/\/xml \{"a":5\}$/, '3.0'],
  // The text of the specification allows any value.
  [/\/links\/next\/parameters(?:\/id)? /, '3.1 3.2'],
  // A format of tokens beside another scheme says nothing.
  [/\/basic\/scheme "x"$/, '3.0 3.1 3.2'],
];

const compiler = new Ajv2020({ strict: false, validateFormats: false });

/** The schema of the specification for documents of a line; that of 3.0 is written in an older JSON Schema. */
function officialSchema(line: SpecificationLine): JsonObject {
  const folder = join(root, 'node_modules/@seriousme/openapi-schema-validator/schemas');
  return JSON.parse(readFileSync(join(folder, `v${line}/schema.json`), 'utf8'), (key, value) => {
    if (!isObject(value)) return value;
    const { id, $schema, exclusiveMinimum, ...rest } = value;
    if (key === '' && typeof id === 'string') return rest;
    if (exclusiveMinimum !== true) return value;
    const { minimum, ...others } = rest;
    return { ...others, exclusiveMinimum: minimum };
  });
}

/** What the schemas of 3.1 and 3.2 leave open: the keywords of JSON Schema, and those that OpenAPI adds. */
function isSchema(schema: Json | undefined): boolean {
  if (schema === undefined || !isObject(schema)) return typeof schema === 'boolean';
  return compiler.validateSchema(schema) === true && compiler.validate(KEYWORDS, schema);
}

const TEXT = { type: 'string' };
const KEYWORDS = {
  properties: {
    discriminator: {
      type: 'object',
      required: ['propertyName'],
      properties: { propertyName: TEXT, defaultMapping: TEXT, mapping: { type: 'object', additionalProperties: TEXT } },
    },
    externalDocs: { type: 'object', required: ['url'], properties: { url: TEXT, description: TEXT } },
    xml: {
      type: 'object',
      properties: {
        ...{ name: TEXT, namespace: TEXT, prefix: TEXT, nodeType: TEXT },
        ...{ attribute: { type: 'boolean' }, wrapped: { type: 'boolean' } },
      },
    },
  },
};

function schemasOf(document: Json): readonly (Json | undefined)[] {
  const components = isObject(document) ? field(document, 'components') : undefined;
  const schemas = isObject(components) ? field(components, 'schemas') : undefined;
  return isObject(schemas) ? Object.values(schemas) : [];
}

/** Whether a document is read without any fault or warning. */
async function isSilent(document: Json): Promise<boolean> {
  try {
    return (await readText(JSON.stringify(document), {}, 'api.json')).warnings.length === 0;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return false;
  }
}

test.each(['3.0', '3.1', '3.2'] as const)('what is wrong in a document of %s is told', async (line) => {
  const isDocument = compiler.compile(officialSchema(line));
  const isValid = (document: Json): boolean =>
    isDocument(document) && (line === '3.0' || schemasOf(document).every(isSchema));
  const document = annotated(line);
  expect([isValid(document), await isSilent(document)]).toEqual([true, true]);
  const read: string[] = [];
  const known = SILENT.filter(([, lines]) => lines.includes(line)).map(([pattern]) => pattern);
  const met = new Set<RegExp>();
  for (const path of places(document)) {
    for (const value of VALUES) {
      const mutant = changed(document, path, value) ?? null;
      if (!(await isSilent(mutant)) || isValid(mutant)) continue;
      const name = nameOf(path, value);
      const pattern = known.find((one) => one.test(name));
      if (pattern === undefined) read.push(name);
      else met.add(pattern);
    }
  }
  expect([read, known.filter((pattern) => !met.has(pattern))]).toEqual([[], []]);
});

/** Every place, but one of those that end alike. */
function places(document: Json): readonly Path[] {
  return [
    ...new Map(
      pathsOf(document)
        .slice(1)
        .map((path) => [path.slice(-2).join('/'), path]),
    ).values(),
  ];
}

function nameOf(path: Path, value: Json): string {
  return `/${path.join('/')} ${JSON.stringify(value)}`;
}
