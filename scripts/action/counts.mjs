import { readFileSync } from 'node:fs';

/** Prints the counts of a report as outputs of a step. A report that is not whole, or says something else, is a fault. */
const [, , file, verdict] = process.argv;
const { format, passed, summary } = JSON.parse(readFileSync(file, 'utf8'));
if (format !== 'specshift.gate/1' || passed !== (verdict === 'passed')) {
  throw new Error('The report does not say what the exit code says.');
}
const { breaking, dangerous, undecided, unclassified } = summary;
const counts = { breaking, dangerous: dangerous + undecided + unclassified };
for (const [name, count] of Object.entries(counts)) {
  if (!Number.isSafeInteger(count)) throw new Error(`The report does not count what is ${name}.`);
  console.log(`${name}=${count}`);
}
