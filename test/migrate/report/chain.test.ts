import { describe, expect, test } from 'vitest';
import type { MigrationReport } from '../../../migrate/report/migration-report.js';
import { ApiMigrations } from '../../../scripts/commands/migrations/api-migration.js';
import { chainBetween, relatedPairs, toldPairs } from '../../../scripts/commands/migrations/chain.js';
import type { ApiConfig } from '../../../scripts/input/api-config.js';
import { readText } from '../../documents.js';

/** A document with one operation that answers with a pet. */
function withPet(version: string, pet: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
paths:
  /pets/{id}:
    get:
      operationId: showPet
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}}
components: {schemas: {pet: {type: object, required: [id], properties: {id: {type: string}, ${pet}}}}}
`;
}

function configOf(bases: Readonly<Record<string, string | undefined>>): ApiConfig {
  return {
    name: 'pets',
    title: 'Pets',
    names: { groups: {}, methods: {}, functions: {} },
    pagination: {},
    extras: [],
    isSingle: false,
    path: 'specs/pets/api.yaml',
    folder: 'specs/pets',
    versions: Object.entries(bases).map(([version, base]) => ({
      version,
      label: `v${version}`,
      kind: version.startsWith('u') ? ('unstable' as const) : ('stable' as const),
      file: `${version}.yaml`,
      overlays: [],
      editions: [],
      ...(base === undefined ? {} : { base }),
    })),
  };
}

async function reportOf(...pets: readonly string[]): Promise<MigrationReport> {
  const versions = pets.map((_, index) => String(index + 1));
  const bases = Object.fromEntries(versions.map((version, index) => [version, versions[index - 1]]));
  const migrations = new ApiMigrations(configOf(bases), [], (name) =>
    readText(withPet(name, pets[Number(name) - 1] ?? '')),
  );
  return migrations.report('1', versions.at(-1) ?? '1');
}

/** What is told of each card to do: its sentence, its steps and when it came. */
function told({ sections }: MigrationReport): readonly string[] {
  return sections.flatMap(({ kind, cards }) =>
    cards.map(({ what, steps, arrived }) => {
      const words = [what, ...steps].map((sentence) =>
        sentence.map((word) => (typeof word === 'string' ? word : word.code)).join(''),
      );
      return `${kind}: ${words.join(' ')} [${(arrived ?? []).join(', ')}]`;
    }),
  );
}

const SAME = 'weight: {type: number}';

describe('a chain of versions', () => {
  test('does not tell what came and went again', async () => {
    const report = await reportOf(SAME, `${SAME}, chip: {type: string}`, SAME);
    expect([report.verdict, told(report)]).toEqual([
      { nothingToDo: true, text: 'Nothing to do: nothing changed.' },
      [],
    ]);
    expect(report.steps.map(({ to, findings }) => [to, findings])).toEqual([
      ['2', 1],
      ['3', 1],
    ]);
  });

  test('does not tell what changed and changed back', async () => {
    const report = await reportOf('age: {type: integer}', 'age: {type: string}', 'age: {type: integer}');
    expect(told(report)).toEqual([]);
  });

  test('says which version brought what', async () => {
    const report = await reportOf(
      'age: {type: integer}, colour: {type: string}, name: {type: string}',
      'age: {type: integer}, name: {type: string}',
      'age: {type: string}, name: {type: string}, chip: {type: string}',
    );
    expect(told(report)).toEqual([
      'wire: pet.age is a string instead of an integer. Read age as a string. [v3]',
      'wire: colour was removed from pet. Stop reading colour. [v2]',
      'added: pet has the new property chip (string). [v3]',
    ]);
  });

  test('names the last arrival of what came, went and came again', async () => {
    const report = await reportOf(SAME, `${SAME}, chip: {type: string}`, SAME, `${SAME}, chip: {type: string}`);
    expect(told(report)).toEqual(['added: pet has the new property chip (string). [v4]']);
  });

  test('names every version that took part in one change', async () => {
    const report = await reportOf('age: {type: integer}', 'age: {type: string}', 'age: {type: boolean}');
    expect(told(report)).toEqual(['wire: pet.age is a boolean instead of an integer. Read age as a boolean. [v2, v3]']);
  });

  test('takes two renames for one', async () => {
    const former = (name: string, before: string): string => `${name}: {type: string, x-renamed-from: ${before}}`;
    const report = await reportOf('name: {type: string}', former('title', 'name'), former('label', 'title'));
    expect(told(report)).toEqual(['wire: name was removed from pet. Read pet.label instead of pet.name. [v2, v3]']);
  });

  test('takes one step for no chain', async () => {
    const report = await reportOf('age: {type: integer}', 'age: {type: string}');
    expect(report.sections.flatMap(({ cards }) => cards.map(({ arrived }) => arrived))).toEqual([null]);
  });
});

describe('the steps between versions', () => {
  const config = configOf({ a: undefined, ua: 'a', '1': undefined, '2': '1', '3': '2', u3: '2' });

  test('follow the bases', () => {
    expect(chainBetween(config, '1', '3')).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
    expect(chainBetween(config, '3', '1')).toEqual([['3', '1']]);
    expect(chainBetween(config, 'a', '3')).toEqual([['a', '3']]);
  });

  test('end in a circle of bases', () => {
    expect(chainBetween(configOf({ x: 'y', y: 'x' }), '1', 'x')).toEqual([['1', 'x']]);
  });

  test('relate versions of which one was made from the other', () => {
    expect(relatedPairs(config).map((pair) => pair.join(' '))).toEqual(
      ['1 2', '1 3', '1 u3', '2 3', '2 u3', 'a ua'].sort(inOrder),
    );
    expect(toldPairs(config).map((pair) => pair.join(' '))).toEqual(
      ['1 2', '1 3', '2 3', '2 u3', 'a ua'].sort(inOrder),
    );
  });

  /** Numbers come first among the keys of an object. */
  function inOrder(a: string, b: string): number {
    return a < b ? -1 : 1;
  }
});
