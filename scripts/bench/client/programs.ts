/** One program in the words of one client: list contacts, get a conversation, reply to it. */
export interface Programs {
  readonly minimal: string;
  /** The minimal program with one call of another version of the API. Absent: the client has one version. */
  readonly second?: string;
  /** The minimal program by way of one object that has every method. Absent: there is no other way. */
  readonly facade?: string;
  /** What a program loads before its first call. */
  readonly start: string;
}

const BODY = "{ message_type: 'comment', type: 'user', body: 'Hello', intercom_user_id: '1' }";

/** The same program for every client, over clients that were generated into the folders of these names. */
export function programsOf(conversationId: string): Readonly<Record<string, Programs>> {
  const id = conversationId;
  const get = `{ conversation_id: ${id} }`;
  const path = `{ path: ${get} }`;
  const specshift = `import { api, createClient } from './specshift/2.15/index.js';
import { listContacts } from './specshift/2.15/contacts.js';
import { replyConversation, retrieveConversation } from './specshift/2.15/conversations.js';
const client = createClient(api, { token: 'secret' });
console.log(await listContacts(client));
console.log(await retrieveConversation(client, ${get}));
console.log(await replyConversation(client, { conversation_id: '1', body: ${BODY} }));
`;
  const openapiFetch = `import createClient from 'openapi-fetch';
import type { paths } from './openapi-fetch/2.15.js';
const headers = { Authorization: 'Bearer secret', 'Intercom-Version': '2.15' };
const client = createClient<paths>({ baseUrl: 'https://api.intercom.io', headers });
console.log(await client.GET('/contacts'));
console.log(await client.GET('/conversations/{conversation_id}', { params: ${path} }));
const params = { path: { conversation_id: '1' } };
console.log(await client.POST('/conversations/{conversation_id}/reply', { params, body: ${BODY} }));
`;
  const hey = `import { client } from './hey-api/2.15/client.gen';
import { listContacts, replyConversation, retrieveConversation } from './hey-api/2.15';
client.setConfig({ auth: 'secret', headers: { 'Intercom-Version': '2.15' } });
console.log(await listContacts());
console.log(await retrieveConversation(${path}));
console.log(await replyConversation({ path: { conversation_id: '1' }, body: ${BODY} }));
`;
  const redocly = `import { configure, ListContacts, replyConversation, retrieveConversation } from './redocly/2.15.js';
configure({ auth: { bearer: 'secret' }, headers: { 'Intercom-Version': '2.15' } });
console.log(await ListContacts());
console.log(await retrieveConversation(${path}));
console.log(await replyConversation({ path: { conversation_id: '1' }, body: ${BODY} }));
`;
  return {
    specshift: {
      minimal: specshift,
      second: `${specshift}import { api as preview } from './specshift/preview/index.js';
import { listContacts as listOthers } from './specshift/preview/contacts.js';
console.log(await listOthers(createClient(preview, { token: 'secret' })));
`,
      facade: `import { createIntercom } from './specshift/2.15/index.js';
const intercom = createIntercom({ token: 'secret' });
console.log(await intercom.contacts.list());
console.log(await intercom.conversations.retrieve(${get}));
console.log(await intercom.conversations.reply({ conversation_id: '1', body: ${BODY} }));
`,
      start: "import './published/2.15.js';\n",
    },
    'plain fetch': {
      minimal: `const headers = { Authorization: 'Bearer secret', 'Intercom-Version': '2.15', 'Content-Type': 'application/json' };
export async function send(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch('https://api.intercom.io' + path, { ...init, headers });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
console.log(await send('/contacts'));
console.log(await send('/conversations/1'));
console.log(await send('/conversations/1/reply', { method: 'POST', body: JSON.stringify(${BODY}) }));
`,
      start: '',
    },
    'openapi-fetch': { minimal: openapiFetch, start: "import 'openapi-fetch';\n" },
    '@hey-api/openapi-ts': {
      minimal: hey,
      second: `${hey}import { client as preview } from './hey-api/preview/client.gen';
import { listContacts as listOthers } from './hey-api/preview';
preview.setConfig({ auth: 'secret', headers: { 'Intercom-Version': 'Preview' } });
console.log(await listOthers());
`,
      start: "import './bundled/hey-api.mjs';\n",
    },
    redocly: {
      minimal: redocly,
      second: `${redocly}import { configure as configureOther, ListContacts as listOthers } from './redocly/preview.js';
configureOther({ auth: { bearer: 'secret' }, headers: { 'Intercom-Version': 'Preview' } });
console.log(await listOthers());
`,
      start: "import './bundled/redocly.mjs';\n",
    },
    'intercom-client': {
      minimal: `import { IntercomClient } from 'intercom-client';
const client = new IntercomClient({ token: 'secret' });
console.log(await client.contacts.list());
console.log(await client.conversations.find({ conversation_id: '1' }));
console.log(await client.conversations.reply({ conversation_id: '1', body: ${BODY} }));
`,
      start: "import 'intercom-client';\n",
    },
  };
}
