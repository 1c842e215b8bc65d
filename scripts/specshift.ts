import { run } from './cli.js';
import { nodeIo } from './io.js';

void run(process.argv.slice(2), nodeIo(process)).then((code) => {
  process.exitCode = code;
});
