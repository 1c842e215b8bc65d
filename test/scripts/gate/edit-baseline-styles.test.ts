import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { acceptIn } from '../../../scripts/output/edit-baseline.js';
import { runs, seed } from '../../fuzz.js';

interface Entry {
  readonly fingerprint: string;
  readonly reason: string;
  readonly until: string;
}

const quotes = fc.constantFrom('"', "'");
const reasons = fc.constantFrom('Ours', 'It is: ours', '# 1', 'a, b', '{x}', "it's", 'say "so"', 'true', '- a', 'é');
const entries = fc.record({
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  reason: reasons,
  until: fc.constantFrom('2026-12-31', '2027-02-28'),
});

function quoted(text: string, quote: string): string {
  return quote === '"' ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** A file as people write it: in some style, with comments in most places. */
const files = fc
  .record({
    list: fc.uniqueArray(entries, { maxLength: 4, selector: ({ fingerprint }) => fingerprint }),
    flow: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    quote: quotes,
    indent: fc.integer({ min: 0, max: 4 }),
    gap: fc.integer({ min: 2, max: 4 }),
    eol: fc.constantFrom('\n', '\r\n'),
    comments: fc.boolean(),
    head: fc.constantFrom('', '---\n', '# Head\n\n', 'x-owner: us\n'),
    tail: fc.constantFrom('', '\n', '# Tail\n', 'x-after: {a: 1}\n', '\n\nx-after:\n  - 1\n'),
    last: fc.boolean(),
  })
  .map(({ list, flow, quote, indent, gap, eol, comments, head, tail, last }) => {
    const margin = ' '.repeat(indent);
    const lines = list.flatMap(({ fingerprint, reason, until }: Entry, index) => {
      const members = Object.entries({ fingerprint, reason, until }).map(
        ([key, text]) => `${key}: ${quoted(text, quote)}`,
      );
      const comment = comments ? [`${margin}# Why ${index}`] : [];
      const dash = `${margin}-${' '.repeat(gap - 1)}`;
      if (flow[index] === true) return [...comment, `${dash}{${members.join(', ')}}${comments ? ' # end' : ''}`];
      const [first = '', ...rest] = members;
      return [...comment, dash + first, ...rest.map((member) => `${margin}${' '.repeat(gap)}${member}`)];
    });
    const body = list.length === 0 ? ['accepted: []'] : ['accepted:', ...lines];
    const end = tail === '' && last ? '' : '\n';
    return { text: `${head}${body.join('\n')}${end}${tail}`.replaceAll('\n', eol), list };
  });

test('whatever the style of a file, an entry is added to it and every other character stays', () => {
  fc.assert(
    fc.property(files, reasons, ({ text, list }, reason) => {
      const entry = { fingerprint: 'f'.repeat(16), version: null, reason, until: '2027-01-31', comment: 'x: y # z' };
      fc.pre(list.every(({ fingerprint }) => fingerprint !== entry.fingerprint));
      const { text: after, renewed } = acceptIn(text, [entry], 'baseline.yaml');
      expect(renewed.size).toBe(0);
      expect(parse(after)).toEqual({
        ...parse(text),
        accepted: [...list, { fingerprint: entry.fingerprint, reason, until: entry.until }],
      });
      // Of what was there only the brackets of an empty list go.
      const kept = list.length === 0 ? text.replace(' []', '') : text;
      let at = 0;
      for (const character of after) if (character === kept[at]) at++;
      expect(at).toBe(kept.length);
      // One kind of line end in a file.
      expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r'));
    }),
    { seed: seed(1), numRuns: runs(2_000) },
  );
});

test('whatever the style of a file, an entry is renewed in its place', () => {
  fc.assert(
    fc.property(files, reasons, ({ text, list }, reason) => {
      const [first] = list;
      fc.pre(first !== undefined);
      const fingerprint = first?.fingerprint ?? '';
      const entry = { fingerprint, version: null, reason, until: '2027-01-31', comment: '' };
      const { text: after, renewed } = acceptIn(text, [entry], 'baseline.yaml');
      expect([...renewed]).toEqual([fingerprint]);
      expect(parse(after)).toEqual({
        ...parse(text),
        accepted: list.map((one) => (one === first ? { fingerprint, reason, until: entry.until } : one)),
      });
      expect(after.split('\n').length).toBe(text.split('\n').length);
    }),
    { seed: seed(1), numRuns: runs(1_000) },
  );
});
