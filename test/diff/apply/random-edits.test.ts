import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInFull } from '../../../diff/pair/compare-documents.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readPath, readText } from '../../documents.js';
import { runs, seed } from '../../fuzz.js';
import { root } from '../../shared.js';
import { applyChanges } from './apply-changes.js';
import { edited, type RandomEdit, randomEdit } from './random-edit.js';

/** Enough for the longest run of `npm run fuzz`. */
const LONG = runs(60_000);

/** The document with edits; `undefined` where that is no document any more. */
async function mutant(base: ApiDocument, edits: readonly RandomEdit[]): Promise<ApiDocument | undefined> {
  const document = await readText(stringify(edited(base.bundled, edits)), {}, 'edited.json').catch(() => undefined);
  return document !== undefined && declaresSchemes(document) && !holdsItself(document) ? document : undefined;
}

/** Whether a component consists of itself: what such a schema takes, the specification leaves open. */
function holdsItself({ components }: ApiDocument): boolean {
  const leadsBack = (schema: Schema, above: readonly Schema[]): boolean => {
    const parts = [schema.ref?.target, ...schema.allOf, ...schema.anyOf, ...schema.oneOf];
    return above.includes(schema) || parts.some((part) => part !== undefined && leadsBack(part, [...above, schema]));
  };
  return [...components.schemas.values()].some((schema) => leadsBack(schema, []));
}

/** A scheme that is not declared has nothing to be compared by. */
function declaresSchemes({ operations, webhooks, components }: ApiDocument): boolean {
  const asked = [...operations, ...webhooks].flatMap(({ security }) =>
    security.flatMap(({ schemes }) => [...schemes.keys()]),
  );
  return asked.every((name) => components.securitySchemes.has(name));
}

test.each([
  ['test/diff/apply/fixtures/everything.yaml', 600, 1],
  ['test/diff/apply/fixtures/everything.yaml', 250, 4],
  ['specs/intercom/2.15.yaml', 12, 6],
] as const)(
  'whatever is edited in %s, the changes make it',
  async (path, usual, edits) => {
    const base = await readPath(join(root, path));
    let readable = 0;
    const property = fc.asyncProperty(
      fc.array(randomEdit, { minLength: 1, maxLength: edits }),
      fc.boolean(),
      async (list, isBack) => {
        const document = await mutant(base, list);
        if (document === undefined) return;
        readable++;
        const [left, right] = isBack ? [document, base] : [base, document];
        const { difference, idle } = applyChanges(left, right, compareInFull(left, right));
        expect([difference, ...idle.map(({ kind }) => kind)]).toEqual([undefined]);
      },
    );
    await fc.assert(property, { numRuns: runs(usual), seed: seed(3) });
    expect(readable).toBeGreaterThan(runs(usual) / 3);
  },
  LONG,
);
