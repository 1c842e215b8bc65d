import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmitContext } from '../../generator/emit/emit-context.js';
import { planClient } from '../../generator/emit/plan.js';
import { hasShared } from '../shared.js';
import { type Client, ClientFolder, COMPILERS, OPTIONS } from './client-folder.js';
import { realDocuments } from './real-world.js';
import { serve } from './runtime/serve.js';
import { differences, smokeOf } from './smoke.js';

/** `REAL_WORLD=all npx vitest run test/generator/real-world.test.ts` takes every document instead of a sample. */
const documents = realDocuments().filter(({ isSampled }) => isSampled || process.env['REAL_WORLD'] === 'all');

type Run = (...given: object[]) => Promise<unknown>;

describe.skipIf(!hasShared)('clients of documents of other projects (../shared)', () => {
  let folder: ClientFolder;
  const clients = new Map<string, Client>();
  beforeAll(async () => {
    folder = new ClientFolder();
    for (const { path, name } of documents) {
      const client = await folder.add(path, name);
      if (client !== undefined) clients.set(name, client);
    }
  }, 600_000);
  afterAll(() => folder.remove());

  test.each(COMPILERS)('compile without an error with %s', { timeout: 600_000 }, async (compiler) => {
    expect(clients.size).toBeGreaterThan(documents.length / 2);
    expect(await folder.compile(compiler)).toBe('');
  });

  test.each(documents.map(({ name }) => name))(
    'every operation of %s is called as it says',
    { timeout: 120_000 },
    async (name) => {
      const document = clients.get(name)?.document;
      if (document === undefined) return;
      const server = await serve({ status: 204 });
      const module = await folder.load(name);
      const schemes = [...document.components.securitySchemes];
      const keys = new Set(
        schemes.flatMap(([, scheme]) =>
          scheme.type === 'apiKey' && scheme.in === 'query' ? [scheme.parameterName] : [],
        ),
      );
      // Some documents name schemes that they do not describe.
      const named = document.operations.flatMap(({ security }) => security.flatMap((each) => [...each.schemes.keys()]));
      const credentials = Object.fromEntries(named.map((scheme) => [scheme, 'user:secret']));
      // What a module exports is known to the tests of types only.
      const create = module['createClient'] as (api: unknown, options: object) => object;
      const options = { baseUrl: `${server.url}/base`, token: 'secret', credentials };
      const made = create(module['api'], options);
      const context = createEmitContext(document, OPTIONS);
      const client = planClient(document, OPTIONS);
      const facade = (module[client.factoryName] as (options: object) => Record<string, Record<string, Run>>)(options);
      const faults: string[] = [];
      for (const [resource, plan] of client.resources.flatMap((each) =>
        each.operations.map((one) => [each, one] as const),
      )) {
        const { operation, functionName, methodName } = plan;
        // The platform sends no TRACE.
        if (operation.method === 'TRACE') continue;
        const facts = context.facts.of(plan);
        const smoke = smokeOf(operation, facts);
        const given = facts.params === 'none' ? [] : [smoke.params];
        const method = facade[resource.name]?.[methodName] as Run;
        for (const run of [() => (module[functionName] as Run)(made, ...given), () => method(...given)]) {
          const error: unknown = await run().then(
            () => undefined,
            (reason: unknown) => reason,
          );
          const received = server.received.pop();
          const found =
            received === undefined ? [`nothing arrived: ${String(error)}`] : differences(smoke, received, keys);
          faults.push(...found.map((fault) => `${operation.method} ${operation.path}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    },
  );
});
