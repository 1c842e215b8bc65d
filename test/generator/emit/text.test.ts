import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import {
  commentText,
  markdownCode,
  markdownText,
  objectKey,
  pageLink,
  propertyName,
  stringLiteral,
  valueLiteral,
} from '../../../generator/emit/text.js';
import { runs, seed } from '../../fuzz.js';

const settings = { seed: seed(20), numRuns: runs(300) };

/** Text in which what matters is frequent. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...['*', '/', '*/', '/*', '//', '\\', '"', "'", '`', '${', '}', '\n', '\r', '\u2028', '\u2029', '\u0085', '\0'],
        ...[
          '\u202e',
          '\u200b',
          '\ud800',
          '\udc00',
          '😀',
          '@',
          '#',
          '__PURE__',
          '@ts-ignore',
          '@jsx x',
          '|',
          '<',
          '&',
          ' ',
          'a',
        ],
      ),
    )
    .map((parts) => parts.join('')),
);

/** Statements of a module, without what stands in comments. */
function statements(source: string): readonly ts.Statement[] {
  return ts.createSourceFile('module.ts', source, ts.ScriptTarget.ESNext).statements.slice();
}

describe('a string literal', () => {
  it('evaluates to the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(runInNewContext(stringLiteral(value))).toBe(value);
      }),
      settings,
    );
  });

  it('holds nothing invisible', () => {
    expect(stringLiteral('a\u202eb\u2028\u200b\ud800😀\u0007é')).toBe('"a\\u202eb\\u2028\\u200b\\ud800😀\\u0007é"');
  });
});

describe('a value literal', () => {
  it('evaluates to the value', () => {
    const value = fc
      .jsonValue({ stringUnit: 'binary' })
      .filter((each) => each !== null && !JSON.stringify(each).includes('null'));
    fc.assert(
      fc.property(value, (each) => {
        // No null in it, so it is a LiteralValue.
        const source = valueLiteral(each as Parameters<typeof valueLiteral>[0]);
        // -0 is written as 0 in JSON and in code.
        expect(JSON.stringify(runInNewContext(`(${source})`))).toBe(JSON.stringify(each));
      }),
      settings,
    );
  });

  it('keeps an own property named __proto__ and leaves out what is absent', () => {
    expect(valueLiteral({ ['__proto__']: 'x', y: undefined })).toBe('{ ["__proto__"]: "x" }');
  });
});

describe('a name', () => {
  it('is quoted where it has to be', () => {
    const names = ['a', '$a_1', '1', '', 'a-b', 'class', '__proto__', 'é', 'a"b'];
    expect(names.map(propertyName)).toEqual([
      'a',
      '$a_1',
      '"1"',
      '""',
      '"a-b"',
      'class',
      '"__proto__"',
      '"é"',
      '"a\\"b"',
    ]);
    expect(objectKey('__proto__')).toBe('["__proto__"]');
  });

  it('is one property of an interface', () => {
    fc.assert(
      fc.property(text, (name) => {
        const [declaration, ...rest] = statements(`interface I { ${propertyName(name)}: 1 }`);
        expect(rest).toEqual([]);
        if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) throw new Error('Not an interface.');
        const [member] = declaration.members;
        expect(declaration.members).toHaveLength(1);
        const key = member?.name;
        expect(key !== undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? key.text : undefined).toBe(
          name,
        );
      }),
      settings,
    );
  });
});

describe('comment text', () => {
  it('closes no comment, instructs no tool and shows what it says', () => {
    fc.assert(
      fc.property(text, (value) => {
        const comment = commentText(value);
        expect(statements(`/** ${comment} */`)).toEqual([]);
        expect(comment).not.toMatch(/\*\/|[@#]__PURE__|@ts-|@jsx|[\r\u2028\u2029\u202e\u200b\0]/);
        expect(comment).not.toMatch(/\p{Cs}/u);
      }),
      settings,
    );
  });

  it('stays readable', () => {
    expect(commentText('a */ b **// c\r\n@deprecated me@x.org  \n')).toBe('a *\\/ b **\\// c\n\\@deprecated me@x.org');
  });

  it('cannot switch the type checker off', () => {
    const source = `/** ${commentText('@ts-expect-error')} */\nconst x = 1;`;
    const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.ESNext);
    // The parser keeps them on the source file, without a public name for it.
    expect((file as unknown as { commentDirectives?: unknown }).commentDirectives).toBeUndefined();
  });
});

describe('Markdown', () => {
  it('has no effect', () => {
    expect(markdownText('a | b\n# *c* <img> [x](y) @me #1 snake_case _d_ https://x.y www.z.de')).toBe(
      'a &#124; b &#35; &#42;c&#42; &lt;img&gt; &#91;x&#93;(y) &#64;me &#35;1 snake_case &#95;d&#95; https&#58;//x.y www&#46;z.de',
    );
    expect(markdownCode('GET /a/{b}')).toBe('`GET /a/{b}`');
    expect(markdownCode('a`|b')).toBe('<code>a&#96;&#124;b</code>');
  });
});

describe('a link', () => {
  it('leads to a page or nowhere', () => {
    const urls = ['https://a.b/c', 'javascript:alert(1)', 'nonsense', 'https://a.b/*/'];
    expect(urls.map(pageLink)).toEqual(['https://a.b/c', undefined, undefined, 'https://a.b/*%2F']);
  });
});
