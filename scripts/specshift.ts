#!/usr/bin/env node
import { run } from './cli.js';
import { nodeIo } from './io.js';

const io = nodeIo(process);
process.exitCode = await run(process.argv.slice(2), io);
