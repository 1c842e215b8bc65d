/** How often a random test runs: as often as it says, times FUZZ_FACTOR, which `npm run fuzz` sets. */
export function runs(usual: number): number {
  return usual * Number(process.env['FUZZ_FACTOR'] ?? 1);
}

/** The seed of a random test: its own, or FUZZ_SEED. */
export function seed(own: number): number {
  return Number(process.env['FUZZ_SEED'] ?? own);
}

/** How long a random test may take, for so many runs. */
export function timeout(usual: number): number {
  return Math.max(60_000, runs(usual) * 100);
}
