import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { ELEMENT_EXAMPLES } from '../../../diff/policy/element-examples.js';
import { exampleOf, type RuleExample } from '../../../diff/policy/rule-example.js';
import { SCHEMA_EXAMPLES } from '../../../diff/policy/schema-examples.js';
import { allRules } from '../../../diff/rules/table.js';
import { readText } from '../../documents.js';

const HEAD = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\n";

/** A document with the text of an example in its place. */
function documentWith(place: RuleExample['in'], text: string): string {
  switch (place) {
    case 'document':
      return HEAD + (text.startsWith('paths') ? text : `paths: {}\n${text}`);
    case 'operation': {
      const responses = text.startsWith('responses') ? '' : "\nresponses: {'200': {description: ok}}";
      return `${HEAD}paths:\n  /pets:\n    post:\n${(text + responses).replace(/^/gm, '      ')}\n`;
    }
    case 'schema': {
      const content = "{application/json: {schema: {$ref: '#/components/schemas/Pet'}}}";
      const operation = `{requestBody: {content: ${content}}, responses: {'200': {description: ok, content: ${content}}}}`;
      const branches =
        'Cat: {type: object, required: [lives], properties: {lives: {type: integer}}}, Dog: {type: string}';
      return `${HEAD}paths: {/pets: {post: ${operation}}}\ncomponents: {schemas: {Pet: ${text}, ${branches}}}\n`;
    }
  }
}

test.each([...SCHEMA_EXAMPLES.keys(), ...ELEMENT_EXAMPLES.keys()])(
  'the example of %s is found by that rule',
  async (id) => {
    const example = exampleOf(id);
    if (example === undefined) throw new Error('It was listed.');
    const [base, revision] = await Promise.all([
      readText(documentWith(example.in, example.before)),
      readText(documentWith(example.in, example.after)),
    ]);
    const { findings } = await diffDocuments(base, revision, {
      levels: [{ level: 'info', reason: 'All are looked at.' }],
    });
    expect(findings.map(({ rule }) => rule)).toContain(id);
    expect(allRules.map((rule) => rule.id)).toContain(id);
  },
);
