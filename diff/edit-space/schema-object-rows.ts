import { always, type EditRow, extensionRows, never, required, row } from './edit-row.js';

const XML = 'It says how XML is written, which no client or validator here reads.';

/** What can be edited in the objects that only schemas hold. */
export const schemaObjectRows: readonly EditRow[] = [
  row('discriminator', 'propertyName', ['a', 'b'], required('schema.discriminator.changed')),
  row(
    'discriminator',
    'mapping',
    [
      { cat: 'Cat', dog: 'Dog' },
      { cat: 'Cat', hound: 'Dog' },
    ],
    always('schema.discriminator.mapping.changed'),
  ),
  row('discriminator', 'defaultMapping', ['Cat', 'Dog'], always('schema.discriminator.default.changed'), {
    since: '3.2',
  }),
  ...extensionRows('discriminator', undefined),
  row('xml', 'nodeType', ['element', 'attribute'], never(XML), { since: '3.2' }),
  row('xml', 'name', ['a', 'b'], never(XML)),
  row('xml', 'namespace', ['https://a.com', 'https://b.com'], never(XML)),
  row('xml', 'prefix', ['a', 'b'], never(XML)),
  row('xml', 'attribute', [true, false], never(XML)),
  row('xml', 'wrapped', [true, false], never(XML)),
  ...extensionRows('xml', undefined),
];
