import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { GitRepository } from './git-repository.js';
import { BASE, REVISION } from './pets.js';

const PET = 'Pet: {type: object, properties: {name: {type: string}, age: {type: integer}}}\n';
const PARTED = BASE.replace("'#/components/schemas/Pet'", "'parts/pet.yaml#/Pet'").replace(/components:[\s\S]*/, '');
const api = (file: string): string =>
  `name: pets\ntitle: Pets\nversions:\n  - {version: '1', kind: stable, file: ${file}, date: '2026-01-01', editions: [{edition: first, date: '2026-01-01', overlay: first.yaml}]}\n`;
const OVERLAY = `overlay: 1.0.0\ninfo: {title: First, version: '1'}\nactions:\n  - {target: $.components.schemas.Pet.properties.age, update: {minimum: 0}}\n`;

const repository = new GitRepository();

beforeAll(() => {
  repository.write('api/open.yaml', BASE);
  repository.write('api/parted.yaml', PARTED);
  repository.write('api/parts/pet.yaml', PET);
  repository.write('specs/pets/one.yaml', BASE);
  repository.write('specs/pets/first.yaml', OVERLAY);
  repository.write('specs/pets/api.yaml', api('one.yaml'));
  repository.write('specshift.config.yaml', 'apis: [{name: own, document: api/open.yaml}]\n');
  repository.commit('Begin.');
  repository.git(['branch', 'before']);
  repository.write('api/open.yaml', REVISION);
  repository.write('api/parts/pet.yaml', PET.replace('integer', 'string'));
  repository.write('specs/pets/renamed.yaml', REVISION);
  repository.git(['rm', '-q', '--cached', 'specs/pets/one.yaml']);
  repository.write('specs/pets/api.yaml', api('renamed.yaml'));
  repository.commit('Change.');
});

afterAll(() => repository.remove());

function gate(revision: string, base: string, below = '') {
  return runCommand(['gate', revision, '--base', base, '--today', '2026-06-01'], {
    cwd: `${repository.folder}${below}`,
  });
}

describe('--base git:<ref>', () => {
  test.each([
    ['api/open.yaml', '', 'before:./api/open.yaml:16:66 → api/open.yaml:16:66'],
    ['open.yaml', '/api', 'before:./open.yaml:16:66 → open.yaml:16:66'],
    ['api/parted.yaml', '', 'before:./api/parts/pet.yaml:1:62 → api/parts/pet.yaml:1:62'],
    ['pets@1', '', 'before:specs/pets/one.yaml:16:66 → specs/pets/renamed.yaml:16:66'],
    ['own@current', '', 'before:api/open.yaml:16:66 → api/open.yaml:16:66'],
    ['HEAD:api/open.yaml', '', 'before:api/open.yaml:16:66 → HEAD:api/open.yaml:16:66'],
  ])('%s in %j', async (revision, below, places) => {
    const { code, stdout, stderr } = await gate(revision, 'git:before', below);
    expect([
      code,
      stderr,
      stdout.split('\n').filter((line) => line.includes(' → ') && line.startsWith('      ')),
    ]).toEqual([1, '', [`      ${places}`]]);
  });

  test('of an edition applies the overlay of that time', async () => {
    const { code, stdout } = await gate('pets@1@first', 'git:before');
    expect([code, stdout.split('\n')[1]]).toEqual([1, 'before:specs/pets/one.yaml → specs/pets/renamed.yaml']);
  });

  test('passes where nothing changed', async () => {
    expect((await gate('api/open.yaml', 'git:HEAD')).code).toBe(0);
  });

  test.each([
    [
      'api/open.yaml',
      'git:nowhere',
      '"nowhere:./api/open.yaml" cannot be read from git: invalid object name \'nowhere\'.',
    ],
    ['api/open.yaml', 'git:--output=x', '--base takes git:<ref>, such as git:origin/main, not "git:--output=x".'],
    ['api/open.yaml', 'git:', '--base takes git:<ref>, such as git:origin/main, not "git:".'],
    ['api/open.yaml', 'git:HEAD:api', '--base takes git:<ref>, such as git:origin/main, not "git:HEAD:api".'],
    ['api/open.yaml', 'main', '--base takes git:<ref>, such as git:origin/main, not "main".'],
    ['api/none.yaml', 'git:HEAD', '"api/none.yaml" does not exist, so that nothing can be looked up in git for it.'],
    ['-', 'git:HEAD', '"-" has no place in git. Name the file, or the base by itself.'],
    ['pets@2', 'git:before', 'pets has no version "2". Its versions are 1.'],
  ])('%s against %s cannot be decided', async (revision, base, message) => {
    const { code, stdout, stderr } = await gate(revision, base);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', `specshift: ${message}`]);
  });

  test('a file that is new has no base', async () => {
    repository.write('api/new.yaml', BASE);
    const { code, stdout } = await gate('api/new.yaml', 'git:HEAD');
    expect([code, stdout]).toEqual([2, '']);
  });
});
