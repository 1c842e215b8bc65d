import { behaviorBroken } from './behavior-broken.js';
import { behaviorChanged } from './behavior-changed.js';
import { behaviorStated } from './behavior-stated.js';
import { conditionalScopesAdded } from './conditional-scopes-added.js';
import { conditionalScopesChanged } from './conditional-scopes-changed.js';
import { enumNamesChanged } from './enum-names-changed.js';
import { errorCodeAdded } from './error-code-added.js';
import { errorCodeRemoved } from './error-code-removed.js';
import { extensibleValueAdded } from './extensible-value-added.js';
import { extensibleValueRemoved } from './extensible-value-removed.js';
import { idempotencyDropped } from './idempotency-dropped.js';
import { idempotencyPromised } from './idempotency-promised.js';
import { nullHintAdded } from './null-hint-added.js';
import { nullHintRemoved } from './null-hint-removed.js';
import { omittedDefaultChanged } from './omitted-default-changed.js';
import { paginationChanged } from './pagination-changed.js';
import { presenceConditionChanged } from './presence-condition-changed.js';
import { requiredScopeAdded } from './required-scope-added.js';
import { requiredScopeRemoved } from './required-scope-removed.js';
import type { RuleTable } from './rule.js';
import { searchableFieldAdded } from './searchable-field-added.js';
import { searchableFieldRemoved } from './searchable-field-removed.js';
import { sentinelChanged } from './sentinel-changed.js';
import { stabilityLowered } from './stability-lowered.js';
import { stabilityRaised } from './stability-raised.js';
import { statedConstraintChanged } from './stated-constraint-changed.js';
import { statedContentChanged } from './stated-content-changed.js';
import { sunsetAdvanced } from './sunset-advanced.js';
import { sunsetAnnounced } from './sunset-announced.js';
import { sunsetPostponed } from './sunset-postponed.js';

/** The rules for extensions with a registered meaning. */
export const extensionRules = {
  'extension.changed': [
    behaviorBroken,
    behaviorChanged,
    behaviorStated,
    conditionalScopesAdded,
    conditionalScopesChanged,
    enumNamesChanged,
    errorCodeAdded,
    errorCodeRemoved,
    extensibleValueAdded,
    extensibleValueRemoved,
    idempotencyDropped,
    idempotencyPromised,
    nullHintAdded,
    nullHintRemoved,
    omittedDefaultChanged,
    paginationChanged,
    presenceConditionChanged,
    requiredScopeAdded,
    requiredScopeRemoved,
    searchableFieldAdded,
    searchableFieldRemoved,
    sentinelChanged,
    stabilityLowered,
    stabilityRaised,
    statedConstraintChanged,
    statedContentChanged,
    sunsetAdvanced,
    sunsetAnnounced,
    sunsetPostponed,
  ],
} satisfies Partial<RuleTable>;
