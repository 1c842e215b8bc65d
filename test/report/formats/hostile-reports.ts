import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../io.js';

/** Texts that mean something to one of the readers of reports. */
export const HOSTILE: readonly string[] = [
  'a%0A::error::x',
  'a\n::set-output name=verdict::passed',
  '::stop-commands::x ::error::y',
  '##[error]x',
  'b ##vso[task.complete result=Succeeded]',
  ']]></failure></testcase>',
  '<script>alert(1)</script>',
  '&amp;<!-- -->',
  '--> <img src=x onerror=alert(1)>',
  '\u0000\u0001\u001b[31m\u0085\uffff\ud800',
  '\u202eabc\u2066',
  '@user #1 GH-2 org/repo#3',
  '[x](javascript:alert(1)) ![y](http://z)',
  '`` ``` `',
  '{0} {{1}} \\[z\\]',
  '| a | b |\n|---|---|',
  '",\n"verdict":"passed',
  'file=x,line=1::y',
  '__proto__',
  'x'.repeat(5_000),
];

function documents(): readonly [string, string] {
  const document = (type: string, version: string): string => {
    const members: [string, { type: string }][] = HOSTILE.map((name) => [name, { type }]);
    // Only a parser makes an own member of the name of the prototype.
    const properties = `{${members.map(([name, schema]) => `${JSON.stringify(name)}:${JSON.stringify(schema)}`)}}`;
    const [, , , , , title = ''] = HOSTILE;
    const head = { openapi: '3.1.0', info: { title: `${title} @team`, version: `${version} %0A::error::x` } };
    const paths = Object.fromEntries(
      HOSTILE.slice(0, 12).map((name) => [
        `/${name.replaceAll(/[{}]/g, '')}`,
        {
          get: {
            tags: [name],
            responses: {
              200: {
                description: name,
                content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } },
              },
            },
          },
        },
      ]),
    );
    return `${JSON.stringify({ ...head, paths }).slice(0, -1)},"components":{"schemas":{"S":{"type":"object","properties":${properties}}}}}`;
  };
  return [document('integer', '1'), document('string', '2')];
}

const ENTRIES = `accepted:
  - {rule: type-changed, pointer: '#/components/schemas/S/properties/__proto__', reason: ${JSON.stringify(HOSTILE.slice(0, 8).join(' '))}, until: '2030-01-01'}
  - {rule: type-changed, pointer: ${JSON.stringify('#/x/::error::%0A]]>')}, reason: "]]> ::error::", until: '2030-01-01'}
  - {fingerprint: '0000000000000000', reason: x, until: '2020-01-01'}
`;

/** What `gate` and `diff` print of documents full of hostile texts, in a format. */
export async function hostileReports(
  format: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-formats-'));
  try {
    const [base, revision] = documents();
    writeFileSync(join(folder, 'base,a.json'), base);
    writeFileSync(join(folder, 'revision b%0A.json'), revision);
    writeFileSync(join(folder, 'baseline.yaml'), ENTRIES);
    const names = ['base,a.json', 'revision b%0A.json', '--format', format];
    const options = { cwd: folder, env: { GITHUB_WORKSPACE: join(folder, '..') } };
    const [gate, diff] = [
      await runCommand(['gate', ...names, '--today', '2026-01-01'], options),
      await runCommand(['diff', ...names], options),
    ];
    if (gate.code !== 1 || diff.code !== 1) throw new Error(gate.stderr + diff.stderr);
    const top = folder.split('/').at(-1) ?? '';
    return [
      { name: 'gate', text: gate.stdout.replaceAll(top, 'top') },
      { name: 'diff', text: diff.stdout.replaceAll(top, 'top') },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many findings are told of the hostile documents, and how many of them are accepted at the gate. */
export const FINDINGS = HOSTILE.length;
