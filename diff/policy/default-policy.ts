import type { Policy } from './policy.js';

/** Every finding keeps the level its rule starts with. */
export const defaultPolicy: Policy = {
  name: 'default',
  summary:
    'What breaks callers is an error, what may break them or is not known to be safe a warning, the rest information.',
  entries: [],
};
