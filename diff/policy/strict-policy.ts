import type { Policy } from './policy.js';

/** For APIs whose callers compile against typed clients or check every answer. */
export const strictPolicy: Policy = {
  name: 'strict',
  summary: 'For typed clients: what breaks code that compiled, or surprises code that reads answers, is an error.',
  entries: [
    {
      impacts: ['undecided', 'unclassified'],
      level: 'error',
      reason: 'What is not known to be safe does not pass.',
    },
    {
      rules: ['sunset-announced', 'sunset-advanced', 'stability-lowered'],
      level: 'warning',
      reason: 'A notice of what is to come: nothing that compiled or ran stops doing so.',
    },
    {
      impacts: ['dangerous'],
      level: 'error',
      reason: 'A typed client meets it as a case it has no code for, or as code that no longer compiles.',
    },
    {
      rules: ['optional-property-added', 'required-property-added'],
      direction: 'response',
      impacts: ['non-breaking'],
      level: 'error',
      reason: 'A reader that checks answers against a closed type refuses a property it does not know.',
    },
    {
      rules: ['parameters-reordered', 'schema-title-changed', 'security-scheme-removed'],
      level: 'error',
      reason: 'Generators take the names and the order of what they write from it.',
    },
    {
      rules: ['failure-response-added', 'default-response-added', 'optional-header-added'],
      impacts: ['non-breaking'],
      level: 'warning',
      reason: 'A typed client has no case for the answer until it is generated again.',
    },
    {
      rules: ['operation-deprecated', 'parameter-deprecated', 'schema-deprecated', 'header-deprecated'],
      level: 'warning',
      reason: 'Code that uses it fails a lint that forbids deprecated names.',
    },
  ],
};
