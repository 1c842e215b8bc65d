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
import { closed, compared, schema } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(propertyRemoved, {
  reports: [
    {
      change: { property: 'name', required: true, schema: schema() },
      message: 'The required property "name" was removed.',
      request: 'dangerous',
      response: 'breaking',
    },
    {
      change: { property: 'name', required: false, schema: schema() },
      message: 'The optional property "name" was removed.',
      request: 'dangerous',
      response: 'breaking',
    },
  ],
  ignores: [{ property: 'name', required: false, schema: schema(), schemas: compared({ revision: closed }) }],
});

testRule(propertyForbidden, {
  reports: [
    {
      change: { property: 'name', required: false, schema: schema(), schemas: compared({ revision: closed }) },
      message: 'The optional property "name" was removed, and no others are allowed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: {
        property: 'name',
        required: true,
        schema: schema(),
        schemas: compared({ revision: schema({ unevaluatedProperties: schema({ always: false }) }) }),
      },
      message: 'The required property "name" was removed, and no others are allowed.',
      request: 'breaking',
      response: 'breaking',
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
      request: 'breaking',
      response: 'non-breaking',
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
      request: 'non-breaking',
      response: 'non-breaking',
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
      request: 'breaking',
      response: 'dangerous',
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
      request: 'non-breaking',
      response: 'dangerous',
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
      change: { property: 'name', before: false, after: true },
      message: 'The property "name" became required.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ property: 'name', before: true, after: false }],
});

testRule(propertyBecameOptional, {
  reports: [
    {
      change: { property: 'name', before: true, after: false },
      message: 'The property "name" became optional.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ property: 'name', before: false, after: true }],
});

testRule(additionalPropertiesClosed, {
  reports: [
    {
      change: { before: 'open', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: 'breaking',
      response: 'non-breaking',
    },
    {
      change: { before: 'constrained', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: 'breaking',
      response: 'non-breaking',
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
      request: 'breaking',
      response: 'non-breaking',
    },
    {
      change: { before: 'open', after: 'constrained', isMap: true },
      message: 'Properties that are not declared must now match a schema.',
      request: 'breaking',
      response: 'non-breaking',
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
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: false },
      message: 'Properties that are not declared are now allowed when they match a schema.',
      request: 'non-breaking',
      response: 'non-breaking',
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
      request: 'breaking',
      response: 'breaking',
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
      request: 'non-breaking',
      response: 'breaking',
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: true },
      message: 'The map may now have entries, when they match a schema.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { before: 'constrained', after: 'open', isMap: false },
    { before: 'open', after: 'constrained', isMap: true },
    { before: 'open', after: 'closed', isMap: true },
  ],
});
