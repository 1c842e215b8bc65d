import { additionalPropertiesClosed } from './additional-properties-closed.js';
import { additionalPropertiesConstrained } from './additional-properties-constrained.js';
import { additionalPropertiesOpened } from './additional-properties-opened.js';
import { alternativeAdded } from './alternative-added.js';
import { alternativeRemoved } from './alternative-removed.js';
import { boundLoosened } from './bound-loosened.js';
import { boundTightened } from './bound-tightened.js';
import { callbackAdded } from './callback-added.js';
import { callbackRemoved } from './callback-removed.js';
import { conditionChanged } from './condition-changed.js';
import { containedItemsChanged } from './contained-items-changed.js';
import { contentChanged } from './content-changed.js';
import { contentSchemaChanged } from './content-schema-changed.js';
import { defaultChanged } from './default-changed.js';
import { defaultResponseAdded } from './default-response-added.js';
import { defaultResponseRemoved } from './default-response-removed.js';
import { dependentPropertiesChanged } from './dependent-properties-changed.js';
import { discriminatorChanged } from './discriminator-changed.js';
import { discriminatorValueAdded } from './discriminator-value-added.js';
import { discriminatorValueMoved } from './discriminator-value-moved.js';
import { discriminatorValueRemoved } from './discriminator-value-removed.js';
import { encodingChanged } from './encoding-changed.js';
import { encodingContentTypesAdded } from './encoding-content-types-added.js';
import { encodingReservedCharactersAllowed } from './encoding-reserved-characters-allowed.js';
import { encodingReservedCharactersRefused } from './encoding-reserved-characters-refused.js';
import { enumConstraintAdded } from './enum-constraint-added.js';
import { enumConstraintRemoved } from './enum-constraint-removed.js';
import { enumReplaced } from './enum-replaced.js';
import { enumValueAdded } from './enum-value-added.js';
import { enumValueRemoved } from './enum-value-removed.js';
import { enumValuesExchanged } from './enum-values-exchanged.js';
import { exclusionChanged } from './exclusion-changed.js';
import { failureResponseAdded } from './failure-response-added.js';
import { failureResponseRemoved } from './failure-response-removed.js';
import { formatAdded } from './format-added.js';
import { formatChanged } from './format-changed.js';
import { formatHintChanged } from './format-hint-changed.js';
import { formatNarrowed } from './format-narrowed.js';
import { formatRemoved } from './format-removed.js';
import { formatWidened } from './format-widened.js';
import { headerBecameOptional } from './header-became-optional.js';
import { headerBecameRequired } from './header-became-required.js';
import { headerDeprecated } from './header-deprecated.js';
import { headerRemoved } from './header-removed.js';
import { headerUndeprecated } from './header-undeprecated.js';
import { itemsChanged } from './items-changed.js';
import { linkAdded } from './link-added.js';
import { linkChanged } from './link-changed.js';
import { linkRemoved } from './link-removed.js';
import { mapClosed } from './map-closed.js';
import { mapWidened } from './map-widened.js';
import { mediaTypeAdded } from './media-type-added.js';
import { mediaTypeRemoved } from './media-type-removed.js';
import { multipleOfChanged } from './multiple-of-changed.js';
import { multipleOfLoosened } from './multiple-of-loosened.js';
import { multipleOfTightened } from './multiple-of-tightened.js';
import { nullAdded } from './null-added.js';
import { nullRemoved } from './null-removed.js';
import { nullReplaced } from './null-replaced.js';
import { operationAdded } from './operation-added.js';
import { operationDeprecated } from './operation-deprecated.js';
import { operationIdChanged } from './operation-id-changed.js';
import { operationRemoved } from './operation-removed.js';
import { operationTagsChanged } from './operation-tags-changed.js';
import { operationUndeprecated } from './operation-undeprecated.js';
import { optionalHeaderAdded } from './optional-header-added.js';
import { optionalParameterAdded } from './optional-parameter-added.js';
import { optionalPropertyAdded } from './optional-property-added.js';
import { optionalPropertyAddedToClosed } from './optional-property-added-to-closed.js';
import { optionalRequestBodyAdded } from './optional-request-body-added.js';
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
import { pathParameterRenamed } from './path-parameter-renamed.js';
import { patternAdded } from './pattern-added.js';
import { patternChanged } from './pattern-changed.js';
import { patternPropertiesChanged } from './pattern-properties-changed.js';
import { patternRemoved } from './pattern-removed.js';
import { propertyBecameOptional } from './property-became-optional.js';
import { propertyBecameRequired } from './property-became-required.js';
import { propertyForbidden } from './property-forbidden.js';
import { propertyNamesChanged } from './property-names-changed.js';
import { propertyRemoved } from './property-removed.js';
import { readOnlyAdded } from './read-only-added.js';
import { readOnlyRemoved } from './read-only-removed.js';
import { requestBodyBecameOptional } from './request-body-became-optional.js';
import { requestBodyBecameRequired } from './request-body-became-required.js';
import { requestBodyRemoved } from './request-body-removed.js';
import { requiredHeaderAdded } from './required-header-added.js';
import { requiredParameterAdded } from './required-parameter-added.js';
import { requiredPropertyAdded } from './required-property-added.js';
import { requiredPropertyAddedToClosed } from './required-property-added-to-closed.js';
import { requiredRequestBodyAdded } from './required-request-body-added.js';
import { responseCovered } from './response-covered.js';
import { responseSpecified } from './response-specified.js';
import type { AnyRule, RuleTable } from './rule.js';
import { schemaDeprecated } from './schema-deprecated.js';
import { schemaTitleChanged } from './schema-title-changed.js';
import { schemaUndeprecated } from './schema-undeprecated.js';
import { securityLoosened } from './security-loosened.js';
import { securityRestated } from './security-restated.js';
import { securitySchemeChanged } from './security-scheme-changed.js';
import { securityTightened } from './security-tightened.js';
import { serverAdded } from './server-added.js';
import { serverRemoved } from './server-removed.js';
import { successResponseAdded } from './success-response-added.js';
import { successResponseRemoved } from './success-response-removed.js';
import { typeChanged } from './type-changed.js';
import { typeNarrowed } from './type-narrowed.js';
import { typeRestated } from './type-restated.js';
import { typeWidened } from './type-widened.js';
import { unevaluatedPartsChanged } from './unevaluated-parts-changed.js';
import { unionAdded } from './union-added.js';
import { unionRemoved } from './union-removed.js';
import { uniqueItemsAdded } from './unique-items-added.js';
import { uniqueItemsRemoved } from './unique-items-removed.js';
import { versionHeaderChanged } from './version-header-changed.js';
import { webhookAdded } from './webhook-added.js';
import { webhookRemoved } from './webhook-removed.js';
import { writeOnlyAdded } from './write-only-added.js';
import { writeOnlyRemoved } from './write-only-removed.js';

