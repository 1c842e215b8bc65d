import { expect, test } from 'vitest';
import { conditionalOn } from '../../../diff/extensions/conditional-scopes.js';
import type { JsonObject } from '../../../openapi/source/json.js';
import { api, told } from './told.js';

const on = (when: string) => ({ when, scopes: ['delete'] });
const known = on('the pet is a cat');

test.each([
  ['keep_it', [known], [known, on('keep_it is false')], 'keep_it'],
  ['keep_it', undefined, [on('the caller sends keep_it=false')], 'keep_it'],
  ['include[]', undefined, [on('`include[]` has owners')], 'include[]'],
  ['keep', undefined, [on('keep is false')], 'keep'],
  ['keep', undefined, [on('"keep" is false')], 'keep'],
  // A word of the language is no name of a parameter.
  ['state', undefined, [on('the state is closed')], undefined],
  // Part of another name.
  ['keep_it', undefined, [on('keep_it_all is false')], undefined],
  // Callers meet it in another way, or always have.
  ['keep_it', undefined, [on('keep_it is false or the pet is a cat')], undefined],
  ['keep_it', undefined, [on('keep_it is not true')], undefined],
  ['keep_it', undefined, [on('keep_it is absent')], undefined],
  ['keep_it', undefined, [on('keep_it is false'), on('the pet is a dog')], undefined],
  ['keep_it', [known], [on('keep_it is false')], undefined],
  ['keep_it', undefined, [{ scopes: ['delete'] }], undefined],
  ['keep_it', undefined, 'keep_it', undefined],
  ['', undefined, [on('anything')], undefined],
])('what is new on the condition of %j', (parameter, before, after, expected) => {
  expect(conditionalOn([parameter], before, after)).toBe(expected);
});

const keepIt = (extensions: JsonObject = {}) => ({
  parameters: [{ name: 'keep_it', in: 'query', schema: { type: 'boolean' }, ...extensions }],
});
const scopes = { 'x-conditional-scopes': [on('keep_it is false')] };

test('nobody meets a condition about a parameter that is new', async () => {
  expect(await told(api({}), api({}, { ...keepIt(), ...scopes }))).toEqual([
    'non-breaking: The conditional scopes of the operation grew with the new parameter "keep_it": {"scopes":["delete"],"when":"keep_it is false"}.',
    'non-breaking: The optional query parameter "keep_it" was added.',
  ]);
  expect(await told(api({}), api({}, keepIt(scopes)))).toEqual([
    'non-breaking: The optional query parameter "keep_it" was added.',
  ]);
});

test('callers may meet one about a parameter that was there', async () => {
  const message = 'was stated: [{"scopes":["delete"],"when":"keep_it is false"}].';
  expect(await told(api({}, keepIt()), api({}, { ...keepIt(), ...scopes }))).toEqual([
    `dangerous: The list of conditional scopes of the operation ${message}`,
  ]);
  expect(await told(api({}, keepIt()), api({}, keepIt(scopes)))).toEqual([
    `dangerous: The list of conditional scopes of the parameter ${message}`,
  ]);
});
