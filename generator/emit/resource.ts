import { type OptionalKind, type PropertySignatureStructure, StructureKind } from 'ts-morph';
import type { GeneratedFile } from '../generated-file.js';
import { fieldComment, operationComment } from './documentation.js';
import type { EmitContext } from './emit-context.js';
import type { OperationFacts } from './operation-facts.js';
import { operationLiteral } from './operation-literal.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { OperationPlan, ResourcePlan } from './plan.js';
import { printModule, type Statement } from './source-file.js';
import { propertyName, stringLiteral } from './text.js';

/** The module of one resource: for each operation its types, its description and its function. */
export function emitResource(resource: ResourcePlan, context: EmitContext): GeneratedFile {
  const operations = resource.operations.map((plan) => emitOperation(plan, context));
  const statements = operations.flatMap((each) => each.statements);
  // Names in string literals are not used.
  const types = operations.map((each) => each.types.replace(/"(?:[^"\\]|\\.)*"/g, '""')).join('\n');
  const usesError = types.includes('ApiError');
  const typesUsed = ['components', 'operations'].filter((name) => types.includes(`${name}[`));
  const runtime = stringLiteral(context.runtimeImport);
  const imports: Statement[] = [
    `import { ${usesError ? 'type ApiError, ' : ''}type Call, type CallOptions, type Client, call, type Operation } from ${runtime};`,
    ...(typesUsed.length === 0 ? [] : [`import type { ${typesUsed.join(', ')} } from "./types.js";`]),
  ];
  return { path: `${resource.fileName}.ts`, text: printModule(context.notice, [...imports, ...statements]) };
}

function emitOperation(plan: OperationPlan, context: EmitContext): { statements: Statement[]; types: string } {
  const { operation, constantName, paramsType, bodyType, dataType, errorType } = plan;
  const { parameters, body, answers, params } = context.facts.of(plan);
  const properties = [...parameters.map(parameterProperty), ...(body === undefined ? [] : [bodyProperty(plan)])];
  const literal = operationLiteral(operation, parameters, answers, context.defaultSecurity);
  const alias = (name: string, type: string): Statement =>
    `\nexport type ${name} =${type.startsWith('\n') ? '' : ' '}${type};`;
  const statements: Statement[] = [
    ...(properties.length === 0
      ? []
      : [{ kind: StructureKind.Interface, isExported: true, name: paramsType, properties } as const]),
    ...(body === undefined ? [] : [alias(bodyType, body.type)]),
    alias(dataType, answers.data),
    alias(errorType, answers.error),
    `\nconst ${constantName}: Operation = ${literal};`,
    functionText(plan, params, operationComment(operation, context.vendorDocs)),
  ];
  const types = [...parameters.map(({ type }) => type), body?.type ?? '', answers.data, answers.error].join('\n');
  return { statements, types };
}

function functionText(plan: OperationPlan, need: OperationFacts['params'], comment: string): string {
  const lines = comment.split('\n').map((line) => ` * ${line}`.trimEnd());
  const parameters = callParameters(plan, need).map(
    ({ name, type, hasQuestionToken }) => `  ${name}${hasQuestionToken ? '?' : ''}: ${type},`,
  );
  return `
/**
${lines.join('\n')}
 */
export function ${plan.functionName}(
  client: Client,
${parameters.join('\n')}
): Call<${plan.dataType}, ${plan.errorType}> {
  return call(client, ${plan.constantName}, ${need === 'none' ? '{}' : 'params'}, options);
}`;
}

/**
 * The parameters of a function or method after the client.
 *
 * @param scope goes before the name of the type of the params
 */
export function callParameters(
  plan: OperationPlan,
  need: OperationFacts['params'],
  scope = '',
): { name: string; type: string; hasQuestionToken: boolean }[] {
  const options = { name: 'options', type: 'CallOptions', hasQuestionToken: true };
  if (need === 'none') return [options];
  return [{ name: 'params', type: `${scope}${plan.paramsType}`, hasQuestionToken: need === 'optional' }, options];
}

function parameterProperty(parameter: ParameterPlan): OptionalKind<PropertySignatureStructure> {
  const comment = fieldComment(parameter.description, parameter.deprecated);
  return {
    name: propertyName(parameter.key),
    type: parameter.required ? parameter.type : `${parameter.type} | undefined`,
    hasQuestionToken: !parameter.required,
    isReadonly: true,
    ...(comment === undefined ? {} : { docs: [{ description: comment }] }),
  };
}

function bodyProperty(plan: OperationPlan): OptionalKind<PropertySignatureStructure> {
  const { required, description = '' } = plan.operation.requestBody ?? { required: false };
  const comment = fieldComment(description, false);
  return {
    name: 'body',
    type: required ? plan.bodyType : `${plan.bodyType} | undefined`,
    hasQuestionToken: !required,
    isReadonly: true,
    ...(comment === undefined ? {} : { docs: [{ description: comment }] }),
  };
}