/** Every rule, by the kind of change it judges. */
export const rules = {
  'operation.added': [operationAdded],
  'operation.removed': [operationRemoved],
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
  'security.changed': [securityLoosened, securityRestated, securityTightened],
  'security-scheme.changed': [securitySchemeChanged],
  'server.added': [serverAdded],
  'server.removed': [serverRemoved],
  'webhook.added': [webhookAdded],
  'webhook.removed': [webhookRemoved],
  'callback.added': [callbackAdded],
  'callback.removed': [callbackRemoved],
  'schema.type.changed': [typeChanged, typeNarrowed, typeRestated, typeWidened],
  'schema.null.changed': [nullAdded, nullRemoved, nullReplaced],
  'schema.enum.changed': [
    enumConstraintAdded,
    enumConstraintRemoved,
    enumReplaced,
    enumValueAdded,
    enumValueRemoved,
    enumValuesExchanged,
  ],
  'schema.format.changed': [
    formatAdded,
    formatChanged,
    formatHintChanged,
    formatNarrowed,
    formatRemoved,
    formatWidened,
  ],
  'schema.pattern.changed': [patternAdded, patternChanged, patternRemoved],
  'schema.bound.changed': [boundLoosened, boundTightened],
  'schema.multiple-of.changed': [multipleOfChanged, multipleOfLoosened, multipleOfTightened],
  'schema.unique-items.changed': [uniqueItemsAdded, uniqueItemsRemoved],
  'schema.property.added': [
    optionalPropertyAdded,
    optionalPropertyAddedToClosed,
    requiredPropertyAdded,
    requiredPropertyAddedToClosed,
  ],
  'schema.property.removed': [propertyForbidden, propertyRemoved],
  'schema.required.changed': [propertyBecameOptional, propertyBecameRequired],
  'schema.additional-properties.changed': [
    additionalPropertiesClosed,
    additionalPropertiesConstrained,
    additionalPropertiesOpened,
    mapClosed,
    mapWidened,
  ],
  'schema.alternative.added': [alternativeAdded],
  'schema.alternative.removed': [alternativeRemoved],
  'schema.union.added': [unionAdded],
  'schema.union.removed': [unionRemoved],
  'schema.default.changed': [defaultChanged],
  'schema.read-only.changed': [readOnlyAdded, readOnlyRemoved],
  'schema.write-only.changed': [writeOnlyAdded, writeOnlyRemoved],
  'schema.deprecated.changed': [schemaDeprecated, schemaUndeprecated],
  'schema.title.changed': [schemaTitleChanged],
  'schema.discriminator.changed': [discriminatorChanged],
  'schema.discriminator.mapping.changed': [discriminatorValueAdded, discriminatorValueMoved, discriminatorValueRemoved],
  'schema.content.changed': [contentChanged],
  'schema.keyword.changed': [
    conditionChanged,
    containedItemsChanged,
    contentSchemaChanged,
    dependentPropertiesChanged,
    exclusionChanged,
    itemsChanged,
    patternPropertiesChanged,
    propertyNamesChanged,
    unevaluatedPartsChanged,
  ],
  'schema.undecidable': [],
} satisfies RuleTable;

/** Every rule, by id. */
export const allRules: readonly AnyRule[] = Object.values<readonly AnyRule[]>(rules)
  .flat()
  .sort((a, b) => (a.id < b.id ? -1 : 1));
