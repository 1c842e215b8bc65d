import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../shared.js';

/** An empty project that the packed tarball was installed into. */
export interface PackedProject {
  readonly folder: string;
  /** Whether its dependencies came along: they do where the cache of npm has them, as after `npm ci`. */
  readonly hasDependencies: boolean;
  /** The files of the tarball with their sizes, and the size of the tarball. */
  readonly files: ReadonlyMap<string, number>;
  readonly packedBytes: number;
  readonly end: () => void;
}

const TARBALL = 'specshift.tgz';

/** Builds the package in a place of its own, packs it, and installs the tarball without the network. */
export function packedProject(): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-packed-'));
  const [stage, project] = [join(folder, 'stage'), join(folder, 'project')];
  for (const path of [stage, project]) mkdirSync(path);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const path of ['package.json', ...manifest.files]) {
    if (path === 'dist') continue;
    mkdirSync(dirname(join(stage, path)), { recursive: true });
    cpSync(join(root, path), join(stage, path), { recursive: true });
  }
  const build = join(root, 'scripts/build/build.ts');
  execFileSync(process.execPath, ['--import', 'tsx', build, join(stage, 'dist')], { cwd: root, stdio: 'pipe' });
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json'], {
    cwd: stage,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const [{ filename, size, files }] = JSON.parse(packed);
  cpSync(join(stage, filename), join(project, TARBALL));
  return {
    folder: project,
    hasDependencies: install(project, manifest),
    files: new Map(files.map(({ path, size: bytes }: { path: string; size: number }) => [path, bytes])),
    packedBytes: size,
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Installs what our own lockfile says, so that npm asks nobody; where its cache lacks something, only the tarball is unpacked. */
function install(
  project: string,
  manifest: { readonly version: string; readonly dependencies: object; bin: object },
): boolean {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  // As npm writes it.
  const entries = Object.entries(lock.packages as Record<string, { readonly version: string; readonly dev?: boolean }>);
  const needed = entries
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, entry]) => [path, { resolved: addressOf(path, entry.version), ...entry }]);
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(project, TARBALL)))
    .digest('base64')}`;
  const root_ = { name: 'project', version: '1.0.0', dependencies: { specshift: `file:${TARBALL}` } };
  const own = {
    version: manifest.version,
    resolved: `file:${TARBALL}`,
    integrity,
    dependencies: manifest.dependencies,
    bin: manifest.bin,
  };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ ...root_, private: true, type: 'module' }));
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({
      ...root_,
      lockfileVersion: 3,
      requires: true,
      packages: { '': root_, 'node_modules/specshift': own, ...Object.fromEntries(needed) },
    }),
  );
  try {
    execFileSync('npm', ['ci', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: project,
      stdio: 'pipe',
    });
    return true;
  } catch {
    const target = join(project, 'node_modules/specshift');
    rmSync(join(project, 'node_modules'), { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', TARBALL, '--strip-components', '1', '-C', target], { cwd: project, stdio: 'pipe' });
    return false;
  }
}

/** Where the registry has a package. Our lockfile leaves it out, and npm would look it up. */
function addressOf(path: string, version: string): string {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return `https://registry.npmjs.org/${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`;
}

/** Other versions of Node to run with, as a list of programs in `SPECSHIFT_NODES`. */
export function otherNodes(): readonly string[] {
  const list = (process.env['SPECSHIFT_NODES'] ?? '').split(':').filter((path) => path !== '');
  for (const path of list)
    if (!existsSync(path)) throw new Error(`SPECSHIFT_NODES names "${path}", which does not exist.`);
  return list;
}
