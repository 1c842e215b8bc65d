import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { camelCase, kebabCase, NameAllocator, pascalCase } from '../../../generator/emit/identifiers.js';
import { RESERVED_FILES, RESERVED_IDENTIFIERS } from '../../../generator/emit/reserved.js';
import {
  commentLine,
  commentText,
  markdownCode,
  markdownText,
  objectKey,
  pageLink,
  propertyName,
  stringLiteral,
  valueLiteral,
} from '../../../generator/emit/text.js';
import { randomBatches } from './random-text.js';

/** 10^5 texts for each encoder; `npm run fuzz` takes 10^7. */
const COUNT = process.env['FUZZ_FACTOR'] === undefined ? 100_000 : 500_000 * Number(process.env['FUZZ_FACTOR']);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const timeout = 60_000 + COUNT / 10;

/** What must not stand in a source file as it is. */
const UNSEEN =
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/u;

/** Runs a check over all texts and tells the first batch that fails. */
function each(check: (batch: readonly string[]) => void): void {
  for (const batch of randomBatches(SEED, COUNT)) check(batch);
}

/** The statements of a module, which must have no syntax error and instruct nobody. */
function parse(source: string): ts.NodeArray<ts.Statement> {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.ESNext);
  // The parser keeps both on the file, without a public name for them.
  const { parseDiagnostics, commentDirectives } = file as unknown as Record<string, readonly unknown[] | undefined>;
  expect([parseDiagnostics?.length, commentDirectives]).toEqual([0, undefined]);
  return file.statements;
}

describe('text of a document', () => {
  test('as a string literal is that text', { timeout }, () => {
    each((batch) => {
      const source = `[${batch.map(stringLiteral).join(',')}]`;
      expect(UNSEEN.test(source)).toBe(false);
      expect(runInThisContext(source)).toEqual(batch);
    });
  });

  test('as a value is that value', { timeout }, () => {
    each((batch) => {
      const source = `[${batch.map((text) => valueLiteral({ a: [text], b: text })).join(',')}]`;
      expect(runInThisContext(source)).toEqual(batch.map((text) => ({ a: [text], b: text })));
    });
  });

  test('as a key is one own property', { timeout }, () => {
    each((batch) => {
      const made: unknown = runInThisContext(`[${batch.map((text) => `{ ${objectKey(text)}: 1 }`).join(',')}]`);
      // The literal above is a list of objects.
      expect((made as object[]).map((object) => Object.keys(object))).toEqual(batch.map((text) => [text]));
    });
  });

  test('as the name of a property is that name', { timeout }, () => {
    each((batch) => {
      const [declaration, ...rest] = parse(
        `interface I {\n${batch.map((text) => `${propertyName(text)}: 1;`).join('\n')}\n}`,
      );
      if (declaration === undefined || !ts.isInterfaceDeclaration(declaration))
        throw new Error('There is no interface.');
      const names = declaration.members.map(({ name }) =>
        name !== undefined && 'text' in name ? name.text : undefined,
      );
      expect([rest.length, names]).toEqual([0, batch]);
    });
  });

  test('as a comment is nothing but a comment', { timeout }, () => {
    each((batch) => {
      const source = batch.map((text) => `/** ${commentText(text)} */\n/** ${commentLine(text)} */`).join('\n');
      expect(UNSEEN.test(source.replace(/\u200c|\u200d/g, ''))).toBe(false);
      expect(parse(source).length).toBe(0);
      expect(/[@#]__PURE__|@ts-|[@#]\s*sourceMappingURL/.exec(source)?.[0]).toBeUndefined();
      const file = ts.createSourceFile('module.ts', `${source}\nconst x = 1;`, ts.ScriptTarget.ESNext);
      // One comment a line pair: none of them ended early or swallowed another.
      expect(ts.getLeadingCommentRanges(file.text, 0)?.length).toBe(batch.length * 2);
    });
  });

  test('as Markdown is text', { timeout }, () => {
    each((batch) => {
      for (const text of batch) {
        const bare = `${markdownText(text)}${markdownCode(text).replace(/^<code>(.*)<\/code>$|^`(.*)`$/, '$1')}`;
        const left = bare.replace(/&(?:#\d+|amp|lt|gt);/g, '');
        if (/[\\`*[\]|~@#<>&\n\r]/.test(left) || UNSEEN.test(left.replace(/\u200c|\u200d/g, ''))) expect(left).toBe('');
      }
    });
  });

  test('as an address leads to a page or nowhere', { timeout }, () => {
    each((batch) => {
      for (const text of batch) {
        const link = pageLink(text) ?? pageLink(`https://a.example/${text}`);
        if (link !== undefined && !/^https?:\/\/(?:(?!\*\/)[!-~])+$/.test(link)) expect(link).toBe('');
      }
    });
  });

  test('as a name is an identifier of its own', { timeout }, () => {
    const reserved = new Set(RESERVED_IDENTIFIERS);
    each((batch) => {
      const names = new NameAllocator(RESERVED_IDENTIFIERS);
      const files = new NameAllocator(RESERVED_FILES, (name) => name.toLowerCase());
      const given = batch.map((text) =>
        names.allocate(camelCase(text, 'call'), (name) => [`${pascalCase(name)}Params`]),
      );
      const paths = batch.map((text) => files.allocate(kebabCase(camelCase(text, 'root'), 'root')).toLowerCase());
      expect(new Set(given).size).toBe(batch.length);
      expect(new Set(paths).size).toBe(batch.length);
      expect(given.filter((name) => !/^[_\p{ID_Start}]\p{ID_Continue}*$/u.test(name) || reserved.has(name))).toEqual(
        [],
      );
      expect(paths.filter((path) => !/^[a-z0-9_][a-z0-9_-]*$/.test(path) || RESERVED_FILES.includes(path))).toEqual([]);
    });
  });
});
