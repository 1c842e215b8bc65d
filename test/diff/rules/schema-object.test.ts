import { additionalPropertiesClosed } from '../../../diff/rules/additional-properties-closed.js';
import { additionalPropertiesConstrained } from '../../../diff/rules/additional-properties-constrained.js';
import { additionalPropertiesOpened } from '../../../diff/rules/additional-properties-opened.js';
import { mapClosed } from '../../../diff/rules/map-closed.js';
import { mapWidened } from '../../../diff/rules/map-widened.js';
import { optionalPropertyAdded } from '../../../diff/rules/optional-property-added.js';
import { optionalPropertyAddedToClosed } from '../../../diff/rules/optional-property-added-to-closed.js';
import { propertyBecameOptional } from '../../../diff/rules/property-became-optional.js';
import { propertyBecameRequired } from '../../../diff/rules/property-became-required.js';
import { propertyForbidden } from '../../../diff/rules/property-forbidden.js';
import { propertyRemoved } from '../../../diff/rules/property-removed.js';
import { requiredPropertyAdded } from '../../../diff/rules/required-property-added.js';
import { requiredPropertyAddedToClosed } from '../../../diff/rules/required-property-added-to-closed.js';
import { derived } from '../../../diff/rules/rule.js';
import { closed, compared, schema } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(propertyRemoved, {
  reports: [
    {
      change: { property: 'name', required: true, schema: schema() },
      message: 'The required property "name" was removed.',
      request: { refuted: 'breaking', included: 'dangerous' },
      response: { refuted: 'breaking', included: 'breaking' },
    },
    {
      change: { property: 'name', required: false, schema: schema() },
      message: 'The optional property "name" was removed.',
      request: { refuted: 'breaking', included: 'dangerous' },
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [{ property: 'name', required: false, schema: schema(), schemas: compared({ revision: closed }) }],
});

testRule(propertyForbidden, {
  reports: [
    {
      change: { property: 'name', required: false, schema: schema(), schemas: compared({ revision: closed }) },
      message: 'The optional property "name" was removed, and no others are allowed.',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
    {
      change: {
        property: 'name',
        required: true,
        schema: schema(),
        schemas: compared({ revision: schema({ unevaluatedProperties: schema({ always: false }) }) }),
      },
      message: 'The required property "name" was removed, and no others are allowed.',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [
    { property: 'name', required: false, schema: schema() },
    { property: 'name', required: true, schema: schema(), schemas: compared({ base: closed }) },
  ],
});

testRule(requiredPropertyAdded, {
  reports: [
    {
      change: { property: 'name', required: true, schema: schema() },
      message: 'The required property "name" was added.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { property: 'name', required: false, schema: schema() },
    { property: 'name', required: true, schema: schema(), schemas: compared({ base: closed }) },
  ],
});

testRule(optionalPropertyAdded, {
  reports: [
    {
      change: { property: 'name', required: false, schema: schema() },
      message: 'The optional property "name" was added.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { property: 'name', required: true, schema: schema() },
    { property: 'name', required: false, schema: schema(), schemas: compared({ base: closed }) },
  ],
});

testRule(requiredPropertyAddedToClosed, {
  reports: [
    {
      change: { property: 'name', required: true, schema: schema(), schemas: compared({ base: closed }) },
      message: 'The required property "name" was added, where no others were allowed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { property: 'name', required: true, schema: schema() },
    { property: 'name', required: false, schema: schema(), schemas: compared({ base: closed }) },
    { property: 'name', required: true, schema: schema(), schemas: compared({ revision: closed }) },
  ],
});

testRule(optionalPropertyAddedToClosed, {
  reports: [
    {
      change: { property: 'name', required: false, schema: schema(), schemas: compared({ base: closed }) },
      message: 'The optional property "name" was added, where no others were allowed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { property: 'name', required: false, schema: schema() },
    { property: 'name', required: true, schema: schema(), schemas: compared({ base: closed }) },
  ],
});

testRule(propertyBecameRequired, {
  reports: [
    {
      change: { properties: ['name'], before: false, after: true },
      message: 'The property "name" became required.',
      request: derived,
      response: derived,
    },
    {
      change: { properties: ['id', 'name'], before: false, after: true },
      message: 'The 2 properties "id" and "name" became required.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ properties: ['name'], before: true, after: false }],
});

testRule(propertyBecameOptional, {
  reports: [
    {
      change: { properties: ['name'], before: true, after: false },
      message: 'The property "name" became optional.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ properties: ['name'], before: false, after: true }],
});

testRule(additionalPropertiesClosed, {
  reports: [
    {
      change: { before: 'open', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'constrained', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'closed', after: 'open', isMap: false },
    { before: 'open', after: 'closed', isMap: true },
    { before: 'open', after: 'constrained', isMap: false },
  ],
});

testRule(additionalPropertiesConstrained, {
  reports: [
    {
      change: { before: 'open', after: 'constrained', isMap: false },
      message: 'Properties that are not declared must now match a schema.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'open', after: 'constrained', isMap: true },
      message: 'Properties that are not declared must now match a schema.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'closed', after: 'constrained', isMap: false },
    { before: 'constrained', after: 'open', isMap: true },
  ],
});

testRule(additionalPropertiesOpened, {
  reports: [
    {
      change: { before: 'closed', after: 'open', isMap: false },
      message: 'Properties that are not declared may now have any value.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: false },
      message: 'Properties that are not declared are now allowed when they match a schema.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
  ],
  ignores: [
    { before: 'closed', after: 'open', isMap: true },
    { before: 'open', after: 'closed', isMap: false },
    { before: 'open', after: 'constrained', isMap: false },
  ],
});

testRule(mapClosed, {
  reports: [
    {
      change: { before: 'constrained', after: 'closed', isMap: true },
      message: 'Entries are no longer allowed in the map.',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [
    { before: 'constrained', after: 'closed', isMap: false },
    { before: 'closed', after: 'open', isMap: true },
  ],
});

testRule(mapWidened, {
  reports: [
    {
      change: { before: 'constrained', after: 'open', isMap: true },
      message: 'The entries of the map may now have any value.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: true },
      message: 'The map may now have entries, when they match a schema.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'constrained', after: 'open', isMap: false },
    { before: 'open', after: 'constrained', isMap: true },
    { before: 'open', after: 'closed', isMap: true },
  ],
});
