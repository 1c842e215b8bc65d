import { always, type EditRow, extensionRows, never, PROSE, required, row } from './edit-row.js';

const SERVER: readonly EditRow[] = [
  row('server', 'url', ['https://a.com', 'https://b.com'], required('server.url.changed')),
  row('server', 'description', ['a', 'b'], never(PROSE)),
  row('server', 'name', ['live', 'production'], always('server.renamed'), { since: '3.2' }),
  row(
    'server',
    'variables',
    [{ region: { default: 'eu' } }, { region: { default: 'us' } }],
    {
      added: { notContract: 'A variable that the URL uses has to be declared; before, the address was not defined.' },
      removed: { notContract: 'A variable that the URL uses has to be declared; after, the address is not defined.' },
      changed: ['server.variable.default.changed'],
    },
    { beside: { url: 'https://{region}.a.com' } },
  ),
  ...extensionRows('server', undefined),
  row('server-variable', 'enum', [['eu', 'us'], ['eu']], {
    ...always('server.variable.enum.changed'),
    reordered: { notContract: 'A variable takes each of its values, whichever comes first.' },
  }),
  row('server-variable', 'default', ['eu', 'us'], required('server.variable.default.changed')),
  row('server-variable', 'description', ['a', 'b'], never(PROSE)),
  ...extensionRows('server-variable', undefined),
];

const KEY = { type: 'apiKey', in: 'header', name: 'X-Key' };
const FLOW = { authorizationUrl: 'https://a.com', tokenUrl: 'https://a.com', scopes: {} };
const OAUTH = { type: 'oauth2', flows: { authorizationCode: FLOW } };

const SCHEME: readonly EditRow[] = [
  row('security-scheme', 'type', ['mutualTLS', 'http'], required('security-scheme.changed'), {
    beside: { scheme: 'basic' },
  }),
  row('security-scheme', 'description', ['a', 'b'], never(PROSE), { beside: KEY }),
  row('security-scheme', 'name', ['X-Key', 'X-Token'], required('security-scheme.changed'), { beside: KEY }),
  row('security-scheme', 'in', ['query', 'header'], required('security-scheme.changed'), { beside: KEY }),
  row('security-scheme', 'scheme', ['basic', 'bearer'], required('security-scheme.changed'), {
    beside: { type: 'http' },
  }),
  row('security-scheme', 'bearerFormat', ['JWT', 'opaque'], always('security-scheme.changed'), {
    beside: { type: 'http', scheme: 'bearer' },
  }),
  row(
    'security-scheme',
    'flows',
    [{ authorizationCode: FLOW }, { implicit: FLOW }],
    required('security-scheme.flow.added', 'security-scheme.flow.removed'),
    { beside: { type: 'oauth2' } },
  ),
  row('security-scheme', 'openIdConnectUrl', ['https://a.com', 'https://b.com'], required('security-scheme.changed'), {
    beside: { type: 'openIdConnect' },
  }),
  row('security-scheme', 'oauth2MetadataUrl', ['https://a.com', 'https://b.com'], always('security-scheme.changed'), {
    since: '3.2',
    beside: OAUTH,
  }),
  row('security-scheme', 'deprecated', [true, false], always('security-scheme.deprecated.changed'), {
    since: '3.2',
    beside: KEY,
  }),
  ...extensionRows('security-scheme', undefined, KEY),
];

const flow = (field: string, since?: EditRow['since']): EditRow =>
  row(
    'oauth-flows',
    field,
    [FLOW, { ...FLOW, tokenUrl: 'https://b.com' }],
    {
      added: ['security-scheme.flow.added'],
      removed: ['security-scheme.flow.removed'],
      changed: ['security-scheme.flow.changed'],
    },
    since === undefined ? {} : { since },
  );

const FLOWS: readonly EditRow[] = [
  ...['implicit', 'password', 'clientCredentials', 'authorizationCode'].map((field) => flow(field)),
  flow('deviceAuthorization', '3.2'),
  ...extensionRows('oauth-flows', undefined),
  ...['authorizationUrl', 'tokenUrl', 'refreshUrl'].map((field) =>
    row('oauth-flow', field, ['https://a.com', 'https://b.com'], always('security-scheme.flow.changed')),
  ),
  row(
    'oauth-flow',
    'deviceAuthorizationUrl',
    ['https://a.com', 'https://b.com'],
    always('security-scheme.flow.changed'),
    { since: '3.2' },
  ),
  row('oauth-flow', 'scopes', [{ read: '' }, { write: '' }], {
    added: ['security-scheme.scope.added'],
    removed: ['security-scheme.scope.removed'],
    changed: ['security-scheme.scope.added', 'security-scheme.scope.removed'],
  }),
  ...extensionRows('oauth-flow', undefined),
  row('security-requirement', '{name}', [['read'], ['write']], always('security.changed'), { key: 'login' }),
];

/** Where the API is reached, and who may use it. */
export const accessRows: readonly EditRow[] = [...SERVER, ...SCHEME, ...FLOWS];
