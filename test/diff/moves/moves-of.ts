import { expect } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { MoveHint } from '../../../diff/moves/hint.js';
import { readText } from '../../documents.js';

/** Schemas `Pet` in answers and `NewPet` in requests, and what stands in their way. */
export interface Api {
  readonly pet?: string;
  readonly body?: string;
  readonly parameters?: string;
  readonly paths?: string;
  readonly more?: string;
}

export function api({
  pet = '{type: object}',
  body = '{type: object}',
  parameters = '[]',
  paths = '',
  more = '',
}: Api): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      parameters: ${parameters}
      requestBody: {content: {application/json: {schema: ${body}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
${paths}
components:
  schemas:
    Pet: ${pet}
${more}`;
}

/** What is told of moves: the removals and where they went, the number of additions that say so too, and hints without effect. */
export async function movesOf(base: Api, revision: Api, hints: readonly Omit<MoveHint, 'place'>[] = []) {
  const unmatched: string[] = [];
  const report = await diffDocuments(await readText(api(base)), await readText(api(revision)), {
    hints: hints.map((hint, index) => ({ ...hint, place: `hints.yaml:${index + 2}:5` })),
    unmatched: ({ from }) => unmatched.push(from),
  });
  const moves = report.findings.flatMap(({ where, moves: list }) =>
    list.map(({ end, part, where: other, name, evidence, confirmed }) => {
      const own = part === null ? where : `${where} (${part})`;
      return [own, end, other, name, evidence.join('; '), ...(confirmed ? ['confirmed'] : [])];
    }),
  );
  return {
    moves: moves.filter(([, end]) => end === 'to'),
    back: moves.filter(([, end]) => end === 'from').length,
    unmatched,
  };
}

/** The removals that seem to have gone somewhere; each is told on the other end, too. */
export async function expectMoves(base: Api, revision: Api, expected: readonly (readonly string[])[]): Promise<void> {
  expect(await movesOf(base, revision)).toEqual({ moves: expected, back: expected.length, unmatched: [] });
}

/** A schema in flow style. */
export const object = (properties: string): string => `{type: object, properties: {${properties}}}`;
