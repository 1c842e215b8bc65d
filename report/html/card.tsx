import type { JSX } from 'preact';
import { counted } from '../../diff/counted.js';
import type { MigrationCard, MigrationReport, PayloadPair } from '../../migrate/report/migration-report.js';
import type { Json } from '../../openapi/source/json.js';
import { layOut } from '../json-lines.js';
import {
  arrivedWords,
  badgeOf,
  fieldsToTell,
  operationsToTell,
  operationWords,
  resourceWords,
  statementOf,
  titleOf,
  toolWords,
} from '../migration-words.js';
import { Prose } from './sentence.js';
import { Sides } from './sides.js';

/** Operations that are shown before the rest is asked for. */
const MOST_OPERATIONS = 6;

interface CardProps {
  readonly card: MigrationCard;
  readonly report: MigrationReport;
  /** The number of each operation in the list to choose from. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** One cause: what is new, why it matters, where, and what to do. */
export function Card({ card, report, numbers }: CardProps): JSX.Element {
  const { id, resource, impact, contract, why, items, notes, steps, tool } = card;
  const labels = [`Before: ${report.from.label}`, `After: ${report.to.label}`] as const;
  return (
    <article
      id={`f-${id}`}
      class="card"
      tabIndex={-1}
      aria-labelledby={`t-${id}`}
      data-resource={resource}
      data-impact={impact}
      data-contract={contract}
      data-operations={card.operations.map((one) => numbers.get(one)).join(' ')}
    >
      <header>
        <p class="meta">
          <span class="resource">{resourceWords(resource)}</span>
          {badgeOf(card).map((badge, index) => (
            <span class={index === 0 && impact !== 'non-breaking' ? `badge ${impact}` : 'badge'}>{badge}</span>
          ))}
          {card.arrived === null || card.arrived.length === 0 ? null : (
            <span class="badge">{arrivedWords(card.arrived)}</span>
          )}
        </p>
        <h3 id={`t-${id}`}>
          {steps.length === 0 ? null : <input type="checkbox" id={`s-${id}-0`} aria-label="Done" autocomplete="off" />}
          <span class="title">
            <Prose of={titleOf(card)} />
          </span>{' '}
          <a class="anchor" href={`#f-${id}`} aria-label="Link to this finding">
            #
          </a>
        </h3>
      </header>
      {why === null && steps.length === 0 ? null : (
        <p class="why">
          {steps.length === 0 ? null : (
            <strong>
              <Prose of={statementOf(card)} />
            </strong>
          )}{' '}
          {why}
        </p>
      )}
      {steps.length < 2 ? null : (
        <ul class="steps">
          {steps.slice(1).map((step, index) => (
            <li>
              <label>
                <input type="checkbox" id={`s-${id}-${index + 1}`} autocomplete="off" />{' '}
                <span>
                  <Prose of={step} />
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {items.length + notes.length === 0 ? null : (
        <ul>
          {[...items, ...notes].map((item) => (
            <li>
              <Prose of={item} />
            </li>
          ))}
        </ul>
      )}
      {tool === null ? null : <p class={`tool ${tool.can}`}>{toolWords(tool)}</p>}
      <Operations of={operationsToTell(card)} />
      <Examples card={card} labels={labels} />
      <Proof of={card} />
    </article>
  );
}

function Operations({ of: operations }: { readonly of: readonly string[] }): JSX.Element | null {
  if (operations.length === 0) return null;
  const [shown, more] = [operations.slice(0, MOST_OPERATIONS), operations.slice(MOST_OPERATIONS)];
  return (
    <div class="places">
      <ul class="operations" aria-label="Operations">
        {shown.map((one) => (
          <li>
            <code>{operationWords(one)}</code>
          </li>
        ))}
      </ul>
      {more.length === 0 ? null : (
        <details>
          <summary>{more.length} more operations</summary>
          <ul class="operations" aria-label="More operations">
            {more.map((one) => (
              <li>
                <code>{operationWords(one)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ExamplesProps {
  readonly card: MigrationCard;
  readonly labels: readonly [string, string];
}

function Examples({ card: { payload, schema, code }, labels }: ExamplesProps): JSX.Element {
  return (
    <>
      {code === null ? null : (
        <Sides name="Code" labels={labels} {...code} nothing="There is nothing to call any more." isOpen />
      )}
      {payload === null ? null : (
        <Sides
          name={payload.kind === 'call' ? 'Request' : 'Payload'}
          {...placeOf(payload)}
          labels={labels}
          before={shownValue(payload, payload.before)}
          after={shownValue(payload, payload.after)}
          isOpen={code === null}
        />
      )}
      {schema === null ? null : (
        <Sides name="Schema" labels={labels} before={lines(schema.before)} after={lines(schema.after)} />
      )}
    </>
  );
}

function placeOf({ operation, part }: PayloadPair): { readonly where?: string } {
  return operation === null || part === null ? {} : { where: `${operationWords(operation)}, ${part}` };
}

function shownValue({ kind }: PayloadPair, value: Json | undefined): string | null {
  if (value === undefined) return null;
  return kind === 'call' ? String(value) : lines(value);
}

function lines(value: Json): string {
  return layOut(value, '', 60).join('\n');
}

/** How it is known: who announced it, the rules, and where it stands. */
function Proof({ of: card }: { readonly of: MigrationCard }): JSX.Element {
  const { findings, announced } = card;
  const fields = fieldsToTell(card);
  return (
    <details class="proof">
      <summary>
        Proof: {counted(findings.length, 'finding')}
        {announced.length === 0 ? '' : `, announced ${announced.length === 1 ? 'once' : `${announced.length} times`}`}
      </summary>
      {announced.length === 0 ? null : (
        <ul>
          {announced.map((title) => (
            <li>Announced: {title}</li>
          ))}
        </ul>
      )}
      {fields.length === 0 ? null : (
        <ul class="operations" aria-label="Fields">
          {fields.map((one) => (
            <li>
              <code>{one}</code>
            </li>
          ))}
        </ul>
      )}
      <ul class="findings">
        {findings.map(({ fingerprint, rule, message, where, base, revision, witness }) => (
          <li>
            <code>{rule}</code> at <code>{where}</code>: {message} <span class="print">{fingerprint}</span>
            {witness === null ? null : (
              <p>
                <code>{layOut(witness.value, '').join(' ')}</code> is valid in the {witness.validUnder} and invalid in
                the {witness.invalidUnder}.
              </p>
            )}
            <p class="print">
              {[base, revision].map((at) => (at === null ? '–' : `${at.file}:${at.line}:${at.column}`)).join(' → ')}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
