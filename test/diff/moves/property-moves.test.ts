import { describe, expect, test } from 'vitest';
import { expectMoves, movesOf, object } from './moves-of.js';

describe('a property that was renamed', () => {
  test.each([
    [
      'in case and separators',
      'firstName: {type: string}',
      'first_name: {type: string}',
      'the names are equal up to case and separators; the same type; nothing else went from or came to the object',
    ],
    [
      'by one letter',
      'job_identfier: {type: string}',
      'job_identifier: {type: string}',
      'the names differ in one letter; the same type; nothing else went from or came to the object',
    ],
    [
      'to the plural',
      'owner_id: {type: integer}',
      'owner_ids: {type: array, items: {type: integer}}',
      'the new name is the plural of the old one; the items of one have the type of the other; nothing else went from or came to the object',
    ],
    [
      'altogether, with its description',
      'weight: {type: integer, description: How heavy the animal is in grams.}',
      'mass: {type: integer, description: How heavy the animal is in grams.}',
      'the same description; the same type; nothing else went from or came to the object',
    ],
    [
      'altogether, as the only list of a schema',
      'pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}',
      'data: {type: array, items: {$ref: "#/components/schemas/Pet"}}',
      'the same schema "Pet"; the same type; nothing else went from or came to the object',
    ],
  ])('%s', async (_, before, after, evidence) => {
    const [from = '', to = ''] = [before, after].map((text) => text.split(':')[0]);
    await expectMoves({ pet: object(before) }, { pet: object(after) }, [
      [`Pet.${from}`, 'to', `Pet.${to}`, to, evidence],
    ]);
  });

  test.each([
    ['the type alone says nothing', 'weight: {type: integer}', 'height: {type: integer}'],
    [
      'common names are alike by chance',
      'owner: {type: object, properties: {id: {type: string}}}',
      'id: {type: string}',
    ],
    ['an object is not a text', 'firstName: {type: object}', 'first_name: {type: string}'],
    ['two are equally likely', 'firstName: {type: string}', 'first_name: {type: string}, FirstName: {type: string}'],
    ['two came from one', 'firstName: {type: string}, FirstName: {type: string}', 'first_name: {type: string}'],
    ['numbers are counted', 'address_line: {type: string}', 'address_line2: {type: string}'],
    ['a word in common is not enough', 'owner_name: {type: string}', 'owner_email: {type: string}'],
    [
      'short descriptions are alike by chance',
      'weight: {type: integer, description: The value.}',
      'size: {type: integer, description: The value.}',
    ],
    ['texts of prototypes are names like others', '__proto__: {type: string}', 'constructor: {type: string}'],
  ])('not where %s', async (_, before, after) => {
    await expectMoves({ pet: object(before) }, { pet: object(after) }, []);
  });

  test('as the document itself says', async () => {
    await expectMoves(
      { pet: object('weight: {type: integer}') },
      { pet: object('height: {type: integer}, mass: {type: integer, x-renamed-from: weight}') },
      [['Pet.weight', 'to', 'Pet.mass', 'mass', 'x-renamed-from says so; the same type', 'confirmed']],
    );
  });
});

describe('a property that moved', () => {
  const nested = 'assignment: {type: object, properties: {admin_id: {type: string}, assignee_id: {type: string}}}';
  const flat = 'admin_id: {type: string}, assignee_id: {type: string}';

  test('out of a neighbour', async () => {
    await expectMoves({ body: object(nested) }, { body: object(flat) }, [
      [
        'POST /pets → request body → assignment (admin_id)',
        'to',
        'POST /pets → request body → admin_id',
        'admin_id',
        '"admin_id" is the tail of "assignment.admin_id"; the same type; others moved the same way',
      ],
      [
        'POST /pets → request body → assignment (assignee_id)',
        'to',
        'POST /pets → request body → assignee_id',
        'assignee_id',
        '"assignee_id" is the tail of "assignment.assignee_id"; the same type; others moved the same way',
      ],
    ]);
  });

  test('into a neighbour', async () => {
    await expectMoves({ pet: object('admin_id: {type: string}') }, { pet: object(nested) }, [
      [
        'Pet.admin_id',
        'to',
        'Pet.assignment.admin_id',
        'assignment.admin_id',
        '"admin_id" is the tail of "assignment.admin_id"; the same type',
      ],
    ]);
  });

  test('with its object, into a list', async () => {
    const [page, item] = [
      '{type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Item"}}}}',
      object('id: {type: string, description: The unique name of this item.}'),
    ];
    await expectMoves(
      { pet: '{$ref: "#/components/schemas/Item"}', more: `    Item: ${item}` },
      { pet: page, more: `    Item: ${item}` },
      [
        [
          'Item.id',
          'to',
          'Pet.data[].id',
          'data[].id',
          'the same description; both belong to "Item"; "id" is the tail of "data[].id"; the same type',
        ],
      ],
    );
  });

  test('to another level', async () => {
    const text = 'description: Who looks after the animal.';
    await expectMoves(
      { pet: object(`keeper_name: {type: string, ${text}}, home: ${object('town: {type: string}')}`) },
      { pet: object(`home: ${object(`town: {type: string}, keeper_name: {type: string, ${text}}`)}`) },
      [
        [
          'Pet.keeper_name',
          'to',
          'Pet.home.keeper_name',
          'keeper_name',
          'the same name at another level; the same description; the same type',
        ],
      ],
    );
  });

  test('through schemas that lead in circles', async () => {
    const pet = object('mother: {$ref: "#/components/schemas/Pet"}, admin_id: {type: string}');
    await expectMoves({ pet: object(`owner: ${pet}`) }, { pet: object('admin_id: {type: string}') }, [
      [
        'Pet.owner (admin_id)',
        'to',
        'Pet.admin_id',
        'admin_id',
        '"admin_id" is the tail of "owner.admin_id"; the same type',
      ],
    ]);
  });
});

test('thousands of properties that went and came take no quadratic time', async () => {
  const many = (prefix: string): string =>
    object(Array.from({ length: 3_000 }, (_, index) => `${prefix}${index}: {type: string}`).join(', '));
  const { moves } = await movesOf({ pet: many('some_name_x') }, { pet: many('someNameX') });
  expect(moves.length).toBe(3_000);
});
