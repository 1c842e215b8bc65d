import { optionalPropertyAdded } from '../../../diff/rules/optional-property-added.js';
import { optionalPropertyAddedToClosed } from '../../../diff/rules/optional-property-added-to-closed.js';
import { propertyBecameOptional } from '../../../diff/rules/property-became-optional.js';
import { propertyBecameRequired } from '../../../diff/rules/property-became-required.js';
import { propertyForbidden } from '../../../diff/rules/property-forbidden.js';
import { propertyNameAllowed } from '../../../diff/rules/property-name-allowed.js';
import { propertyNameRefused } from '../../../diff/rules/property-name-refused.js';
import { propertyRemoved } from '../../../diff/rules/property-removed.js';
import { requiredPropertyAdded } from '../../../diff/rules/required-property-added.js';
import { requiredPropertyAddedToClosed } from '../../../diff/rules/required-property-added-to-closed.js';
import { requiredPropertyReadOnlyRemoved } from '../../../diff/rules/required-property-read-only-removed.js';
import { derived } from '../../../diff/rules/rule.js';
import { changeOf, closed, compared, schema } from './changes.js';
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

testRule(requiredPropertyReadOnlyRemoved, {
  reports: [
    {
      change: { properties: ['id'], before: false, after: true, wereReadOnly: true },
      message: 'The property "id" became required in requests, being no longer read-only.',
      request: 'breaking',
      response: 'non-breaking',
    },
    {
      change: { properties: ['at', 'id'], before: false, after: true, wereReadOnly: true },
      message: 'The 2 properties "at" and "id" became required in requests, being no longer read-only.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ properties: ['id'], before: false, after: true }],
});

const nothing = schema({ always: false });

testRule(propertyNameRefused, {
  reports: [
    {
      change: { property: 'name', required: false, schema: nothing },
      message: 'The object may no longer have a property "name".',
      request: derived,
      response: 'non-breaking',
    },
    {
      change: { property: 'name', required: true, schema: nothing, schemas: compared({ base: closed }) },
      message: 'The object may no longer have a property "name".',
      request: derived,
      response: 'non-breaking',
    },
  ],
  ignores: [
    changeOf('schema.property.added', { property: 'name', required: false, schema: schema() }),
    changeOf('schema.property.allowed', { property: 'name', required: false, schema: nothing }),
  ],
});

testRule(propertyNameAllowed, {
  reports: [
    {
      change: { property: 'name', required: false, schema: nothing },
      message: 'The object may now have a property "name".',
      request: 'non-breaking',
      response: derived,
    },
    {
      change: { property: 'name', required: false, schema: nothing, schemas: compared({ revision: closed }) },
      message: 'The object may now have a property "name".',
      request: 'non-breaking',
      response: derived,
    },
  ],
  ignores: [
    changeOf('schema.property.removed', { property: 'name', required: false, schema: schema() }),
    changeOf('schema.property.refused', { property: 'name', required: false, schema: nothing }),
  ],
});
