import { counted } from '../../diff/counted.js';
import { diffDocuments } from '../../diff/diff.js';
import type { StepTask } from './generation-task.js';

/** How many breaking changes lead from one version to another, in words. */
export async function describeStep({ base, revision, title }: StepTask): Promise<string> {
  const { findings } = await diffDocuments(await base.get(), await revision.get());
  const breaking = findings.filter(({ impact }) => impact === 'breaking');
  const wire = breaking.filter(({ contract }) => contract === 'wire').length;
  const changes = counted(findings.length, 'change');
  return `${title}: ${breaking.length} breaking of ${changes} (${wire} on the wire, ${breaking.length - wire} in compiled code only)`;
}
