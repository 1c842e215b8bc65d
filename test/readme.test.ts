import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './shared.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { dependencies, files, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The examples that name the schema they keep to. */
const EXAMPLES = [...readme.matchAll(/```yaml\n# yaml-language-server: \$schema=(\S+)\n([\s\S]*?)```/g)].map(
  ([, schema = '', text = '']) => ({ schema: schema.replace(/^(?:\.\.?\/)+(?:node_modules\/specshift\/)?/, ''), text }),
);

describe('README', () => {
  test('names only paths that exist', () => {
    const named = [...readme.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map((match) => match[1] ?? '');
    const paths = named.filter((name) => name.includes('/') && !name.startsWith('@'));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(5);
  });

  test('names every package that is needed at run time', () => {
    expect(Object.keys(dependencies).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test('names scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('shows an example of every file that people write', () => {
    expect(EXAMPLES.map(({ schema }) => schema).sort()).toEqual([
      'diff/moves/hints-1.schema.json',
      'diff/policy/levels-1.schema.json',
      'scripts/input/api-1.schema.json',
      'scripts/input/baseline-1.schema.json',
      'scripts/input/claims-1.schema.json',
      'scripts/input/config-1.schema.json',
    ]);
  });

  test.each(EXAMPLES)('the example keeps to $schema, which is published', ({ schema, text }) => {
    const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(join(root, schema), 'utf8')),
    );
    validate(parse(text));
    expect([validate.errors, files.includes(schema)]).toEqual([null, true]);
  });
});
