import { type MethodSignatureStructure, type OptionalKind, StructureKind } from 'ts-morph';
import type { GeneratedFile } from '../generated-file.js';
import type { GenerateOptions } from '../options.js';
import { methodComment } from './documentation.js';
import type { EmitContext } from './emit-context.js';
import type { ClientPlan, ResourcePlan } from './plan.js';
import { callParameters } from './resource.js';
import { describeScheme } from './security.js';
import { baseUrl } from './servers.js';
import { printModule, type Statement } from './source-file.js';
import { commentLine, type LiteralRecord, objectKey, propertyName, stringLiteral, valueLiteral } from './text.js';

/** What callers need of the runtime, passed on by the index. */
const RUNTIME_VALUES = ['ApiError', 'ClientError', 'NetworkError', 'ResponseError', 'TimeoutError', 'createClient'];
const RUNTIME_TYPES = ['Api', 'Call', 'CallOptions', 'Client', 'ClientOptions', 'Result'];

/** The index: what the API pins, the façade with a namespace for each resource, and every function and type by name. */
export function emitIndex(plan: ClientPlan, options: GenerateOptions, context: EmitContext): GeneratedFile {
  const runtime = stringLiteral(context.runtimeImport);
  const statements: Statement[] = [
    `import { type Api, ${plan.resources.length > 0 ? 'type Call, type CallOptions, ' : ''}type Client, type ClientOptions, createClient } from ${runtime};`,
    ...plan.resources.map((resource) => `import * as ${resource.alias} from ${moduleOf(resource)};`),
    `export { ${[...RUNTIME_VALUES, ...RUNTIME_TYPES.map((name) => `type ${name}`)].join(', ')} } from ${runtime};`,
    'export type * from "./types.js";',
    ...plan.resources.map((resource) => `export * from ${moduleOf(resource)};`),
    `\n/** What this version of the API pins. */\nexport const api: Api = ${apiLiteral(options, context)};`,
    ...plan.resources.map((resource) => resourceInterface(resource, context)),
    clientInterface(plan, context),
    factory(plan, context),
  ];
  return { path: 'index.ts', text: printModule(context.notice, statements) };
}

function moduleOf(resource: ResourcePlan): string {
  return stringLiteral(`./${resource.fileName}.js`);
}

function apiLiteral(options: GenerateOptions, { document, defaultSecurity }: EmitContext): string {
  const { versionHeader } = options;
  const schemes = [...document.components.securitySchemes].map(([name, scheme]) => [name, describeScheme(scheme)]);
  const fields: [string, string][] = [
    ['baseUrl', stringLiteral(baseUrl(document) ?? '')],
    ...(versionHeader === undefined
      ? []
      : [['headers', valueLiteral({ [versionHeader.name]: versionHeader.value })] satisfies [string, string]]),
    // fromEntries defines properties, so that a scheme named "__proto__" is one like any other.
    ...(schemes.length === 0
      ? []
      : [['security', valueLiteral(Object.fromEntries(schemes) as LiteralRecord)] satisfies [string, string]]),
    ...(defaultSecurity.length === 0 ? [] : [['auth', valueLiteral(defaultSecurity)] satisfies [string, string]]),
  ];
  return `{\n${fields.map(([name, text]) => `  ${name}: ${text},`).join('\n')}\n}`;
}

function resourceInterface(resource: ResourcePlan, context: EmitContext): Statement {
  const methods = resource.operations.map(
    (plan): OptionalKind<MethodSignatureStructure> => ({
      name: propertyName(plan.methodName),
      docs: [{ description: methodComment(plan.operation) }],
      parameters: callParameters(plan, context.facts.of(plan).params, `${resource.alias}.`),
      returnType: `Call<${resource.alias}.${plan.dataType}, ${resource.alias}.${plan.errorType}>`,
    }),
  );
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: resource.interfaceName,
    docs: [{ description: `The operations of "${commentLine(resource.title) || 'no group'}".` }],
    methods,
  };
}

function clientInterface(plan: ClientPlan, context: EmitContext): Statement {
  const { title, version } = context.document.info;
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: plan.interfaceName,
    docs: [{ description: `${commentLine(title) || 'The API'}, version ${commentLine(version) || 'unknown'}.` }],
    properties: [
      {
        name: 'client',
        type: 'Client',
        isReadonly: true,
        docs: [{ description: 'What the functions of this module take as their first argument.' }],
      },
      ...plan.resources.map(({ name, interfaceName }) => ({
        name: propertyName(name),
        type: interfaceName,
        isReadonly: true,
      })),
    ],
  };
}

function factory(plan: ClientPlan, context: EmitContext): Statement {
  const namespaces = plan.resources.map((resource) => {
    const methods = resource.operations.map((operation) => {
      const names = ['options'];
      if (context.facts.of(operation).params !== 'none') names.unshift('params');
      const call = `${resource.alias}.${operation.functionName}(client, ${names.join(', ')})`;
      return `      ${objectKey(operation.methodName)}: (${names.join(', ')}) => ${call},`;
    });
    return `    ${objectKey(resource.name)}: {\n${methods.join('\n')}\n    },`;
  });
  const needsUrl = baseUrl(context.document) === undefined;
  return `/** ${needsUrl ? 'Creates a client. The document names no absolute server, so `baseUrl` is required.' : 'Creates a client.'} */
export function ${plan.factoryName}(options${needsUrl ? ': ClientOptions & { readonly baseUrl: string }' : '?: ClientOptions'}): ${plan.interfaceName} {
  const client = createClient(api, options);
  return {
${['    client,', ...namespaces].join('\n')}
  };
}`;
}
