import { describe, expect, test } from 'vitest';
import { overlaid, overlayOf } from './overlaid.js';

const DOCUMENT = `openapi: 3.1.0
info: {title: Pets, version: '1'}
tags: [{name: pets}]
x-list: [1, 2]
`;

function faultsOf(overlay: string): readonly string[] {
  return overlaid(DOCUMENT, overlay).faults ?? [];
}

describe('a file that is no overlay of version 1.0', () => {
  test.each<[string, string, readonly string[]]>([
    ['a list', '[1]', ['1:1 [not-overlay] # An OpenAPI Overlay is an object; this file holds an array.']],
    ['a document', DOCUMENT, ['1:1 [not-overlay] # This is not an OpenAPI Overlay: the field "overlay" is missing.']],
    [
      'a number as version',
      'overlay: 1.0\ninfo: {title: T, version: 1.0.0}\nactions: [{target: $}]',
      ['1:10 [overlay-version] #/overlay "overlay" must be a string such as "1.0.0", not a number.'],
    ],
    [
      'a later version',
      'overlay: 1.1.0\ninfo: {title: T, version: 1.0.0}\nactions: [{target: $}]',
      ['1:10 [overlay-version] #/overlay Overlay "1.1.0" is not understood. Version 1.0 is, written "1.0.0".'],
    ],
    [
      'what is missing',
      'overlay: 1.0.0\ninfo: {}\n',
      [
        '2:7 [missing] #/info "title" is missing.',
        '2:7 [missing] #/info "version" is missing.',
        '1:1 [missing] # "actions" is missing.',
      ],
    ],
    [
      'what has the wrong type, or means nothing',
      'overlay: 1.0.0\nextends: 1\ninfo: []\nactions: {}\naction: 1\nx-mine: 1\n',
      [
        '5:1 [unknown-key] #/action "action" means nothing here. Did you mean "actions"?',
        '3:7 [type] #/info "info" must be an object, not an array.',
        '2:10 [type] #/extends "extends" must be text, not a number.',
        '4:10 [type] #/actions "actions" must be a list, not an object.',
      ],
    ],
    ['no action', overlayOf('  []'), ['5:3 [overlay-empty] #/actions An overlay needs at least one action.']],
    [
      'actions',
      overlayOf('  - 1\n  - {update: {}}\n  - {target: $, remove: yes}\n  - {target: 1}\n  - {target: $, updte: {}}'),
      [
        '5:5 [type] #/actions/0 An action must be an object with a "target", not a number.',
        '6:5 [missing] #/actions/1 "target" is missing.',
        '7:25 [type] #/actions/2/remove "remove" must be true or false, not a string.',
        '8:14 [type] #/actions/3/target "target" must be text, not a number.',
        '9:17 [unknown-key] #/actions/4/updte "updte" means nothing here. Did you mean "update"?',
      ],
    ],
    [
      'broken YAML',
      'overlay: [',
      [
        '1:11 [yaml-syntax] # This is not valid YAML. Unexpected end of the stream within a flow collection. Close the bracket, or indent the lines inside it.',
      ],
    ],
  ])('%s', (_, overlay, faults) => {
    const expected = faults.map((fault) => `overlay.yaml:${fault}`);
    expect(faultsOf(overlay)).toEqual(expected);
  });
});

describe('a target that is no query', () => {
  test.each([
    ['tags', "At character 1: expected '$', found 't'."],
    ['$.tags[', 'At character 8: unclosed bracketed selection.'],
    ['$.tags^', "At character 7: expected '.', '..' or a bracketed selection, found '^'."],
    ['$[?length(@.*) == 1]', 'At character 11: length() argument 0 must be of ValueType.'],
    ['$[?nothing(@) == 1]', "At character 4: no such function 'nothing'."],
    ["$[?match(@.name, '(a+)+')]", 'At character 4: the function "match" is not run. Compare with == instead.'],
    [`$${'.a'.repeat(2_000)}`, 'It has 4001 characters; up to 4000 are read.'],
    [`$[?${'!('.repeat(900)}@.a${')'.repeat(900)}]`, undefined],
  ])('%.30s', (target, reason) => {
    const faults = faultsOf(overlayOf(`  - {target: ${JSON.stringify(target)}, remove: true}`));
    const message = `overlay.yaml:5:14 [overlay-target] #/actions/0/target "target" must be a JSONPath query (RFC 9535). ${reason}`;
    expect(faults).toEqual(reason === undefined ? [] : [message]);
  });
});

describe('an action that cannot be applied', () => {
  test.each([
    [
      'a value that is no object or array',
      '  - target: $.info.title\n    update: Shop',
      '5:13 [overlay-target] #/actions/0/target The target selects a string at #/info/title; an overlay of version 1.0 targets objects and arrays. Select the object around it, and update its member.',
    ],
    [
      'an item that is no object or array',
      "  - target: $['x-list'][0]\n    remove: true",
      '5:13 [overlay-target] #/actions/0/target The target selects a number at #/x-list/0; an overlay of version 1.0 targets objects and arrays.',
    ],
    [
      'the document as a whole removed',
      '  - target: $\n    remove: true',
      '5:13 [overlay-target] #/actions/0/target The document as a whole cannot be removed.',
    ],
    [
      'an object updated by text',
      '  - target: $.info\n    update: Shop',
      '6:13 [overlay-incompatible] #/actions/0/update An object is updated by an object, not by a string.',
    ],
    [
      'an object merged with an array',
      '  - target: $\n    update:\n      tags: []\n      info: []',
      '8:7 [overlay-incompatible] #/actions/0/update/info "info" holds an object, which cannot be merged with an array. Remove it first.',
    ],
    [
      'text merged with an object',
      '  - target: $\n    update: {info: {title: {a: 1}}}',
      '6:21 [overlay-incompatible] #/actions/0/update/info/title "title" holds a string, which cannot be merged with an object. Remove it first.',
    ],
  ])('%s', (_, actions, fault) => {
    expect(faultsOf(overlayOf(actions))).toEqual([`overlay.yaml:${fault}`]);
  });

  test('what follows it is not judged', () => {
    const actions = '  - {target: $.info, update: 1}\n  - {target: $.info, update: 2}';
    expect(faultsOf(overlayOf(actions))).toEqual([
      'overlay.yaml:5:30 [overlay-incompatible] #/actions/0/update An object is updated by an object, not by a number.',
    ]);
  });
});

describe('what is doubtful', () => {
  test.each([
    [
      'a target that selects nothing',
      overlayOf("  - target: $.paths['/cats']\n    remove: true"),
      '5:13 [overlay-no-target] #/actions/0/target The target "$.paths[\'/cats\']" selects nothing.',
    ],
    [
      'an array appended to an array',
      overlayOf("  - target: $['x-list']\n    update: [3]"),
      '6:13 [overlay-nested-array] #/actions/0/update An array is appended to an array as one item. To append several, update the object around it.',
    ],
    [
      'an overlay for another document',
      overlayOf('  - {target: $.info, update: {}}').replace('info:', 'extends: ../cats.yaml\ninfo:'),
      '2:10 [overlay-extends] #/extends The overlay says that it is for "../cats.yaml", and is applied to "api.yaml".',
    ],
  ])('%s', (_, overlay, warning) => {
    expect(overlaid(DOCUMENT, overlay).warnings).toEqual([`overlay.yaml:${warning}`]);
  });

  test('an overlay for this document is not', () => {
    const overlay = overlayOf('  - {target: $.info, update: {}}').replace('info:', 'extends: ../api.yaml\ninfo:');
    expect(overlaid(DOCUMENT, overlay).warnings).toEqual([]);
  });
});
