import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { encodeJsonLog } from '../../../report/encode/json-log.js';
import { encodeSarifMessage, encodeUri } from '../../../report/encode/sarif.js';
import { encodeShell } from '../../../report/encode/shell.js';
import { encodeTerminal } from '../../../report/encode/terminal.js';
import { encodeCommandMessage, encodeCommandProperty } from '../../../report/encode/workflow-command.js';
import { encodeXml } from '../../../report/encode/xml.js';
import { runs, seed } from '../../fuzz.js';

/** Texts of all characters, half of surrogate pairs included, and of what readers of reports take for something. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))).map((list) => list.join('')),
  fc
    .array(
      fc.constantFrom(
        ...['%', '%0A', '%25', '::', ' ', '\n', '\r', '##', '#', '[', ']', '{0}', '{', '}', '\\', '](', ']]>', '<!--'],
        ...['&', '"', "'", ',', ':', 'a', '1', 'vso[', 'teamcity[', '\u0085', '\u2028', '\u00a0', '\ufffe'],
      ),
    )
    .map((list) => list.join('')),
);
const parameters = { seed: seed(1), numRuns: runs(2_000) };

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

describe('an encoder says the same to its reader', () => {
  test('of XML', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let read = '';
        let attribute: unknown;
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('text', (part) => {
          read += part;
        });
        parser.on('opentag', (tag) => {
          attribute = tag.attributes['b'];
        });
        parser.write(`<a b="${encodeXml(text)}">${encodeXml(text)}</a>`).close();
        const visible = encodeTerminal(text).replace(
          /[\ufffe\uffff]/g,
          (one) => `\\u{${one.charCodeAt(0).toString(16)}}`,
        );
        expect([read, attribute]).toEqual([visible, visible]);
      }),
      parameters,
    );
  });

  test('of workflow commands, on one line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [message, property] = [encodeCommandMessage(text), encodeCommandProperty(text)];
        expect(message + property).not.toMatch(/[\r\n]/);
        expect(property).not.toMatch(/[:,]/);
        expect(unescaped(message)).toBe(encodeTerminal(text));
        expect(unescaped(property.replaceAll('%3A', ':').replaceAll('%2C', ','))).toBe(encodeTerminal(text));
      }),
      parameters,
    );
  });

  test('of SARIF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = encodeSarifMessage(text)
          .replace(/\{\{(\d+)\}\}/g, '{$1}')
          .replace(/\\([\\[\]])/g, '$1');
        expect(plain).toBe(encodeTerminal(text));
        expect(() => new URL(encodeUri(text), 'https://example.com/')).not.toThrow();
      }),
      parameters,
    );
  });

  test('of JSON in a log', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const json = encodeJsonLog(JSON.stringify({ [text]: text }));
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
        expect(json).not.toMatch(/##(?:\[|vso|teamcity)/);
      }),
      parameters,
    );
  });

  test('of a terminal, on which nothing is a command', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const visible = encodeTerminal(text);
        expect(visible).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|##(?:\[|vso|teamcity)/);
        for (const word of visible.split(/\s/)) expect(word.startsWith('::')).toBe(false);
      }),
      parameters,
    );
  });

  test('of half surrogate pairs, which no terminal and no XML can show', () => {
    const halves = encodeTerminal('\udc00\udc00 \ud800\ud800 \ud83d\ude00');
    expect(halves).toBe('\\u{dc00}\\u{dc00} \\u{d800}\\u{d800} \ud83d\ude00');
    expect(encodeXml('\udc00\udc00')).toBe('\\u{dc00}\\u{dc00}');
  });

  test('of a shell', () => {
    const words = fc.sample(
      texts.filter((text) => !text.includes('\u0000') && Buffer.from(text).toString() === text),
      { seed: seed(1), numRuns: runs(300) },
    );
    const script = words.map((word) => `printf '%s\\0' ${encodeShell(word)}`).join('\n');
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(words);
  });
});
