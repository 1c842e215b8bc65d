import type { GeneratedFile } from '../generated-file.js';
import type { GenerateOptions } from '../options.js';
import { methodComment } from './documentation.js';
import type { EmitContext } from './emit-context.js';
import { facadeText } from './facade-text.js';
import { ImportList } from './import-list.js';
import type { ClientPlan, ResourcePlan } from './plan.js';
import { callParameters, callType } from './resource.js';
import { basePath, baseUrl, serversLiteral } from './servers.js';
import { printInterface, printModule } from './source-file.js';
import { commentLine, objectKey, propertyName, stringLiteral, valueLiteral } from './text.js';

/** What callers need of the runtime, passed on by the index. */
const RUNTIME_VALUES = ['ApiError', 'ClientError', 'NetworkError', 'ResponseError', 'TimeoutError', 'createClient'];
const RUNTIME_TYPES = ['Api', 'Call', 'CallOptions', 'Client', 'ClientOptions', 'PagedCall', 'Result'];

/**
 * The index: what the API pins, the façade with a namespace for each resource, and every function and type by name.
 *
 * @param modules the modules, without extension, whose exports are passed on beside those of the resources
 */
export function emitIndex(
  plan: ClientPlan,
  options: GenerateOptions,
  context: EmitContext,
  modules: readonly string[],
): GeneratedFile {
  const runtime = stringLiteral(context.runtimeImport);
  const imports = new ImportList();
  const { security } = context;
  const servers = serversLiteral(context.document);
  imports.types(context.runtimeImport, ['Api', 'Client', 'ClientOptions']);
  imports.values(context.runtimeImport, [
    'bind',
    'createClient',
    ...(security.authorize ? [security.authorize] : []),
    ...security.signers,
  ]);
  if (servers !== undefined) imports.types(context.runtimeImport, ['Server']);
  const facts = plan.resources.flatMap(({ operations }) => operations.map((each) => context.facts.of(each)));
  imports.types(context.runtimeImport, facts.length > 0 ? ['CallOptions'] : []);
  imports.types(context.runtimeImport, facts.some(({ pages }) => pages === undefined) ? ['Call'] : []);
  imports.types(context.runtimeImport, facts.some(({ pages }) => pages !== undefined) ? ['PagedCall'] : []);
  const values = [...RUNTIME_VALUES, ...(servers === undefined ? [] : ['serverUrl'])];
  const statements = [
    ...imports.statements(),
    ...plan.resources.map((resource) => {
      const isValue = facadeText(resource.operations, context).others.length > 0;
      return `import ${isValue ? '' : 'type '}* as ${resource.alias} from ${moduleOf(resource)};`;
    }),
    `export { ${[...values, ...RUNTIME_TYPES.map((name) => `type ${name}`)].join(', ')} } from ${runtime};`,
    'export type * from "./types.js";',
    ...modules.map((name) => `export * from ${stringLiteral(`./${name}.js`)};`),
    ...plan.resources.map((resource) => `export * from ${moduleOf(resource)};`),
    `\n/** What this version of the API pins. */\nexport const api: Api = ${apiLiteral(options, context)};`,
    ...(servers === undefined
      ? []
      : [
          `\n/** The servers to choose from, for \`serverUrl\`. */\nexport const servers: readonly Server[] = ${servers};`,
        ]),
    ...plan.resources.map((resource) => resourceInterface(resource, context)),
    clientInterface(plan, context),
    factory(plan, context),
  ];
  return { path: 'index.ts', text: printModule(context.notice, statements) };
}

function moduleOf(resource: ResourcePlan): string {
  return stringLiteral(`./${resource.fileName}.js`);
}

function apiLiteral({ versionHeader }: GenerateOptions, { document, security }: EmitContext): string {
  const { authorize, schemes, usual } = security;
  const fields: [string, string | undefined][] = [
    ['baseUrl', stringLiteral(baseUrl(document) ?? '')],
    ['headers', versionHeader && valueLiteral({ [versionHeader.name]: versionHeader.value })],
    ['authorize', authorize],
    ['schemes', schemes],
    ['security', schemes === undefined || usual.length === 0 ? undefined : valueLiteral(usual)],
  ];
  const written = fields.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name}: ${text},`]));
  return `{\n${written.join('\n')}\n}`;
}

function resourceInterface(resource: ResourcePlan, context: EmitContext): string {
  const scope = `${resource.alias}.`;
  return printInterface({
    name: resource.interfaceName,
    comment: `The operations of "${commentLine(resource.title) || 'no group'}".`,
    members: resource.operations.map((plan) => {
      const facts = context.facts.of(plan);
      const parameters = callParameters(plan, facts, scope).join(', ');
      const text = `${propertyName(plan.methodName)}(${parameters}): ${callType(plan, facts, scope)}`;
      return { comment: methodComment(plan.operation), text };
    }),
  });
}

function clientInterface(plan: ClientPlan, context: EmitContext): string {
  const { title, version } = context.document.info;
  return printInterface({
    name: plan.interfaceName,
    comment: `${commentLine(title) || 'The API'}, version ${commentLine(version) || 'unknown'}.`,
    members: [
      { comment: 'What the functions of this module take as their first argument.', text: 'readonly client: Client' },
      ...plan.resources.map(({ name, interfaceName }) => ({
        text: `readonly ${propertyName(name)}: ${interfaceName}`,
      })),
    ],
  });
}

function factory(plan: ClientPlan, context: EmitContext): string {
  const methods = plan.resources.map(
    (resource) => `    ${objectKey(resource.name)}:${methodsLiteral(resource, context)},\n`,
  );
  const needsUrl = baseUrl(context.document) === undefined;
  const path = basePath(context.document);
  const end = path === undefined ? '' : ` It ends with "${path}".`;
  const need = needsUrl ? ` The document names no absolute server, so \`baseUrl\` is required.${end}` : '';
  return `
/** ${commentLine(`Creates a client.${need}`)} */
export function ${plan.factoryName}(options${needsUrl ? ': ClientOptions & { readonly baseUrl: string }' : '?: ClientOptions'}): ${plan.interfaceName} {
  return bind<${plan.interfaceName}>(createClient(api, options), {
${methods.join('')}  });
}`;
}

/** The methods of a resource, after a colon: plain ones in words, the others by their functions. */
function methodsLiteral({ alias, operations }: ResourcePlan, context: EmitContext): string {
  const { lines, others } = facadeText(operations, context);
  const words = lines.map((line, index) => stringLiteral(index === 0 ? line : ` ${line}`)).join(' +\n        ') || '""';
  const functions = others.map(({ methodName, functionName }) => `${objectKey(methodName)}: ${alias}.${functionName}`);
  if (functions.length === 0) return lines.length > 1 ? `\n      ${words.replace(/^ {2}/gm, '')}` : ` ${words}`;
  return ` [\n      ${words},\n      {\n${functions.map((each) => `        ${each},\n`).join('')}      },\n    ]`;
}
