import { readFileSync } from 'node:fs';
import { writeFolder } from '../../../scripts/output/write-folder.js';

/** Writes two sets of files into one folder in turn until it is killed: `writer.ts <folder> <file of sets>`. */
const [path = '', file = ''] = process.argv.slice(2);
const sets: Record<string, string>[] = JSON.parse(readFileSync(file, 'utf8'));
process.stdout.write('ready\n');
for (;;) {
  for (const set of sets) {
    const files = Object.entries(set)
      .filter(([name]) => name !== '.specshift.json')
      .map(([name, content]) => ({ path: name, text: content }));
    await writeFolder({ path, shown: path, cwd: '/' }, files);
  }
}
