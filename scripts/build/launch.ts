import { programOf } from './program.js';

programOf(__dirname).start();
