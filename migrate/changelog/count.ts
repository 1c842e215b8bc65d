import type { CheckedStatement, ClaimStatus, StatusCounts } from './changelog-report.js';

/** How many statements have each status. */
export function countStatuses(statements: readonly Pick<CheckedStatement, 'status'>[]): StatusCounts {
  const having = (status: ClaimStatus): number => statements.filter((one) => one.status === status).length;
  return {
    claims: statements.length,
    proved: having('proved'),
    contradicted: having('contradicted'),
    noEvidence: having('no evidence'),
    noDocument: having('no document'),
  };
}
