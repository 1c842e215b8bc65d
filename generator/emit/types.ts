import {
  addJSDocComment,
  astToString,
  type GlobalContext,
  oapiRef,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  transformHeaderObject,
  transformRequestBodyObject,
  transformResponseObject,
  transformResponsesObject,
  transformSchemaObject,
  UNKNOWN,
} from 'openapi-typescript';
import ts from 'typescript';
import type { Operation } from '../../openapi/model/operation.js';
import { declaredProperties } from './declared-properties.js';
import type { PreparedSchema } from './prepared-schema.js';
import type { RawDocument } from './raw-document.js';
import type { SchemaForms } from './schema-forms.js';
import { tidyTypes } from './tidy-types.js';
import { declare, index, members, property } from './type-nodes.js';
import { resolveCycles } from './types-cycles.js';
import { type PathIndex, type PreparedDocument, prepareTypes } from './types-document.js';
import type { PreparedHeader, PreparedOperation, PreparedParameter, PreparedReference } from './types-operations.js';
import { agreeOnTags } from './types-tags.js';

const { factory } = ts;

/**
 * The types module: an interface for each kind of component, and `operations` by key. The only file that knows
 * openapi-typescript.
 *
 * @param operations every operation to print, by the key it gets
 */
export function emitTypes(
  document: RawDocument,
  forms: SchemaForms,
  operations: ReadonlyMap<string, Operation>,
  header: string,
): string {
  const prepared = prepareTypes(document, forms, operations);
  const { verbatim, definitions, inputs, inputDefinitions } = prepared;
  const schemas = new Map<string, PreparedSchema>();
  for (const [place, named] of [
    ['components/schemas', prepared.schemas],
    ...Object.entries({ definitions, inputs, inputDefinitions }),
  ] as const) {
    for (const [name, schema] of named) schemas.set(`#/${place}/${pointerSegment(name)}`, schema);
  }
  // Ours and theirs name the same objects; theirs leave out what a member may be absent for.
  const tree = {
    components: { schemas: Object.fromEntries(prepared.schemas) },
    definitions: Object.fromEntries(definitions),
    inputs: Object.fromEntries(inputs),
    inputDefinitions: Object.fromEntries(inputDefinitions),
    bodies: [...prepared.requestBodies.values(), ...prepared.responses.values(), ...prepared.operations.values()],
  } as unknown as Parameters<typeof scanDiscriminators>[0];
  agreeOnTags(tree, schemas);
  const discriminators = scanDiscriminators(tree, { silent: true });
  const { aliases } = resolveCycles(schemas, (code) => ({ $ref: `#/${verbatim.code(code)}` }));
  const context = createContext(tree, discriminators);
  const nodes = new Emitter(context, prepared, schemas, aliases).nodes();
  return tidyTypes(`${header}\n${verbatim.restore(astToString(nodes))}`);
}

/** The settings of openapi-typescript: no enums, no values, nothing that is not a type. */
function createContext(
  tree: Parameters<typeof scanDiscriminators>[0],
  discriminators: GlobalContext['discriminators'],
): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A property with a default may still be left out by whoever sends it.
    defaultNonNullable: false,
    discriminators,
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Only the bundler of openapi-typescript reads this, and it is not used.
    redoc: undefined as never,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: undefined,
    transformProperty: undefined,
    resolve<T>($ref: string): T | undefined {
      const target: PreparedSchema | undefined = resolveRef(tree, $ref, { silent: true });
      const properties =
        target && declaredProperties(target, (reference) => resolveRef(tree, reference, { silent: true }));
      // The caller knows what it asked for.
      return (properties && { ...target, properties }) as T | undefined;
    },
  };
}

class Emitter {
  readonly #context: GlobalContext;
  readonly #document: PreparedDocument;
  readonly #schemas: ReadonlyMap<string, PreparedSchema>;
  readonly #aliases: ReadonlyMap<string, string>;

  constructor(
    context: GlobalContext,
    document: PreparedDocument,
    schemas: ReadonlyMap<string, PreparedSchema>,
    aliases: ReadonlyMap<string, string>,
  ) {
    this.#context = context;
    this.#document = document;
    this.#schemas = schemas;
    this.#aliases = aliases;
  }

