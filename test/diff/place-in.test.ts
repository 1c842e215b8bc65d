import { expect, test } from 'vitest';
import { diffDocuments } from '../../diff/diff.js';
import { placeIn } from '../../diff/place-in.js';
import { readText } from '../documents.js';

const TEXT = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Pet: {type: object}
`;

test('a place is looked up when its line is asked for, and once', async () => {
  const document = await readText(TEXT, {}, 'pets.yaml');
  const asked: string[] = [];
  const origin = document.origin.at('components').at('schemas').at('Pet');
  const watched: typeof document = {
    ...document,
    place(at, atKey) {
      asked.push(at.pointer);
      return document.place(at, atKey);
    },
  };
  const place = placeIn(watched, origin);
  expect([place.pointer, ...asked]).toEqual(['#/components/schemas/Pet']);
  expect(place).toEqual({ file: 'pets.yaml', pointer: '#/components/schemas/Pet', line: 6, column: 5 });
  expect(asked).toEqual(['#/components/schemas/Pet']);
});

test('a report that is kept holds on to no document', async () => {
  const { findings } = await diffDocuments(
    await readText(TEXT, {}, 'pets.yaml'),
    await readText(TEXT.replace('object', 'array'), {}, 'pets.yaml'),
  );
  const place = { file: 'pets.yaml', pointer: '#/components/schemas/Pet/type', line: 6, column: 11 };
  const places = findings.flatMap(({ base, revision }) => [base, revision]);
  expect(places.map((one) => Object.getOwnPropertyDescriptors(one))).toEqual(
    [place, place].map((one) => Object.getOwnPropertyDescriptors(one)),
  );
});
