import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of its own, with dates that the test gives. */
export class GitRepository {
  readonly folder = mkdtempSync(join(tmpdir(), 'specshift-git-'));

  constructor() {
    this.git(['init', '-q', '-b', 'main']);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Commits everything, and gives the commit. */
  commit(subject: string, date = '2026-01-01T12:00:00Z'): string {
    this.git(['add', '-A']);
    this.git(['commit', '-q', '--allow-empty', '-m', subject], date);
    return this.git(['rev-parse', 'HEAD']).trim();
  }

  git(args: readonly string[], date = '2026-01-01T12:00:00Z'): string {
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
