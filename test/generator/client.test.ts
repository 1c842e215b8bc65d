import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIntercom } from '../../generated/intercom/2.15/index.js';
import { createIntercom as createPreview } from '../../generated/intercom/preview/index.js';
import { runCommand } from '../io.js';
import { hasShared, shared } from '../shared.js';
import { type Received, serve } from './runtime/serve.js';

/** What a request says that the client decides. */
function essence({ method, url, headers, body }: Received) {
  const { authorization, 'intercom-version': version, 'content-type': type } = headers;
  return [method, url, authorization, version, type, body];
}

describe('the clients of our Intercom documents', () => {
  test('each version pins its header over the one runtime', async () => {
    const server = await serve();
    const options = { token: 'secret', baseUrl: server.url };
    await createIntercom(options).contacts.list({ per_page: 5 });
    await createPreview(options).contacts.list({ per_page: 5 });
    expect(server.received.map(essence)).toEqual([
      ['GET', '/contacts?per_page=5', 'Bearer secret', '2.15', undefined, ''],
      ['GET', '/contacts?per_page=5', 'Bearer secret', 'Preview', undefined, ''],
    ]);
  });

  test('paths are encoded and bodies are JSON', async () => {
    const server = await serve();
    const intercom = createIntercom({ token: 'secret', baseUrl: server.url });
    await intercom.contacts.update({ contact_id: 'a/../b', body: { owner_id: 7 } });
    expect(server.received.map(essence)).toEqual([
      ['PUT', '/contacts/a%2F..%2Fb', 'Bearer secret', '2.15', 'application/json', '{"owner_id":7}'],
    ]);
  });

  test('the type of the owner follows the version', async () => {
    const server = await serve({ body: JSON.stringify({ type: 'contact', id: '1', owner_id: '7' }) });
    const owner: string | null | undefined = (
      await createPreview({ token: 't', baseUrl: server.url }).contacts.retrieve({ id: '1' })
    ).owner_id;
    expect(owner).toBe('7');
    const { contacts } = createPreview({ token: 't', baseUrl: server.url });
    // @ts-expect-error The preview takes a string where 2.15 took an integer.
    const body: Parameters<typeof contacts.update>[0]['body'] = { owner_id: 7 };
    await contacts.update({ id: '1', body });
    expect(server.received.at(-1)?.body).toBe('{"owner_id":7}');
  });

  test('an error is narrowed by its status', async () => {
    const list = {
      type: 'error.list',
      request_id: 'r1',
      errors: [{ code: 'unauthorized', message: 'Access token invalid' }],
    };
    const server = await serve({
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(list),
    });
    const result = await createIntercom({ token: 't', baseUrl: server.url })
      .contacts.retrieve({ contact_id: '1' })
      .safe();
    if (result.ok || result.error.status !== 401) throw new Error('An error with status 401 was expected.');
    expect(result.error.body.errors?.[0]?.code).toBe('unauthorized');
  });

  test.each(['', '.', '..'])('a path parameter %j never leaves', async (contact_id) => {
    const server = await serve();
    const intercom = createIntercom({ token: 't', baseUrl: server.url });
    await expect(intercom.contacts.retrieve({ contact_id })).rejects.toThrow(TypeError);
    expect(server.received).toEqual([]);
  });
});

describe.skipIf(!hasShared)('clients of the official documents', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['2.15', { contact_id: 'abc' }, '2.15'],
    ['preview', { id: 'abc' }, 'Preview'],
  ])('%s is generated, bundled and called', async (version, parameters, header) => {
    const out = join(folder, version);
    const { code } = await runCommand(['generate', `${version}.yaml`, '--out', out, '--name', 'intercom'], {
      cwd: join(shared, 'intercom/official'),
    });
    expect(code).toBe(0);
    const outfile = join(folder, `${version}.mjs`);
    await build({ entryPoints: [join(out, 'index.ts')], outfile, bundle: true, format: 'esm', logLevel: 'silent' });
    const { createIntercom: create } = await import(pathToFileURL(outfile).href);
    const server = await serve();
    const intercom = create({ token: 'secret', baseUrl: server.url });
    await intercom.contacts.showContact(parameters);
    await intercom.contacts.updateContact({ ...parameters, body: { name: 'Ada' } });
    expect(server.received.map(essence)).toEqual([
      ['GET', '/contacts/abc', 'Bearer secret', header, undefined, ''],
      ['PUT', '/contacts/abc', 'Bearer secret', header, 'application/json', '{"name":"Ada"}'],
    ]);
  });
});
