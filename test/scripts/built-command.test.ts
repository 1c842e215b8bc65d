import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { root } from '../shared.js';
import { LISTING } from './pets.js';
import { tree } from './tree.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(join(folder, 'pets.yaml'), LISTING);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function generate(...args: string[]) {
  return runCommand(['generate', ...args], { cwd: folder });
}

describe('the built command', () => {
  const command = join(root, 'dist/specshift.js');

  beforeAll(() => {
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'pipe' });
  });

  test('does what the sources do', async () => {
    const built = execFileSync('node', [command, 'generate', 'pets.yaml', '--out', 'built'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const { stdout } = await generate('pets.yaml', '--out', 'source');
    expect(built).toBe(stdout.replace('source', 'built'));
    expect(tree(join(folder, 'built'))).toEqual(tree(join(folder, 'source')));
  });

  test('a reader that goes away early ends quietly', async () => {
    const child = spawn('node', [command, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  test('diff loads neither TypeScript nor what writes clients', () => {
    const script = `
      const { registerHooks } = require('node:module');
      process.argv = ['node', 'specshift', 'diff', 'pets.yaml', 'pets.yaml'];
      process.on('exit', () => {
        const loaded = Object.keys(require.cache).filter((path) => /node_modules/.test(path));
        process.stderr.write(JSON.stringify(loaded));
      });
      import(${JSON.stringify(`file://${command}`)});`;
    const stderr = execFileSync('node', ['--eval', script], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(stderr).not.toContain('typescript');
    const chunk = readFileSync(command, 'utf8');
    expect(
      [...chunk.matchAll(/^import .* from "([^"]+)"/gm)]
        .map((match) => match[1])
        .filter((name) => !name?.startsWith('node:') && !name?.startsWith('./')),
    ).toEqual([]);
  });
});
