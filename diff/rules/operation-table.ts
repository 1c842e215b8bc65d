import { callbackAdded } from './callback-added.js';
import { callbackExpressionChanged } from './callback-expression-changed.js';
import { callbackRemoved } from './callback-removed.js';
import { operationAdded } from './operation-added.js';
import { operationDeprecated } from './operation-deprecated.js';
import { operationIdChanged } from './operation-id-changed.js';
import { operationRemoved } from './operation-removed.js';
import { operationTagsChanged } from './operation-tags-changed.js';
import { operationUndeprecated } from './operation-undeprecated.js';
import { optionalParameterAdded } from './optional-parameter-added.js';
import { parameterBecameOptional } from './parameter-became-optional.js';
import { parameterBecameRequired } from './parameter-became-required.js';
import { parameterDeprecated } from './parameter-deprecated.js';
import { parameterEmptyValueAllowed } from './parameter-empty-value-allowed.js';
import { parameterEmptyValueRefused } from './parameter-empty-value-refused.js';
import { parameterRemoved } from './parameter-removed.js';
import { parameterReservedCharactersAllowed } from './parameter-reserved-characters-allowed.js';
import { parameterReservedCharactersRefused } from './parameter-reserved-characters-refused.js';
import { parameterSerializationChanged } from './parameter-serialization-changed.js';
import { parameterUndeprecated } from './parameter-undeprecated.js';
import { parametersReordered } from './parameters-reordered.js';
import { pathParameterRenamed } from './path-parameter-renamed.js';
import { requiredParameterAdded } from './required-parameter-added.js';
import type { RuleTable } from './rule.js';
import { unstableOperationRemoved } from './unstable-operation-removed.js';
import { versionHeaderChanged } from './version-header-changed.js';
import { webhookAdded } from './webhook-added.js';
import { webhookRemoved } from './webhook-removed.js';

/** The rules for operations, webhooks, callbacks and parameters. */
export const operationRules = {
  'operation.added': [operationAdded],
  'operation.removed': [operationRemoved, unstableOperationRemoved],
  'operation.id.changed': [operationIdChanged],
  'operation.deprecated.changed': [operationDeprecated, operationUndeprecated],
  'operation.tags.changed': [operationTagsChanged],
  'path.parameter.renamed': [pathParameterRenamed],
  'parameter.added': [optionalParameterAdded, requiredParameterAdded],
  'parameter.removed': [parameterRemoved],
  'parameter.required.changed': [parameterBecameOptional, parameterBecameRequired],
  'parameter.deprecated.changed': [parameterDeprecated, parameterUndeprecated],
  'parameter.serialization.changed': [
    parameterEmptyValueAllowed,
    parameterEmptyValueRefused,
    parameterReservedCharactersAllowed,
    parameterReservedCharactersRefused,
    parameterSerializationChanged,
  ],
  'parameter.version.changed': [versionHeaderChanged],
  'webhook.added': [webhookAdded],
  'webhook.removed': [webhookRemoved],
  'callback.added': [callbackAdded],
  'callback.removed': [callbackRemoved],
  'operation.parameters.reordered': [parametersReordered],
  'callback.expression.changed': [callbackExpressionChanged],
} satisfies Partial<RuleTable>;
