import { InputError } from '../command.js';

/** Several inputs cannot be used, each for a reason of its own. */
export class SeveralErrors extends InputError {
  readonly reasons: readonly Error[];

  constructor(reasons: readonly Error[]) {
    super(reasons.map(({ message }) => message).join('\n'));
    this.reasons = reasons;
  }
}
