import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FAULTS, type Fault, faultyServer } from './faulty-server.js';
import { installPeers, programOf, root } from './workplace.js';

/**
 * Tells, as a table in Markdown, what the same two calls come to with our client and with intercom-client when the server, the
 * network, or what lies between fails once.
 */
interface Calls {
  readonly get: () => Promise<unknown>;
  readonly reply: () => Promise<unknown>;
}

const BODY = { message_type: 'comment', type: 'user', intercom_user_id: '1', body: 'Hello' };

type Method = (params: object) => Promise<unknown>;

/** A client with these groups and methods; both packages have them, under two names for one. */
interface Methods {
  readonly conversations: { readonly retrieve?: Method; readonly find?: Method; readonly reply: Method };
}

const published = join(root, 'dist/intercom/2.15.js');

async function ours(baseUrl: string): Promise<Calls> {
  const { createIntercom } = await import(pathToFileURL(published).href);
  return callsOf(createIntercom({ token: 'secret', baseUrl }));
}

async function theirs(baseUrl: string): Promise<Calls> {
  const { IntercomClient } = await import(pathToFileURL(programOf('intercom-client', 'dist/esm/index.mjs')).href);
  return callsOf(new IntercomClient({ token: 'secret', baseUrl }));
}

function callsOf({ conversations }: Methods): Calls {
  const params = { conversation_id: '1' };
  return {
    get: async () => (conversations.retrieve ?? conversations.find)?.call(conversations, params),
    reply: async () => conversations.reply({ ...params, body: BODY }),
  };
}

/** How a call ended, after how many requests. */
async function outcomeOf(make: (baseUrl: string) => Promise<Calls>, fault: Fault, name: keyof Calls): Promise<string> {
  const server = await faultyServer(fault);
  try {
    const calls = await make(server.url);
    const start = performance.now();
    const how = await calls[name]().then(describeData, describeError);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    const count = server.requests() === 1 ? '1 request' : `${server.requests()} requests`;
    return `${how}; ${count}, ${seconds} s`;
  } finally {
    server.end();
  }
}

function describeData(data: unknown): string {
  const isConversation = typeof data === 'object' && data !== null && 'id' in data && data.id === '1';
  return isConversation ? 'the conversation' : `resolves with \`${JSON.stringify(data)}\``;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `throws \`${String(error)}\``;
  const status = 'status' in error ? error.status : 'statusCode' in error ? error.statusCode : undefined;
  return `\`${error.constructor.name}\`${status === undefined ? '' : ` with status ${String(status)}`}`;
}

if (!existsSync(published)) {
  console.error('dist/intercom does not exist. Run "npm run build" first.');
  process.exit(2);
}
installPeers();
console.log('| the first answer is | call | specshift | intercom-client |');
console.log('| --- | --- | --- | --- |');
for (const [fault, treat] of Object.entries(FAULTS)) {
  for (const [name, call] of [
    ['get', 'get a conversation'],
    ['reply', 'reply to it'],
  ] as const) {
    const [own, other] = [await outcomeOf(ours, treat, name), await outcomeOf(theirs, treat, name)];
    console.log(`| ${fault} | ${call} | ${own} | ${other} |`);
  }
}