  nodes(): ts.Node[] {
    const { paths, webhooks, operations, definitions, inputs, inputDefinitions } = this.#document;
    const nodes: ts.Node[] = [declare('paths', this.#index(paths))];
    if (webhooks.size > 0) nodes.push(declare('webhooks', this.#index(webhooks)));
    const { callbacks } = this.#document;
    if (callbacks.size > 0) {
      const list = [...callbacks].map(([key, named]) => {
        const each = [...named].map(([name, paths]) => property(name, members(this.#index(paths))));
        return property(key, members(each));
      });
      nodes.push(declare('callbacks', list));
    }
    nodes.push(declare('components', this.#components()));
    for (const [place, named] of Object.entries({ definitions, inputs, inputDefinitions })) {
      if (named.size === 0) continue;
      const list = [...named].map(([name, schema]) =>
        documented(schema, property(name, this.#named(`#/${place}/${pointerSegment(name)}`, schema))),
      );
      nodes.push(declare(place, list));
    }
    nodes.push(
      declare(
        'operations',
        [...operations].map(([key, each]) => property(key, this.#operation(each))),
      ),
    );
    const recursive = [...this.#aliases].map(([reference, alias]) => {
      const type = this.#schema(this.#schemas.get(reference), reference);
      return factory.createTypeAliasDeclaration(undefined, alias, undefined, type);
    });
    return [...nodes, ...recursive, ...this.#context.injectFooter];
  }

  /** `"/contacts": { get: operations["listContacts"] }` */
  #index(paths: PathIndex): ts.PropertySignature[] {
    return [...paths].map(([path, methods]) =>
      property(path, members([...methods].map(([method, key]) => property(method, index('operations', key))))),
    );
  }

  #components(): ts.PropertySignature[] {
    const { schemas, responses, requestBodies, headers, parameters } = this.#document;
    const list = <T extends Notes>(
      kind: string,
      named: ReadonlyMap<string, T>,
      print: (each: T, path: string) => ts.TypeNode,
    ) =>
      named.size === 0
        ? []
        : [
            property(
              kind,
              members(
                [...named].map(([name, each]) =>
                  documented(each, property(name, print(each, `#/components/${kind}/${pointerSegment(name)}`))),
                ),
              ),
            ),
          ];
    const ctx = this.#context;
    // The shapes agree; the library's own types demand fields it does not read.
    return [
      ...list('schemas', schemas, (each, path) => this.#named(path, each)),
      ...list('responses', responses, (each, path) => transformResponseObject(each as never, { ctx, path })),
      ...list('parameters', parameters, (each, path) => this.#schema(each.schema, path)),
      ...list('requestBodies', requestBodies, (each, path) => transformRequestBodyObject(each as never, { ctx, path })),
      ...list('headers', headers, (each, path) => transformHeaderObject(each as never, { ctx, path })),
    ];
  }

  #operation(operation: PreparedOperation): ts.TypeNode {
    const context = { ctx: this.#context };
    const result: ts.PropertySignature[] = [];
    const places = (['query', 'header', 'path', 'cookie', 'querystring'] as const).flatMap((place) => {
      const list = operation.parameters.filter((parameter) => parameter.in === place);
      return list.length === 0 ? [] : [property(place, members(list.map((parameter) => this.#parameter(parameter))))];
    });
    if (places.length > 0) result.push(property('parameters', members(places)));
    const { requestBody: body } = operation;
    if (body !== undefined) {
      // The shapes agree; the library's own types demand fields it does not read.
      const type = isReference(body) ? oapiRef(body.$ref) : transformRequestBodyObject(body as never, context);
      result.push(documented(body, property('requestBody', type, !operation.bodyRequired)));
    }
    result.push(property('responses', transformResponsesObject(operation.responses as never, context)));
    return members(result);
  }

  #parameter(parameter: PreparedParameter): ts.PropertySignature {
    return documented(parameter, property(parameter.name, this.#schema(parameter.schema, ''), !parameter.required));
  }

  /** The schema a reference leads to, printed in its place or by the name of its alias. */
  #named(reference: string, schema: PreparedSchema): ts.TypeNode {
    const alias = this.#aliases.get(reference);
    return alias === undefined ? this.#schema(schema, reference) : factory.createTypeReferenceNode(alias);
  }

  #schema(schema: PreparedSchema | undefined, path: string): ts.TypeNode {
    if (schema === undefined) return UNKNOWN;
    // A PreparedSchema is a Schema Object of the library, whose type is a union this one cannot be told apart from.
    return transformSchemaObject(schema as SchemaObject, { path, ctx: this.#context });
  }
}

type Notes = PreparedSchema | Pick<PreparedHeader, 'description' | 'deprecated'> | PreparedReference;

function documented(notes: Notes, node: ts.PropertySignature): ts.PropertySignature {
  // Every text in it has been made safe for a comment.
  addJSDocComment(notes as Parameters<typeof addJSDocComment>[0], node);
  return node;
}

function isReference(value: object): value is PreparedReference {
  return '$ref' in value;
}

function pointerSegment(name: string): string {
  return name.replaceAll('/', '~1');
}
