import { describe, expect, test } from 'vitest';
import { overlaid, overlayOf } from './overlaid.js';

const DOCUMENT = `openapi: 3.1.0
info:
  title: Pets
tags:
  - name: cats
  - name: dogs
  - name: birds
`;

describe('the place of a value is where it was written', () => {
  const actions = `
  - target: $.tags[?@.name=='dogs']
    remove: true
  - target: $.info
    update:
      title: Animals
      contact:
        name: Somebody
  - target: $.tags
    update:
      name: fish
  - target: $.tags[*]
    update:
      x-all: 1
`;
  const second = overlayOf('  - target: $.tags[2]\n    update: {name: whales}');
  const { place, value } = overlaid(DOCUMENT, overlayOf(actions), second);

  test('the document itself', () => {
    expect(value).toEqual({
      openapi: '3.1.0',
      info: { title: 'Animals', contact: { name: 'Somebody' } },
      tags: [
        { name: 'cats', 'x-all': 1 },
        { name: 'birds', 'x-all': 1 },
        { name: 'whales', 'x-all': 1 },
      ],
    });
  });

  test.each([
    ['what no overlay touched', ['openapi'], 'api.yaml:1:1'],
    ['what an overlay only wrote into', ['info'], 'api.yaml:2:1'],
    ['a value that was replaced', ['info', 'title'], 'overlay.yaml:10:7'],
    ['a value that was added', ['info', 'contact'], 'overlay.yaml:11:7'],
    ['what is in it', ['info', 'contact', 'name'], 'overlay.yaml:12:9'],
    ['an item before a removed one', ['tags', '0', 'name'], 'api.yaml:5:5'],
    ['an item after a removed one', ['tags', '1', 'name'], 'api.yaml:7:5'],
    ['an item that was added', ['tags', '2'], 'overlay.yaml:14:5'],
    ['what every item got', ['tags', '1', 'x-all'], 'overlay.yaml:18:7'],
    ['what every item got, the added one too', ['tags', '2', 'x-all'], 'overlay.yaml:18:7'],
    ['what a second overlay replaced', ['tags', '2', 'name'], 'overlay-2.yaml:6:14'],
    ['the nearest around what is not there', ['info', 'contact', 'url'], 'overlay.yaml:12:9'],
  ])('%s', (_, segments, expected) => {
    expect(place(...segments)).toBe(expected);
  });
});
