import { createConfig, lint } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { documents, eachObject } from './intercom.js';

/** What the linter warns of, and what the API is like all the same. */
const OF_THE_API = [
  // /conversations/{id} and /conversations/deleted: fixed paths match first (OpenAPI 3.1, Paths Object).
  /^warn no-ambiguous-paths /,
  // A recording is answered with a redirect, and with nothing else.
  /^warn operation-2xx-response #\/paths\/~1calls~1\{\w+\}~1recording\/get\/responses$/,
];

describe.each(documents())('the document of $version', ({ path, text, content }) => {
  test('has no error and no warning by an independent linter', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lint({ ref: path, config });
    const told = problems.map(({ severity, ruleId, location }) => `${severity} ${ruleId} ${location[0]?.pointer}`);
    expect(told.filter((line) => !OF_THE_API.some((known) => known.test(line)))).toEqual([]);
  });

  test('is valid by the schema of the specification', async () => {
    expect(await new Validator().validate(structuredClone(content))).toMatchObject({ valid: true });
  });

  test('refers to nothing outside of itself', () => {
    const outside: string[] = [];
    eachObject(content, (object, pointer) => {
      if (typeof object.$ref === 'string' && !object.$ref.startsWith('#/')) outside.push(`${pointer} → ${object.$ref}`);
    });
    expect(outside).toEqual([]);
  });

  test('is written for people: short lines, no tabs, a newline at the end', () => {
    expect(
      text.split('\n').filter((line) => line.length > 160 || line.includes('\t') || line.trimEnd() !== line),
    ).toEqual([]);
    expect(text.endsWith('\n')).toBe(true);
  });
});
