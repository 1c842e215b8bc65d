import type { GeneratedFile } from '../generated-file.js';
import { fieldComment, operationComment } from './documentation.js';
import type { EmitContext } from './emit-context.js';
import { ImportList } from './import-list.js';
import type { OperationFacts } from './operation-facts.js';
import { traitsOf } from './operation-traits.js';
import { parameterComment } from './parameter-comment.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { OperationPlan, ResourcePlan } from './plan.js';
import { type MemberText, printComment, printInterface, printModule } from './source-file.js';
import { CLASSES } from './status-type.js';
import { propertyName, stringLiteral } from './text.js';

/** The module of one resource: for each operation its types, its description and its function. */
export function emitResource(resource: ResourcePlan, context: EmitContext): GeneratedFile {
  const imports = new ImportList();
  imports.types(context.runtimeImport, ['CallOptions', 'Client']);
  const statements = resource.operations.flatMap((plan) => emitOperation(plan, context, imports));
  const text = printModule(context.notice, [...imports.statements(), ...statements]);
  return { path: `${resource.fileName}.ts`, text };
}

/** Types of the runtime that the types of an operation may name. */
const RUNTIME_TYPES = ['ApiError', 'ServerEvent', ...Object.values(CLASSES)];
const TYPES_MODULE = ['components', 'inputs', 'operations'];

function emitOperation(plan: OperationPlan, context: EmitContext, imports: ImportList): string[] {
  const { operation, paramsType, bodyType, dataType, errorType, itemType } = plan;
  const facts = context.facts.of(plan);
  const { parameters, body, answers, pages } = facts;
  const properties = [
    ...parameters.map((each) => parameterProperty(each, context)),
    ...(body === undefined ? [] : [bodyProperty(plan)]),
  ];
  const alias = (name: string, type: string): string =>
    `\nexport type ${name} =${type.startsWith('\n') ? '' : ' '}${type};`;
  const types = [
    ...parameters.map(({ type }) => type),
    body?.type ?? '',
    answers.data,
    answers.error,
    pages?.itemType ?? '',
  ];
  // Names in string literals are not used.
  const named = types.join('\n').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  imports.types(
    context.runtimeImport,
    RUNTIME_TYPES.filter((name) => named.includes(name)),
  );
  imports.types(
    './types.js',
    TYPES_MODULE.filter((name) => named.includes(`${name}[`)),
  );
  return [
    ...(properties.length === 0 ? [] : [printInterface({ name: paramsType, members: properties })]),
    ...(body === undefined ? [] : [alias(bodyType, body.type)]),
    alias(dataType, answers.data),
    ...(pages === undefined ? [] : [alias(itemType, pages.itemType)]),
    alias(errorType, answers.error),
    functionText(plan, facts, operationComment(operation, context.vendorDocs), context, imports),
  ];
}

function functionText(
  plan: OperationPlan,
  facts: OperationFacts,
  comment: string,
  context: EmitContext,
  imports: ImportList,
): string {
  const { address, params, pages } = facts;
  const traits = traitsOf(plan.operation, facts, context.security.usual);
  const rule = pages && context.pageRules.nameOf(pages.rule);
  const make = rule !== undefined ? 'paged' : params === 'none' ? 'bare' : 'operation';
  imports.values(context.runtimeImport, [make, ...traits.uses]);
  imports.types(context.runtimeImport, [rule === undefined ? 'Call' : 'PagedCall']);
  if (rule !== undefined) imports.values('./pagination.js', [rule]);
  const given = [
    stringLiteral(address),
    ...(pages === undefined || rule === undefined ? [] : [`[${pages.items.map(stringLiteral).join(', ')}]`, rule]),
    ...(traits.text === undefined ? [] : [traits.text.replaceAll('\n', '\n  ')]),
  ];
  const parameters = ['client: Client', ...callParameters(plan, facts)];
  return `
${printComment(comment, '')}export const ${plan.functionName}: (
${parameters.map((each) => `  ${each},`).join('\n')}
) => ${callType(plan, facts)} =
  /* @__PURE__ */ ${make}(${given.join(', ')});`;
}

/**
 * What a call of the operation is.
 *
 * @param scope goes before the names of its types
 */
export function callType(plan: OperationPlan, { pages }: OperationFacts, scope = ''): string {
  const types = [plan.dataType, plan.errorType, ...(pages === undefined ? [] : [plan.itemType])];
  return `${pages === undefined ? 'Call' : 'PagedCall'}<${types.map((type) => scope + type).join(', ')}>`;
}

/**
 * The parameters of a function or method after the client.
 *
 * @param scope goes before the name of the type of the params
 */
export function callParameters(plan: OperationPlan, { params, pages }: OperationFacts, scope = ''): string[] {
  const options = 'options?: CallOptions';
  if (params !== 'none') return [`params${params === 'optional' ? '?' : ''}: ${scope}${plan.paramsType}`, options];
  return pages === undefined ? [options] : ['params?: Readonly<Record<string, never>>', options];
}

function parameterProperty(parameter: ParameterPlan, context: EmitContext): MemberText {
  const { key, required, type } = parameter;
  return { comment: parameterComment(parameter, context.raw), text: propertyText(propertyName(key), type, required) };
}

function bodyProperty(plan: OperationPlan): MemberText {
  const { required, description = '' } = plan.operation.requestBody ?? { required: false };
  return { comment: fieldComment(description, false), text: propertyText('body', plan.bodyType, required) };
}

function propertyText(name: string, type: string, isRequired: boolean): string {
  return isRequired ? `readonly ${name}: ${type}` : `readonly ${name}?: ${type} | undefined`;
}
