import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/** With LOWERED the tests run what is published: the sources as the build lowers them. */
async function lowering(): Promise<Plugin> {
  const { listLowering } = await import('./scripts/build/list-lowering.js');
  const lowered = listLowering(fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''));
  return {
    name: 'list-lowering',
    enforce: 'pre',
    transform: (_code, id) => {
      const code = lowered(id.split('?')[0] ?? id);
      return code === undefined ? undefined : { code, map: null };
    },
  };
}

export default defineConfig({
  plugins: process.env['LOWERED'] === undefined ? [] : [lowering()],
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
