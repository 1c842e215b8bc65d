import { stringify } from '../../openapi/source/stringify.js';
import type { EmitContext } from '../emit/emit-context.js';
import { NameAllocator } from '../emit/identifiers.js';
import { ImportList } from '../emit/import-list.js';
import type { ClientPlan, OperationPlan, ResourcePlan } from '../emit/plan.js';
import { RESERVED_IDENTIFIERS } from '../emit/reserved.js';
import { printModule } from '../emit/source-file.js';
import { commentLine, stringLiteral } from '../emit/text.js';
import type { GeneratedFile } from '../generated-file.js';
import { type AnswerPlan, planAnswer } from './answer-plan.js';
import { Examples } from './examples.js';

const OWN_NAMES = ['http', 'HttpHandler', 'handlers', 'handle', 'answerOf'];

interface Handler {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Writes `msw.ts`: for every operation a handler that answers with an example of the document, or one made up that fits it. */
export function emitMsw(plan: ClientPlan, context: EmitContext): GeneratedFile {
  const examples = new Examples(context.raw, context.forms);
  const names = new NameAllocator([...RESERVED_IDENTIFIERS, ...OWN_NAMES]);
  const imports = new ImportList();
  imports.values('msw', ['http']);
  imports.types('msw', ['HttpHandler']);
  const handlers = plan.resources.flatMap((resource) =>
    resource.operations.map((operation): Handler => {
      const answer = planAnswer(context.raw, examples, operation.operation);
      return handlerOf(resource, operation, answer, names, imports, context);
    }),
  );
  const all = handlers
    .map(({ name, path }) => ({ name, key: specificity(path) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ name }) => `    ${name}(),\n`);
  const items = all.length === 0 ? '' : `\n${all.join('')}  `;
  const list = `/** A handler for every operation; those of fixed paths come before those that take anything in their place. */
export function handlers(): HttpHandler[] {\n  return [${items}];\n}`;
  const statements = [...imports.statements(), '', list, ...handlers.map(({ text }) => `\n${text}`), `\n${FUNCTIONS}`];
  if (handlers.length === 0)
    return { path: 'msw.ts', text: printModule(context.notice, [...imports.statements().map(typesOnly), `\n${list}`]) };
  return { path: 'msw.ts', text: printModule(context.notice, statements) };
}

function typesOnly(): string {
  return 'import type { HttpHandler } from "msw";';
}

function handlerOf(
  resource: ResourcePlan,
  { operation, functionName, dataType }: OperationPlan,
  answer: AnswerPlan,
  names: NameAllocator,
  imports: ImportList,
  context: EmitContext,
): Handler {
  const name = names.allocate(`${functionName}Handler`);
  const where = [operation.method, pathPattern(serverPath(context), operation.path)].map(stringLiteral).join(', ');
  const comment = `/** Answers ${commentLine(`${operation.method} ${operation.path}`)}${answer.isJson ? ' with an example, or with what is given' : ''}. */`;
  if (!answer.isJson) {
    const type = answer.mediaType === undefined ? '' : `, { "content-type": ${stringLiteral(answer.mediaType)} }`;
    const redirect = answer.status >= 300 && answer.status < 400 ? ', { location: "https://example.com/" }' : type;
    const body = answer.mediaType === undefined ? 'null' : '""';
    const text = `${comment}\nexport function ${name}(): HttpHandler {\n  return handle(${where}, () => new Response(${body}, answerOf(${answer.status}${redirect})));\n}`;
    return { name, path: operation.path, text };
  }
  imports.types(`./${resource.fileName}.js`, [dataType]);
  const example = answer.value === undefined ? undefined : stringify(answer.value);
  const missing = `\n  if (answer === undefined) throw new TypeError(${stringLiteral(`There is no example of ${operation.method} ${operation.path}. Give it an answer.`)});`;
  const initial = example === undefined ? '' : ` = JSON.parse(${stringLiteral(example)})`;
  const parameter = example === undefined ? `answer?: ${dataType}` : `answer: ${dataType}${initial}`;
  const type = `{ "content-type": ${stringLiteral(answer.mediaType ?? 'application/json')} }`;
  const inner = `() => {${example === undefined ? missing.replaceAll('\n', '\n  ') : ''}\n    return new Response(JSON.stringify(answer), answerOf(${answer.status}, ${type}));\n  }`;
  const text = `${comment}\nexport function ${name}(${parameter}): HttpHandler {\n  return handle(${where}, ${inner});\n}`;
  return { name, path: operation.path, text };
}

/** The path of the document's server, which comes before every other. */
function serverPath({ document }: EmitContext): string {
  const url = document.servers[0]?.url ?? '/';
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? (url.startsWith('/') ? url : '');
  return path.replace(/\/+$/, '');
}

/** A regular expression for the addresses of an operation, whatever their origin is. */
function pathPattern(server: string, path: string): string {
  const escaped = `${server}${path.split(/[?#]/)[0]}`
    .split(/(\{[^{}]*\})/)
    .map((part) => (/^\{[^{}]*\}$/.test(part) ? '[^/]+' : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
    .join('')
    .replace(/(?:\[\^\/\]\+){2,}/g, '[^/]+');
  return `^[a-z]+:\\/\\/[^/?#]+${escaped}$`;
}

/** Orders paths so that fixed segments come before those that take anything: the first handler that matches is the right one. */
function specificity(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.includes('{') ? '1' : '0'))
    .join('');
}

const FUNCTIONS = `function handle(method: string, address: string, answer: () => Response): HttpHandler {
  return http.all(new RegExp(address), ({ request }) => (request.method === method ? answer() : undefined));
}

function answerOf(status: number, headers: Record<string, string> = {}): ResponseInit {
  return { status, headers };
}`;
