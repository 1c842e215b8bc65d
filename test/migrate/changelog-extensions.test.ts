import { expect, test } from 'vitest';
import { diffWithChanges } from '../../diff/diff.js';
import { writeDraft } from '../../migrate/changelog-draft/write-draft.js';
import { renderChangelogDraft } from '../../report/changelog-draft.js';
import { readText } from '../documents.js';

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
  - \`GET /pets\` needs the scope \`read_cats\` when the pet is a cat.
  - What to do: Ask for the scope \`read_cats\` where you need this.

## Changes to check

Nothing is refused for certain, but what these mean for you depends on how you use them.

### Pets

- The webhook \`pet.woke\`: the events come in another order, \`pet.slept\` with \`deep\`, once or more, then \`pet.woke\`.
- \`pet.kind\` has other values:
  - Gone: \`k1\`, \`k2\`, \`k3\` and \`k4\`
  - New: \`n1\`, \`n2\`, \`n3\` and \`n4\`
  - Operations: \`GET /pets\`, \`webhook pet.woke\`
  - What to do: Expect values that you do not know yet, and find out which value stands for each removed one.
  - Before: \`{"kind": "k1"}\`
  - After: \`{"kind": "n1"}\`
`);
});
