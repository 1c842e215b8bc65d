import { afterEach, beforeEach, expect, test } from 'vitest';
import { FILES, type Project, project } from './project.js';

let at: Project;

beforeEach(() => {
  at = project({
    ...FILES,
    'specshift.config.yaml': `${FILES['specshift.config.yaml']}    names:
      groups: {Pets: zoo, Pet: zoo}
      methods: {listPets: list, allPets: all, allPest: all, "GET /pets": x}
      functions: {"GET /pet": listPets}
    pagination: {listPets: none, listPet: none}
`,
  });
});

afterEach(() => at.end());

async function warnings(...args: string[]): Promise<readonly string[]> {
  const { stderr } = await at.generate(...args);
  return stderr.split('\n').filter((line) => line.startsWith('warning'));
}

const UNUSED = [
  'warning: specshift.config.yaml: "names.groups" names "Pet", which is no tag. Did you mean "Pets"?',
  'warning: specshift.config.yaml: "names.methods" names "allPest", which is no operation. Did you mean "allPets"?',
  'warning: specshift.config.yaml: "names.functions" names "GET /pet", which is no operation. Did you mean "GET /pets"?',
  'warning: specshift.config.yaml: "pagination" names "listPet", which is no operation. Did you mean "listPets"?',
];

test('what fits nothing in any version is told when the configuration changed', async () => {
  expect(await warnings()).toEqual(UNUSED);
  expect(await warnings()).toEqual([]);
  expect(await warnings('--force')).toEqual(UNUSED);
});

test('a place of a rule that no version has is told', async () => {
  const rule = '    pagination: {listPets: {items: data, next: page, to: page}}\n';
  at.put('specshift.config.yaml', FILES['specshift.config.yaml'] + rule);
  expect(await warnings()).toEqual([
    'warning: specshift.config.yaml: "pagination.listPets.to" is "page", which is no parameter.',
  ]);
});
