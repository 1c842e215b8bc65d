import type { JSX } from 'preact';
import { counted } from '../../diff/counted.js';
import type { MigrationDocument, MigrationReport, MigrationSection } from '../../migrate/report/migration-report.js';
import { visibleData } from '../encode/html.js';
import { countWords, operationWords, resourceWords, SECTION_WORDS } from '../migration-words.js';
import { Card } from './card.js';
import { ClaimsSection } from './claims-section.js';
import { Filters } from './filters.js';
import { renderPage } from './page.js';
import { SCRIPT } from './script.js';
import { Sides } from './sides.js';
import { STYLE } from './style.js';

/** The migration report as one page that needs no network and can be read without JavaScript. */
export function renderMigrationHtml(report: MigrationReport): string {
  const shown = visibleData(report);
  const title = `${shown.to.title}: ${shown.from.label} → ${shown.to.label}`;
  return renderPage({ title, style: STYLE, script: SCRIPT, body: <Report report={shown} /> });
}

function Report({ report }: { readonly report: MigrationReport }): JSX.Element {
  const { sections, claims, verdict } = report;
  const cards = sections.flatMap((section) => section.cards);
  const operations = [...new Set(cards.flatMap((card) => card.operations))].sort();
  const numbers = new Map(operations.map((operation, index) => [operation, index]));
  return (
    <>
      <a class="skip" href="#findings">
        Skip to the findings
      </a>
      <header>
        <h1>
          {report.to.title}{' '}
          <span class="versions">
            {report.from.label} → {report.to.label}
          </span>
        </h1>
        <p class="verdict">
          <strong>{verdict.text}</strong>
        </p>
        <Tiles of={report} />
        <Facts of={report} />
      </header>
      <main id="findings" tabIndex={-1}>
        <Setup of={report} />
        {cards.length === 0 ? null : (
          <Filters
            cards={cards.length}
            impacts={[...new Set(cards.map(({ impact }) => impact))]}
            contracts={[...new Set(cards.map(({ contract }) => contract))]}
            resources={[...new Set(cards.map(({ resource }) => resource))]
              .sort()
              .map((value) => ({ value, label: resourceWords(value) }))}
            operations={operations.map((value, index) => ({ value: String(index), label: operationWords(value) }))}
          />
        )}
        {sections.map((section) => (
          <Section section={section} report={report} numbers={numbers} />
        ))}
        <p class="empty">Nothing fits. Choose less, or look for another word.</p>
        {claims === null ? null : <ClaimsSection claims={claims} />}
      </main>
      <p class="live" role="status" />
    </>
  );
}

function Tiles({ of: { sections } }: { readonly of: MigrationReport }): JSX.Element | null {
  if (sections.length === 0) return null;
  return (
    <nav aria-label="Sections">
      <ul class="tiles">
        {sections.map(({ kind, cards }) => (
          <li>
            <a href={`#${kind}`}>
              <strong>{cards.length}</strong> {SECTION_WORDS[kind][0]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({ of: report }: { readonly of: MigrationReport }): JSX.Element {
  const { from, to, steps, header } = report;
  return (
    <dl class="facts">
      <dt>In all</dt>
      <dd>{countWords(report).join('; ')}</dd>
      {from.date === null && to.date === null ? null : (
        <>
          <dt>Documents</dt>
          <dd>
            {dated(from)}, {dated(to)}
          </dd>
        </>
      )}
      {header === null ? null : (
        <>
          <dt>Header</dt>
          <dd>
            <code>
              {header.name}: {header.after}
            </code>
            {header.before === null ? '' : ` instead of ${header.before}`}
          </dd>
        </>
      )}
      {steps.length < 2 ? null : (
        <>
          <dt>Steps</dt>
          <dd>
            {steps.map(({ label, breaking }) => `${label} (${counted(breaking, 'breaking finding')})`).join(', ')}. What
            came and went again on the way is not told.
          </dd>
        </>
      )}
    </dl>
  );
}

function dated({ label, date }: MigrationDocument): string {
  return date === null ? label : `${label} of ${date}`;
}

function Setup({ of: { setup, from, to } }: { readonly of: MigrationReport }): JSX.Element | null {
  if (setup === null) return null;
  return (
    <section>
      <h2>The client</h2>
      <p>Every piece of code below builds on it.</p>
      <Sides name="Client" labels={[`Before: ${from.label}`, `After: ${to.label}`]} {...setup} isOpen />
    </section>
  );
}

interface SectionProps {
  readonly section: MigrationSection;
  readonly report: MigrationReport;
  readonly numbers: ReadonlyMap<string, number>;
}

function Section({ section: { kind, cards }, report, numbers }: SectionProps): JSX.Element {
  const [title, introduction] = SECTION_WORDS[kind];
  return (
    <section id={kind} data-kind={kind} aria-labelledby={`h-${kind}`}>
      <h2 id={`h-${kind}`}>
        {title} <span class="count">({cards.length})</span>
      </h2>
      <p>{introduction}</p>
      {cards.map((card) => (
        <Card card={card} report={report} numbers={numbers} />
      ))}
    </section>
  );
}
