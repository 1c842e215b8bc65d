import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { LevelEntry } from '../../../diff/policy/policy.js';
import { readText } from '../../documents.js';

const API = (paths: string): string => `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
${paths}`;
const OPERATION = (path: string, tag: string): string =>
  `  ${path}: {get: {tags: [${tag}], responses: {'200': {description: ok}}}}\n`;

async function levelsOf(levels: readonly LevelEntry[]) {
  const [base, revision] = await Promise.all([
    readText(API(OPERATION('/pets', 'Pets') + OPERATION('/cats', 'Pets'))),
    readText(API(OPERATION('/pets', 'Animals'))),
  ]);
  const { findings, summary, policy } = await diffDocuments(base, revision, { policy: 'default', levels });
  return {
    policy,
    levels: summary.levels,
    counts: [summary.breaking, summary.dangerous],
    findings: findings.map(({ rule, impact, level, levelReason }) => [rule, impact, level, levelReason]),
  };
}

test('a level changes how loudly a finding is told, and never its impact', async () => {
  expect(await levelsOf([])).toEqual({
    policy: 'default',
    levels: { error: 1, warning: 1, info: 0, off: 0 },
    counts: [1, 1],
    findings: [
      ['operation-removed', 'breaking', 'error', null],
      ['operation-tags-changed', 'dangerous', 'warning', null],
    ],
  });
  expect(
    await levelsOf([
      { rules: ['operation-removed'], level: 'info', reason: 'Nobody calls it.' },
      { impacts: ['dangerous'], level: 'error', reason: 'We are careful.' },
    ]),
  ).toEqual({
    policy: 'default',
    levels: { error: 1, warning: 0, info: 1, off: 0 },
    counts: [1, 1],
    findings: [
      ['operation-removed', 'breaking', 'info', 'Nobody calls it.'],
      ['operation-tags-changed', 'dangerous', 'error', 'We are careful.'],
    ],
  });
});

test('what is off is in no list and no count but its own', async () => {
  expect(await levelsOf([{ rules: ['operation-removed'], level: 'off', reason: 'It was never there.' }])).toEqual({
    policy: 'default',
    levels: { error: 0, warning: 1, info: 0, off: 1 },
    counts: [0, 1],
    findings: [['operation-tags-changed', 'dangerous', 'warning', null]],
  });
});
