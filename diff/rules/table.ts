import { accessRules } from './access-table.js';
import { additionalPropertiesClosed } from './additional-properties-closed.js';
import { additionalPropertiesConstrained } from './additional-properties-constrained.js';
import { additionalPropertiesOpened } from './additional-properties-opened.js';
import { alternativeAdded } from './alternative-added.js';
import { alternativeRemoved } from './alternative-removed.js';
import { alternativesOverlap } from './alternatives-overlap.js';
import { boundLoosened } from './bound-loosened.js';
import { boundTightened } from './bound-tightened.js';
import { conditionChanged } from './condition-changed.js';
import { containedItemsChanged } from './contained-items-changed.js';
import { contentChanged } from './content-changed.js';
import { contentSchemaChanged } from './content-schema-changed.js';
import { defaultChanged } from './default-changed.js';
import { dependentPropertiesChanged } from './dependent-properties-changed.js';
import { discriminatorAdded } from './discriminator-added.js';
import { discriminatorChanged } from './discriminator-changed.js';
import { discriminatorDefaultChanged } from './discriminator-default-changed.js';
import { discriminatorRemoved } from './discriminator-removed.js';
import { discriminatorValueAdded } from './discriminator-value-added.js';
import { discriminatorValueMoved } from './discriminator-value-moved.js';
import { discriminatorValueRemoved } from './discriminator-value-removed.js';
import { enumConstraintAdded } from './enum-constraint-added.js';
import { enumConstraintRemoved } from './enum-constraint-removed.js';
import { enumReplaced } from './enum-replaced.js';
import { enumValueAdded } from './enum-value-added.js';
import { enumValueRemoved } from './enum-value-removed.js';
import { enumValueRenamed } from './enum-value-renamed.js';
import { enumValuesExchanged } from './enum-values-exchanged.js';
import { exclusionChanged } from './exclusion-changed.js';
import { extensionRules } from './extension-table.js';
import { formatAdded } from './format-added.js';
import { formatChanged } from './format-changed.js';
import { formatHintChanged } from './format-hint-changed.js';
import { formatNarrowed } from './format-narrowed.js';
import { formatRemoved } from './format-removed.js';
import { formatWidened } from './format-widened.js';
import { itemsChanged } from './items-changed.js';
import { mapClosed } from './map-closed.js';
import { mapWidened } from './map-widened.js';
import { messageRules } from './message-table.js';
import { multipleOfChanged } from './multiple-of-changed.js';
import { multipleOfLoosened } from './multiple-of-loosened.js';
import { multipleOfTightened } from './multiple-of-tightened.js';
import { nullAdded } from './null-added.js';
import { nullRemoved } from './null-removed.js';
import { nullReplaced } from './null-replaced.js';
import { operationRules } from './operation-table.js';
import { optionalPropertyAdded } from './optional-property-added.js';
import { optionalPropertyAddedToClosed } from './optional-property-added-to-closed.js';
import { patternAdded } from './pattern-added.js';
import { patternChanged } from './pattern-changed.js';
import { patternPropertiesChanged } from './pattern-properties-changed.js';
import { patternRemoved } from './pattern-removed.js';
import { propertyBecameOptional } from './property-became-optional.js';
import { propertyBecameRequired } from './property-became-required.js';
import { propertyForbidden } from './property-forbidden.js';
import { propertyNameAllowed } from './property-name-allowed.js';
import { propertyNameRefused } from './property-name-refused.js';
import { propertyNamesChanged } from './property-names-changed.js';
import { propertyRemoved } from './property-removed.js';
import { readOnlyAdded } from './read-only-added.js';
import { readOnlyRemoved } from './read-only-removed.js';
import { requiredPropertyAdded } from './required-property-added.js';
import { requiredPropertyAddedToClosed } from './required-property-added-to-closed.js';
import { requiredPropertyReadOnlyRemoved } from './required-property-read-only-removed.js';
import type { AnyRule, RuleTable } from './rule.js';
import { schemaDeprecated } from './schema-deprecated.js';
import { schemaTitleChanged } from './schema-title-changed.js';
import { schemaUndeprecated } from './schema-undeprecated.js';
import { typeChanged } from './type-changed.js';
import { typeNarrowed } from './type-narrowed.js';
import { typeRestated } from './type-restated.js';
import { typeWidened } from './type-widened.js';
import { unevaluatedPartsChanged } from './unevaluated-parts-changed.js';
import { unionAdded } from './union-added.js';
import { unionRemoved } from './union-removed.js';
import { uniqueItemsAdded } from './unique-items-added.js';
import { uniqueItemsRemoved } from './unique-items-removed.js';
import { writeOnlyAdded } from './write-only-added.js';
import { writeOnlyRemoved } from './write-only-removed.js';
import { writtenTypeChanged } from './written-type-changed.js';

/** Every rule, by the kind of change it judges. */
export const rules = {
  ...accessRules,
  ...operationRules,
  ...messageRules,
  ...extensionRules,
  'schema.type.changed': [typeChanged, typeNarrowed, typeRestated, typeWidened, writtenTypeChanged],
  'schema.null.changed': [nullAdded, nullRemoved, nullReplaced],
  'schema.enum.changed': [
    enumConstraintAdded,
    enumConstraintRemoved,
    enumReplaced,
    enumValueAdded,
    enumValueRemoved,
    enumValueRenamed,
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
  'schema.property.allowed': [propertyNameAllowed],
  'schema.property.refused': [propertyNameRefused],
  'schema.property.removed': [propertyForbidden, propertyRemoved],
  'schema.required.changed': [propertyBecameOptional, propertyBecameRequired, requiredPropertyReadOnlyRemoved],
  'schema.additional-properties.changed': [
    additionalPropertiesClosed,
    additionalPropertiesConstrained,
    additionalPropertiesOpened,
    mapClosed,
    mapWidened,
  ],
  'schema.alternative.added': [alternativeAdded],
  'schema.alternative.removed': [alternativeRemoved],
  'schema.alternatives.changed': [alternativesOverlap],
  'schema.union.added': [unionAdded],
  'schema.union.removed': [unionRemoved],
  'schema.default.changed': [defaultChanged],
  'schema.read-only.changed': [readOnlyAdded, readOnlyRemoved],
  'schema.write-only.changed': [writeOnlyAdded, writeOnlyRemoved],
  'schema.deprecated.changed': [schemaDeprecated, schemaUndeprecated],
  'schema.title.changed': [schemaTitleChanged],
  'schema.discriminator.changed': [discriminatorAdded, discriminatorChanged, discriminatorRemoved],
  'schema.discriminator.default.changed': [discriminatorDefaultChanged],
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
