import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A random test that `npm run fuzz` runs that many times as often may take as much longer.
    testTimeout: 60_000 * Number(process.env['FUZZ_FACTOR'] ?? 1),
    hookTimeout: 60_000,
    // Many tests wait for processes they start, so that a worker for each core leaves none of them idle.
    maxWorkers: '100%',
    // No test changes a module or the process, so files may share the modules that are loaded: loading them takes longer than most tests.
    isolate: false,
  },
});
