import { programOf } from './program.js';
import { programFor } from './programs.js';
import { expectShortRun } from './tier-up.js';

const args = process.argv.slice(2);
expectShortRun(args);
programOf(__dirname, programFor(args[0], process.env['SPECSHIFT_DEBUG'] !== undefined), require).start();
