import { defaultResponseAdded } from './default-response-added.js';
import { defaultResponseRemoved } from './default-response-removed.js';
import { encodingChanged } from './encoding-changed.js';
import { encodingContentTypesAdded } from './encoding-content-types-added.js';
import { encodingReservedCharactersAllowed } from './encoding-reserved-characters-allowed.js';
import { encodingReservedCharactersRefused } from './encoding-reserved-characters-refused.js';
import { failureResponseAdded } from './failure-response-added.js';
import { failureResponseRemoved } from './failure-response-removed.js';
import { headerBecameOptional } from './header-became-optional.js';
import { headerBecameRequired } from './header-became-required.js';
import { headerDeprecated } from './header-deprecated.js';
import { headerRemoved } from './header-removed.js';
import { headerSerializationChanged } from './header-serialization-changed.js';
import { headerUndeprecated } from './header-undeprecated.js';
import { linkAdded } from './link-added.js';
import { linkChanged } from './link-changed.js';
import { linkRemoved } from './link-removed.js';
import { mediaTypeAdded } from './media-type-added.js';
import { mediaTypeRemoved } from './media-type-removed.js';
import { optionalHeaderAdded } from './optional-header-added.js';
import { optionalRequestBodyAdded } from './optional-request-body-added.js';
import { requestBodyBecameOptional } from './request-body-became-optional.js';
import { requestBodyBecameRequired } from './request-body-became-required.js';
import { requestBodyRemoved } from './request-body-removed.js';
import { requiredHeaderAdded } from './required-header-added.js';
import { requiredRequestBodyAdded } from './required-request-body-added.js';
import { responseCovered } from './response-covered.js';
import { responseSpecified } from './response-specified.js';
import type { RuleTable } from './rule.js';
import { successResponseAdded } from './success-response-added.js';
import { successResponseRemoved } from './success-response-removed.js';

/** The rules for what requests and responses are made of, schemas apart. */
export const messageRules = {
  'request-body.added': [optionalRequestBodyAdded, requiredRequestBodyAdded],
  'request-body.removed': [requestBodyRemoved],
  'request-body.required.changed': [requestBodyBecameOptional, requestBodyBecameRequired],
  'media-type.added': [mediaTypeAdded],
  'media-type.removed': [mediaTypeRemoved],
  'encoding.changed': [
    encodingChanged,
    encodingContentTypesAdded,
    encodingReservedCharactersAllowed,
    encodingReservedCharactersRefused,
  ],
  'response.added': [defaultResponseAdded, failureResponseAdded, responseSpecified, successResponseAdded],
  'response.removed': [defaultResponseRemoved, failureResponseRemoved, responseCovered, successResponseRemoved],
  'header.added': [optionalHeaderAdded, requiredHeaderAdded],
  'header.removed': [headerRemoved],
  'header.required.changed': [headerBecameOptional, headerBecameRequired],
  'header.deprecated.changed': [headerDeprecated, headerUndeprecated],
  'link.added': [linkAdded],
  'link.removed': [linkRemoved],
  'link.changed': [linkChanged],
  'header.serialization.changed': [headerSerializationChanged],
} satisfies Partial<RuleTable>;
