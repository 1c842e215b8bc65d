import { programOf } from './program.js';
import { expectShortRun } from './tier-up.js';

expectShortRun(process.argv.slice(2));
programOf(__dirname).start();
