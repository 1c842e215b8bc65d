import type { MigrationReport } from '../../migrate/report/migration-report.js';

export function renderMigrationHtml(_: MigrationReport): string {
  return '';
}
