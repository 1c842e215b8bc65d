import { programOf } from './program.js';
import { programFor } from './programs.js';
import { bytesCompared, expectShortRun, isLarge } from './tier-up.js';

const args = process.argv.slice(2);
const bytes = bytesCompared(args);
expectShortRun(bytes);
const name = programFor(args[0], process.env['SPECSHIFT_DEBUG'] !== undefined);
programOf(__dirname, name, require, isLarge(bytes) ? 'large' : 'small').start();
