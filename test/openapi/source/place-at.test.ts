import { describe, expect, it } from 'vitest';
import { placeAt } from '../../../openapi/source/place-at.js';

describe('placeAt', () => {
  it('looks the position up once, when it is asked for', () => {
    let times = 0;
    const place = placeAt('api.json', '#/info', () => {
      times++;
      return { line: 3, column: 5 };
    });
    expect([place.file, place.pointer, times]).toEqual(['api.json', '#/info', 0]);
    expect([place.line, place.column, times]).toEqual([3, 5, 1]);
  });

  it('is copied and written as any place', () => {
    const place = placeAt('api.json', undefined, () => ({ line: 3, column: 5 }));
    expect({ ...place }).toStrictEqual({ file: 'api.json', line: 3, column: 5 });
    expect(JSON.stringify(place)).toBe('{"file":"api.json","line":3,"column":5}');
  });
});
