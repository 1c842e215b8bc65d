import type { LevelEntry, Policy } from './policy.js';

/**
 * The section on breaking changes of Intercom's API changelog page names nine kinds: an operation removed; a parameter removed or
 * renamed; a response field removed or renamed; a required parameter added; an optional one made required; another type of a
 * parameter or response field; enum values removed; a new validation rule on a parameter that exists; other authentication or
 * authorization. A field of a request body counts as a parameter. What it does not name is not held back for a new version.
 */
const ENTRIES: readonly LevelEntry[] = [
  {
    rules: ['enum-value-removed', 'enum-value-renamed', 'enum-values-exchanged'],
    level: 'error',
    reason: 'The list names the removal of enum values, without telling what is sent from what is received.',
  },
  {
    rules: ['property-removed'],
    level: 'error',
    reason: 'The list names the removal and renaming of parameters, those in request bodies included.',
  },
  {
    rules: ['null-removed'],
    direction: 'response',
    level: 'error',
    reason: 'The changelog labels null that gives way to another value as breaking.',
  },
  {
    rules: ['conditional-scopes-changed'],
    level: 'error',
    reason: 'The list names changes of what a caller is authorized for.',
  },
  {
    rules: ['path-parameter-renamed'],
    level: 'warning',
    reason: 'The list is about requests, and the name of a path parameter is not sent in one.',
  },
  {
    rules: ['operation-id-changed', 'operation-tags-changed', 'enum-names-changed'],
    level: 'info',
    reason: 'Not on the list: the name and the group of a method exist in generated code only.',
  },
  {
    rules: [
      'enum-value-added',
      'enum-constraint-removed',
      'alternative-added',
      'discriminator-value-added',
      'error-code-added',
    ],
    level: 'info',
    reason: 'Not on the list: values and kinds of objects are added to answers within a version.',
  },
  {
    rules: [
      'property-became-optional',
      'header-became-optional',
      'request-body-became-optional',
      'parameter-became-optional',
    ],
    impacts: ['breaking'],
    level: 'warning',
    reason: 'Not on the list: the field stays, and only its presence is no longer promised.',
  },
  {
    rules: ['null-added'],
    impacts: ['breaking'],
    level: 'warning',
    reason: 'Not on the list: the field keeps its type and may be without a value.',
  },
  {
    rules: [
      'bound-loosened',
      'pattern-removed',
      'pattern-changed',
      'multiple-of-loosened',
      'multiple-of-changed',
      'unique-items-removed',
    ],
    direction: 'response',
    impacts: ['breaking'],
    level: 'warning',
    reason: 'Not on the list: it names validation rules of parameters, not of response fields.',
  },
  {
    rules: ['format-removed', 'format-widened', 'map-widened'],
    direction: 'response',
    impacts: ['breaking'],
    level: 'warning',
    reason: 'Not on the list: the type of the response field stays.',
  },
  {
    rules: ['success-response-added', 'media-type-added', 'optional-property-added-to-closed'],
    level: 'info',
    reason: 'Not on the list: what is only added is released within a version.',
  },
  {
    rules: ['success-response-removed', 'default-response-removed', 'failure-response-removed'],
    level: 'warning',
    reason: 'Not on the list: it does not speak of statuses.',
  },
];

/** Levels as Intercom publishes what breaks, with a reason for each that differs. */
export const intercomPolicy: Policy = {
  name: 'intercom',
  summary:
    'What Intercom publishes as its definition of a breaking change; what the list leaves out is told more quietly.',
  entries: ENTRIES,
};
