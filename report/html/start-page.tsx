import type { JSX } from 'preact';
import type { MigrationOverview, OverviewBreak, OverviewCell, OverviewStep } from '../../migrate/report/overview.js';
import { visibleData } from '../encode/html.js';
import { SECTION_WORDS } from '../migration-words.js';
import { renderPage } from './page.js';
import { Prose } from './sentence.js';
import { STYLE } from './style.js';

/** The page that leads to the reports between all versions of an API. */
export function renderStartPage(overview: MigrationOverview): string {
  const shown = visibleData(overview);
  return renderPage({ title: `${shown.title}: moving between versions`, style: STYLE, body: <Start of={shown} /> });
}

function Start({ of: overview }: { readonly of: MigrationOverview }): JSX.Element {
  return (
    <>
      <a class="skip" href="#matrix">
        Skip to the matrix
      </a>
      <header>
        <h1>
          {overview.title} <span class="versions">Moving between versions</span>
        </h1>
        <p class="verdict">Choose where you are and where you want to go.</p>
      </header>
      <main>
        <section id="matrix" aria-labelledby="h-matrix" tabIndex={-1}>
          <h2 id="h-matrix">What breaks from which version to which</h2>
          <p>Each number counts breaking changes and leads to the report that tells what to do about them.</p>
          <Matrix of={overview} />
        </section>
        <section aria-labelledby="h-timeline">
          <h2 id="h-timeline">When each field broke</h2>
          <p>One entry for each cause, at the version that brought it.</p>
          <ol class="timeline">
            {overview.timeline.map((step) => (
              <Step of={step} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="h-fields">
          <h2 id="h-fields">By field</h2>
          <p>
            Every element that broke, in the order of the alphabet. Names that only generated clients know are left out.
          </p>
          <Fields of={overview} />
        </section>
      </main>
    </>
  );
}

function Matrix({ of: { versions, cells } }: { readonly of: MigrationOverview }): JSX.Element {
  const from = versions.filter(({ version }) => cells.some((cell) => cell.from === version));
  const to = versions.filter(({ version }) => cells.some((cell) => cell.to === version));
  return (
    <div class="scroll">
      <table>
        <caption class="print">From the version of a row to that of a column</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            {to.map(({ label, date }) => (
              <th scope="col">
                {label}
                {date === null ? null : <div class="print">{date}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from.map(({ version, label }) => (
            <tr>
              <th scope="row">{label}</th>
              {to.map((target) => (
                <Cell
                  cell={cells.find((cell) => cell.from === version && cell.to === target.version)}
                  words={`${label} to ${target.label}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, words }: { readonly cell: OverviewCell | undefined; readonly words: string }): JSX.Element {
  if (cell === undefined) return <td class="cell print">–</td>;
  const { breaking, wire, todo, link } = cell;
  return (
    <td class={breaking === 0 ? 'cell zero' : 'cell some'}>
      <a href={link} aria-label={`${words}: ${breaking} breaking changes`}>
        {breaking}
      </a>
      <div class="print">
        {wire} on the wire, {todo} to do
      </div>
    </td>
  );
}

function Step({ of: { label, date, from, link, breaks } }: { readonly of: OverviewStep }): JSX.Element {
  const told = breaks.filter(({ section }) => section !== 'compile');
  const names = breaks.length - told.length;
  return (
    <li>
      <h3>
        <a href={link}>
          {from} → {label}
        </a>{' '}
        {date === null ? null : <span class="print">document of {date}</span>}
      </h3>
      {breaks.length === 0 ? <p>Nothing broke.</p> : null}
      <ul>
        {told.map(({ what, card, section }) => (
          <li>
            <a href={`${link}#f-${card}`}>
              <Prose of={what} />
            </a>
            {section === 'silent' ? ' (silent)' : ''}
          </li>
        ))}
        {names === 0 ? null : (
          <li>
            <a href={`${link}#compile`}>
              {SECTION_WORDS.compile[0]}: {names}
            </a>
          </li>
        )}
      </ul>
    </li>
  );
}

interface FieldBreak {
  readonly field: string;
  readonly at: readonly { readonly step: OverviewStep; readonly card: OverviewBreak['card'] }[];
}

function Fields({ of: { timeline } }: { readonly of: MigrationOverview }): JSX.Element {
  const fields = new Map<string, FieldBreak['at'][number][]>();
  for (const step of timeline) {
    for (const { fields: own, card, section } of step.breaks) {
      if (section === 'compile') continue;
      for (const field of new Set(own)) fields.set(field, [...(fields.get(field) ?? []), { step, card }]);
    }
  }
  const rows = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Element</th>
            <th scope="col">Broke with</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([field, at]) => (
            <tr>
              <td>
                <code>{field}</code>
              </td>
              <td>
                {at.map(({ step, card }, index) => (
                  <>
                    {index === 0 ? '' : ', '}
                    <a href={`${step.link}#f-${card}`}>{step.label}</a>
                  </>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
