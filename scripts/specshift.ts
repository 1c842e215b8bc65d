import { run } from './cli.js';
import { nodeIo } from './io.js';
import { tellError } from './tell-error.js';

const io = nodeIo(process);
// A process that ends before there is a verdict, for whatever reason, must not look as if there were a good one.
process.exitCode = 2;
process.on('uncaughtException', (error) => {
  process.exitCode = tellError(error, io);
  process.exit();
});
void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
