import { defaultPolicy } from './default-policy.js';
import { intercomPolicy } from './intercom-policy.js';
import type { Policy, PolicyName } from './policy.js';
import { strictPolicy } from './strict-policy.js';

/** Every policy, by name. */
export const policies: Readonly<Record<PolicyName, Policy>> = {
  default: defaultPolicy,
  strict: strictPolicy,
  intercom: intercomPolicy,
};
