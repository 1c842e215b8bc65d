import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Test data that lies beside the project and is not part of it. Suites that need it are skipped, visibly, where it is absent. */
export const shared = fileURLToPath(new URL('../../shared/', import.meta.url));

export const hasShared = existsSync(shared);

/** The top of the project. */
export const root = fileURLToPath(new URL('../', import.meta.url));
