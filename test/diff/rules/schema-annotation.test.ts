import { defaultChanged } from '../../../diff/rules/default-changed.js';
import { discriminatorDefaultChanged } from '../../../diff/rules/discriminator-default-changed.js';
import { discriminatorValueAdded } from '../../../diff/rules/discriminator-value-added.js';
import { discriminatorValueMoved } from '../../../diff/rules/discriminator-value-moved.js';
import { discriminatorValueRemoved } from '../../../diff/rules/discriminator-value-removed.js';
import { readOnlyAdded } from '../../../diff/rules/read-only-added.js';
import { readOnlyRemoved } from '../../../diff/rules/read-only-removed.js';
import { schemaDeprecated } from '../../../diff/rules/schema-deprecated.js';
import { schemaTitleChanged } from '../../../diff/rules/schema-title-changed.js';
import { schemaUndeprecated } from '../../../diff/rules/schema-undeprecated.js';
import { writeOnlyAdded } from '../../../diff/rules/write-only-added.js';
import { writeOnlyRemoved } from '../../../diff/rules/write-only-removed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(defaultChanged, {
  reports: [
    {
      change: { before: 10, after: 20 },
      message: 'The default changed from 10 to 20.',
      request: 'dangerous',
      response: 'non-breaking',
    },
    { change: { after: null }, message: 'The default null was added.', request: 'dangerous', response: 'non-breaking' },
    {
      change: { before: ['a'] },
      message: 'The default ["a"] was removed.',
      request: 'dangerous',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('schema.deprecated.changed', { before: false, after: true })],
});

testRule(readOnlyAdded, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'The value became read-only.',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(readOnlyRemoved, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'The value is no longer read-only.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: false, after: true }],
});

testRule(writeOnlyAdded, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'The value became write-only.',
      request: 'non-breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(writeOnlyRemoved, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'The value is no longer write-only.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: false, after: true }],
});

testRule(schemaDeprecated, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'The schema became deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(schemaUndeprecated, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'The schema is no longer deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ before: false, after: true }],
});

const safe = { request: 'non-breaking', response: 'non-breaking' } as const;

testRule(schemaTitleChanged, {
  reports: [
    { change: { before: 'Pet', after: 'Animal' }, message: 'The title changed from "Pet" to "Animal".', ...safe },
    { change: { after: 'Animal' }, message: 'The title "Animal" was added.', ...safe },
    { change: { before: 'Pet' }, message: 'The title "Pet" was removed.', ...safe },
  ],
  ignores: [changeOf('schema.deprecated.changed', { before: false, after: true })],
});

testRule(discriminatorValueAdded, {
  reports: [
    {
      change: { value: 'dog', after: 'Dog' },
      message: 'The discriminator value "dog" now stands for "Dog".',
      request: 'non-breaking',
      response: 'dangerous',
    },
  ],
  ignores: [{ value: 'dog', before: 'Dog' }],
});

testRule(discriminatorValueRemoved, {
  reports: [
    {
      change: { value: 'dog', before: 'Dog' },
      message: 'The discriminator value "dog" no longer stands for "Dog".',
      request: 'breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ value: 'dog', before: 'Dog', after: 'Hound' }],
});

testRule(discriminatorValueMoved, {
  reports: [
    {
      change: { value: 'dog', before: 'Dog', after: 'Hound' },
      message: 'The discriminator value "dog" stands for "Hound" instead of "Dog".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ value: 'dog', after: 'Dog' }],
});

const dangerous = { request: 'dangerous', response: 'dangerous' } as const;

testRule(discriminatorDefaultChanged, {
  reports: [
    { change: { after: 'Dog' }, message: 'Other values now stand for "Dog".', ...dangerous },
    { change: { before: 'Dog' }, message: 'Other values no longer stand for "Dog".', ...dangerous },
    {
      change: { before: 'Dog', after: 'Cat' },
      message: 'Other values stand for "Cat" instead of "Dog".',
      ...dangerous,
    },
  ],
  ignores: [changeOf('schema.discriminator.mapping.changed', { value: 'dog', after: 'Dog' })],
});
