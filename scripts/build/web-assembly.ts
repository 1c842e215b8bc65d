import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import wabt from 'wabt';

/** What is written in the text format of WebAssembly, and the modules that hold what it is assembled to. */
const PROGRAMS = [
  { text: 'openapi/load/json-scan.wat', module: 'openapi/load/json-scan-code.ts', name: 'JSON_SCAN' },
  { text: 'openapi/load/line-feeds.wat', module: 'openapi/load/line-feeds-code.ts', name: 'LINE_FEEDS' },
  { text: 'diff/sha256.wat', module: 'diff/sha256-code.ts', name: 'SHA256' },
];

interface Assembled {
  readonly file: URL;
  readonly text: string;
}

/**
 * The modules that hold the assembled code as base64, in which it can be read without a file of its own.
 * @throws Error with the line when a text is not valid
 */
export async function assembled(root: URL): Promise<readonly Assembled[]> {
  const { parseWat } = await wabt();
  return Promise.all(
    PROGRAMS.map(async ({ text, module, name }) => {
      const wat = parseWat(text, await readFile(new URL(text, root), 'utf8'), { simd: true });
      wat.validate();
      const base64 = Buffer.from(wat.toBinary({}).buffer).toString('base64');
      const lines = base64.match(/.{1,110}/g) ?? [];
      const code = [
        `/** What \`${text.replace(/.*\//, '')}\` is assembled to, by \`npm run assemble\`. */`,
        `export const ${name} =`,
        `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
        '',
      ].join('\n');
      return { file: new URL(module, root), text: code };
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { file, text } of await assembled(new URL('../..', import.meta.url))) {
    await writeFile(file, text);
    process.stderr.write(`${fileURLToPath(file)} written\n`);
  }
}
