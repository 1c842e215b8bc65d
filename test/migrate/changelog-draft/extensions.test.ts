import { expect, test } from 'vitest';
import { diffWithChanges } from '../../../diff/diff.js';
import { writeDraft } from '../../../migrate/changelog-draft/write-draft.js';
import { renderChangelogDraft } from '../../../report/changelog-draft.js';
import { readText } from '../../documents.js';

function withExtensions(operation: string, webhook: string, kind: string, version: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
paths:
  /pets:
    get:
      tags: [Pets]
      ${operation}
      responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}}
webhooks:
  pet.woke:
    post:
      tags: [Pets]
      ${webhook}
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
      responses: {'200': {description: Taken.}}
components: {schemas: {pet: {type: object, properties: {id: {type: string, examples: [p1]}, kind: {enum: [${kind}]}}}}}
`;
}

test('what extensions say is told in words, and what belongs to one cause once', async () => {
  const base = withExtensions(
    'description: Lists.',
    'x-event-sequence: [{event: pet.woke}]',
    'k1, k2, k3, k4, k5',
    '1',
  );
  const revision = withExtensions(
    `x-behaviors: [{id: hidden, summary: 'Cats are hidden from tokens without read_cats.', breaking: true}]
      x-conditional-scopes: [{when: the pet is a cat, scopes: [read_cats]}]`,
    'x-event-sequence: [{event: pet.slept, status: deep, repeats: true}, {event: pet.woke}]',
    'n1, n2, n3, n4, k5',
    '2',
  );
  const [left, right] = [await readText(base), await readText(revision)];
  expect(renderChangelogDraft(writeDraft(await diffWithChanges(left, right), left, right))).toBe(`# Pets 2

Compared with 1: 1 breaking change and 2 changes to check.

## Breaking changes

Requests that worked are refused, or answers are not what they were.

### Pets

- \`GET /pets\`: Cats are hidden from tokens without read_cats.
  - What to do: Ask for the scope \`read_cats\` where you call it.

## Changes to check

Nothing is refused for certain, but what these mean for you depends on how you use them.

### Pets

- The webhook \`pet.woke\`: the events come in another order, \`pet.slept\` with \`deep\`, once or more, then \`pet.woke\`.
  - What to do: Check that your code works with this where you handle it.
- \`pet.kind\` has other values:
  - Gone: \`k1\`, \`k2\`, \`k3\` and \`k4\`
  - New: \`n1\`, \`n2\`, \`n3\` and \`n4\`
  - Operations: \`GET /pets\`, \`webhook pet.woke\`
  - What to do: Expect values that you do not know yet in \`kind\`, and find out which value stands for each removed one.
  - Before: \`{"kind": "k1"}\`
  - After: \`{"kind": "n1"}\`
`);
});

/** A document whose operation takes what is given, with two scopes or more. */
function withScopes(scopes: string, parameters: string, operation: string, version: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
security: [{oauth: [read]}]
paths:
  /pets:
    get:
      tags: [Pets]
      ${operation}
      parameters: [${parameters}]
      responses: {'200': {description: Pets.}}
components:
  securitySchemes:
    oauth: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://example.com/', scopes: {read: '', ${scopes}}}}}
`;
}

test('scopes and parameters are told once, names in prose as names, and no example is made up', async () => {
  const base = withScopes('', '{name: kind, in: query, schema: {type: string}}', 'description: Lists.', '1');
  const revision = withScopes(
    "write: '', admin: ''",
    '{name: kind, in: query, schema: {type: integer}}, {name: page, in: query, schema: {type: integer}}, {name: size, in: query, schema: {type: integer}}',
    "x-behaviors: [{id: sold, summary: 'Pets with `sold: true` come last, as `<b>` says.', breaking: true}]",
    '2',
  );
  const [left, right] = [await readText(base), await readText(revision)];
  const draft = renderChangelogDraft(writeDraft(await diffWithChanges(left, right), left, right));
  expect(draft.split('\n').filter((line) => line.includes('- '))).toEqual([
    '- `GET /pets`: Pets with `sold: true` come last, as `<b>` says.',
    '  - What to do: Check that your code works with this where you call it.',
    '- The query parameter `kind` of `GET /pets` is an integer instead of a string.',
    '  - What to do: Send the query parameter `kind` of `GET /pets` as an integer.',
    '- `GET /pets` takes the new query parameters `page` and `size`.',
    '- The flow `implicit` of the security scheme `oauth` knows the new scopes `admin` and `write`.',
  ]);
});

test('what the document says that callers do is told as the step, on one line', async () => {
  const stated = (id: string, action: string): string =>
    `{id: ${id}, summary: 'Pets of ${id} come last.', breaking: true, action: ${JSON.stringify(action)}}`;
  const actions = [stated('a', 'Ask for `sort`\n\n# first, <b>please</b>.'), stated('b', 'x'.repeat(300))];
  const base = withScopes('', '', 'description: Lists.', '1');
  const revision = withScopes('', '', `x-behaviors: [${actions.join(', ')}]`, '2');
  const [left, right] = [await readText(base), await readText(revision)];
  const draft = renderChangelogDraft(writeDraft(await diffWithChanges(left, right), left, right));
  expect(draft.split('\n').filter((line) => line.includes('- '))).toEqual([
    '- `GET /pets`: Pets of a come last.',
    '  - What to do: Ask for `sort` \\# first, &lt;b\\>please&lt;/b\\>.',
    '- `GET /pets`: Pets of b come last.',
    '  - What to do: Check that your code works with this where you call it.',
  ]);
});
