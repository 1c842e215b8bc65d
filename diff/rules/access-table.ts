import type { RuleTable } from './rule.js';
import { securityLoosened } from './security-loosened.js';
import { securityRestated } from './security-restated.js';
import { securitySchemeChanged } from './security-scheme-changed.js';
import { securityTightened } from './security-tightened.js';
import { serverAdded } from './server-added.js';
import { serverRemoved } from './server-removed.js';

/** The rules for where an API is reached, and who may use it. */
export const accessRules = {
  'security.changed': [securityLoosened, securityRestated, securityTightened],
  'security-scheme.changed': [securitySchemeChanged],
  'server.added': [serverAdded],
  'server.removed': [serverRemoved],
} satisfies Partial<RuleTable>;
