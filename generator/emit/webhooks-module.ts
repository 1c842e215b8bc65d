import type { Operation } from '../../openapi/model/operation.js';
import { field, isArray, type Json } from '../../openapi/source/json.js';
import type { GeneratedFile } from '../generated-file.js';
import { operationComment } from './documentation.js';
import type { EmitContext } from './emit-context.js';
import { ImportList } from './import-list.js';
import { declarationsOf, settle } from './object-view.js';
import { PayloadTypes } from './payload-types.js';
import type { ClientPlan } from './plan.js';
import { readTypes } from './schema-shape.js';
import { printInterface, printModule } from './source-file.js';
import { propertyName, stringLiteral } from './text.js';

/** A webhook that carries a payload. */
interface Webhook {
  readonly operation: Operation;
  readonly types: readonly string[];
  /** Any of `types`. */
  readonly type: string;
  readonly schema: Json | undefined;
}

/** Names by which payloads tell their topic, id and time, where they do. */
const TOPICS = ['topic', 'type', 'event', 'event_type', 'eventType', 'eventCode', 'action', 'name'];
const IDS = ['id', 'event_id', 'eventId', 'webhook_id'];
const TIMES = ['created_at', 'createdAt', 'created', 'timestamp', 'time', 'occurred_at', 'occurredAt'];

/** The module of webhooks: a payload for each topic, and what handles a request; `undefined` for a document without them. */
export function emitWebhooks(plan: ClientPlan, context: EmitContext): GeneratedFile | undefined {
  const webhooks = readWebhooks(plan, context);
  if (webhooks.size === 0) return undefined;
  const imports = new ImportList();
  const members = [...webhooks].map(([topic, { operation, type }]) => ({
    comment: operationComment(operation, undefined),
    text: `${propertyName(topic)}: ${type}`,
  }));
  const statements = [
    printInterface({ name: 'WebhookPayloads', comment: 'What each webhook carries, by its topic.', members }),
    '\n/** What a webhook can be about. */\nexport type WebhookTopic = keyof WebhookPayloads;',
    ...handler([...webhooks], context, imports),
  ];
  const named = [...webhooks.values()].map(({ type }) => type.replace(/"(?:[^"\\]|\\.)*"/g, '""')).join('\n');
  const modules = ['components', 'inputs', 'operations'];
  imports.types(
    './types.js',
    modules.filter((name) => named.includes(`${name}[`)),
  );
  const exported = `export { verifySignature } from ${stringLiteral(context.runtimeImport)};`;
  return { path: 'webhooks.ts', text: printModule(context.notice, [...imports.statements(), exported, ...statements]) };
}

function readWebhooks({ operations }: ClientPlan, { document, raw, forms }: EmitContext): Map<string, Webhook> {
  const payloads = new PayloadTypes(raw, forms);
  const found = new Map<string, Webhook>();
  const keys = new Map([...operations].map(([key, operation]) => [operation, key]));
  for (const operation of document.webhooks) {
    const body = payloads.body(operation, keys.get(operation) ?? '', 'read');
    if (body === undefined) continue;
    const type = body.encoding === 'json' ? body.type : 'unknown';
    const known = found.get(operation.path);
    // A topic that comes by several methods carries what any of them does.
    const types = new Set([...(known?.types ?? []), type]);
    found.set(operation.path, {
      ...(known ?? { operation, schema: body.schema }),
      types: [...types],
      type: [...types].join(' | '),
    });
  }
  return found;
}

/** The function that handles requests, where payloads tell their topic. Those that do not are left to its fallback. */
function handler(
  webhooks: readonly (readonly [topic: string, webhook: Webhook])[],
  { raw, runtimeImport }: EmitContext,
  imports: ImportList,
): string[] {
  const all = webhooks.map(([topic, { schema }]) => ({ topic, declared: declarationsOf(raw, schema) }));
  const tells = (name: string): typeof all =>
    all.filter(({ topic, declared }) => declared.get(name)?.some((each) => takes(settle(raw, each) ?? {}, topic)));
  const topic = TOPICS.find((name) => tells(name).length * 2 > all.length);
  if (topic === undefined) return [];
  const told = tells(topic);
  const find = (names: readonly string[], types: readonly string[]): string | undefined =>
    names.find((name) =>
      told.every(({ declared }) =>
        declared
          .get(name)
          ?.some((each) => readTypes(settle(raw, each) ?? {}).types.some((type) => types.includes(type))),
      ),
    );
  const id = find(IDS, ['string']);
  const time = find(TIMES, ['integer', 'number']);
  const places = Object.entries({ topic, id, time }).flatMap(([name, property]) =>
    property === undefined ? [] : [`${name}: [${stringLiteral(property)}]`],
  );
  const others = all.filter((each) => !told.includes(each)).map((each) => stringLiteral(each.topic));
  const payloads = others.length === 0 ? 'WebhookPayloads' : `Omit<WebhookPayloads, ${others.join(' | ')}>`;
  imports.types(runtimeImport, ['WebhookOptions', 'Webhooks']);
  imports.values(runtimeImport, ['handleWebhook']);
  return [
    `\nconst WEBHOOKS: Webhooks = { ${places.join(', ')} };`,
    `
/**
 * Answers a request that brings a webhook: checks its signature, then calls what \`options\` has for its topic.
 */
export function handle(
  request: Request,
  options: WebhookOptions<${payloads}>,
): Promise<Response> {
  return handleWebhook(request, WEBHOOKS, options);
}`,
  ];
}

/** Whether a schema says that a text is one of its values. */
function takes(schema: Json, topic: string): boolean {
  if (typeof schema !== 'object' || schema === null || isArray(schema)) return false;
  const members = field(schema, 'enum');
  const constant = field(schema, 'const');
  if (constant !== undefined) return constant === topic;
  return isArray(members) && members.includes(topic);
}
