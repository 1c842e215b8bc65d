import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import wabt from 'wabt';

/** What is written in the text format of WebAssembly, and the module that holds what it is assembled to. */
const SCAN = { text: 'openapi/load/json-scan.wat', module: 'openapi/load/json-scan-code.ts', name: 'JSON_SCAN' };

/**
 * The module that holds the assembled code as base64, in which it can be read without a file of its own.
 * @throws Error with the line when the text is not valid
 */
export async function assembled(root: URL): Promise<{ readonly file: URL; readonly text: string }> {
  const { parseWat } = await wabt();
  const wat = parseWat(SCAN.text, await readFile(new URL(SCAN.text, root), 'utf8'), { simd: true });
  wat.validate();
  const base64 = Buffer.from(wat.toBinary({}).buffer).toString('base64');
  const lines = base64.match(/.{1,110}/g) ?? [];
  const text = [
    `/** What \`${SCAN.text.replace(/.*\//, '')}\` is assembled to, by \`npm run assemble\`. */`,
    `export const ${SCAN.name} =`,
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
  return { file: new URL(SCAN.module, root), text };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { file, text } = await assembled(new URL('../..', import.meta.url));
  await writeFile(file, text);
  process.stderr.write(`${fileURLToPath(file)} written\n`);
}
