import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Origin } from '../../../openapi/source/origin.js';
import { formatPointer, parsePointer } from '../../../openapi/source/pointer.js';
import { runs, seed } from '../../fuzz.js';

describe('pointers', () => {
  test.each([
    ['', []],
    ['/', ['']],
    ['//', ['', '']],
    ['/paths/~1a~1{id}/get', ['paths', '/a/{id}', 'get']],
    ['/a~01', ['a~1']],
    ['/a~0~1', ['a~/']],
    ['/%7Bid%7D', ['{id}']],
    ['/%2Fa', ['', 'a']],
    ['/a%7E1b', ['a/b']],
    ['/100%', ['100%']],
    ['/caf%C3%A9', ['café']],
    ['/__proto__/constructor', ['__proto__', 'constructor']],
  ])('"%s" is read', (fragment, segments) => {
    expect(parsePointer(fragment)).toEqual(segments);
  });

  test.each(['a', 'a/b', '/a~', '/a~2', '/~x/b', '/%7E'])('"%s" is no pointer', (fragment) => {
    expect(parsePointer(fragment)).toBeUndefined();
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('%'))), (segments) => {
        expect(parsePointer(formatPointer(segments).slice(1))).toEqual(segments);
      }),
      { seed: seed(7), numRuns: runs(100) },
    );
  });

  test('an origin knows its segments and its pointer', () => {
    const origin = Origin.root('api.yaml').at('paths').at('/a~b').at(0).at('');
    expect([origin.file, origin.segments, origin.pointer]).toEqual([
      'api.yaml',
      ['paths', '/a~b', '0', ''],
      '#/paths/~1a~0b/0/',
    ]);
    expect(Origin.root('x').pointer).toBe('#');
  });
});
