import { bearerFormatChanged } from './bearer-format-changed.js';
import { defaultServerChanged } from './default-server-changed.js';
import { oauthFlowAdded } from './oauth-flow-added.js';
import { oauthFlowRemoved } from './oauth-flow-removed.js';
import { oauthMetadataAdded } from './oauth-metadata-added.js';
import { oauthScopeAdded } from './oauth-scope-added.js';
import { oauthScopeRemoved } from './oauth-scope-removed.js';
import { oauthUrlAdded } from './oauth-url-added.js';
import { oauthUrlChanged } from './oauth-url-changed.js';
import type { RuleTable } from './rule.js';
import { securityLoosened } from './security-loosened.js';
import { securityRestated } from './security-restated.js';
import { securitySchemeAdded } from './security-scheme-added.js';
import { securitySchemeChanged } from './security-scheme-changed.js';
import { securitySchemeDeprecated } from './security-scheme-deprecated.js';
import { securitySchemeRemoved } from './security-scheme-removed.js';
import { securitySchemeUndeprecated } from './security-scheme-undeprecated.js';
import { securityTightened } from './security-tightened.js';
import { serverAdded } from './server-added.js';
import { serverRemoved } from './server-removed.js';
import { serverRenamed } from './server-renamed.js';
import { serverUrlChanged } from './server-url-changed.js';
import { serverVariableDefaultChanged } from './server-variable-default-changed.js';
import { serverVariableValueAdded } from './server-variable-value-added.js';
import { serverVariableValueRemoved } from './server-variable-value-removed.js';
import { webhookSecurityChanged } from './webhook-security-changed.js';

/** The rules for where an API is reached, and who may use it. */
export const accessRules = {
  'security.changed': [securityLoosened, securityRestated, securityTightened],
  'security-scheme.changed': [bearerFormatChanged, oauthMetadataAdded, securitySchemeChanged],
  'server.added': [serverAdded],
  'server.removed': [serverRemoved],
  'webhook.security.changed': [webhookSecurityChanged],
  'security-scheme.added': [securitySchemeAdded],
  'security-scheme.removed': [securitySchemeRemoved],
  'security-scheme.deprecated.changed': [securitySchemeDeprecated, securitySchemeUndeprecated],
  'security-scheme.flow.added': [oauthFlowAdded],
  'security-scheme.flow.removed': [oauthFlowRemoved],
  'security-scheme.flow.changed': [oauthUrlAdded, oauthUrlChanged],
  'security-scheme.scope.added': [oauthScopeAdded],
  'security-scheme.scope.removed': [oauthScopeRemoved],
  'server.url.changed': [serverUrlChanged],
  'server.renamed': [serverRenamed],
  'server.default.changed': [defaultServerChanged],
  'server.variable.default.changed': [serverVariableDefaultChanged],
  'server.variable.enum.changed': [serverVariableValueAdded, serverVariableValueRemoved],
} satisfies Partial<RuleTable>;
