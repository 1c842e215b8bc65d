import type { JSX } from 'preact';
import type { FindingImpact } from '../../diff/finding.js';
import type { Contract } from '../../diff/rules/rule.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FiltersProps {
  readonly cards: number;
  readonly impacts: readonly FindingImpact[];
  readonly contracts: readonly Contract[];
  readonly resources: readonly Choice[];
  readonly operations: readonly Choice[];
}

const IMPACTS: { readonly [Impact in FindingImpact]: string } = {
  breaking: 'Breaking',
  dangerous: 'May break',
  'non-breaking': 'Safe',
  unclassified: 'Unclassified',
  undecided: 'Undecided',
};

const CONTRACTS: { readonly [C in Contract]: string } = { wire: 'On the wire', source: 'Compiled code only' };

/** What is looked for. Without JavaScript there is nothing to choose, and everything is shown. */
export function Filters({ cards, impacts, contracts, resources, operations }: FiltersProps): JSX.Element {
  return (
    <search>
      <form class="filters" aria-label="Findings" autocomplete="off">
        <div>
          <label for="filter-search">
            Search <kbd>/</kbd>
          </label>
          <input id="filter-search" type="search" name="search" spellcheck={false} />
        </div>
        <Select name="operation" field="operations" label="Operation" choices={operations} />
        <Select name="impact" label="Impact" choices={impacts.map((value) => ({ value, label: IMPACTS[value] }))} />
        <Select
          name="contract"
          label="Contract"
          choices={contracts.map((value) => ({ value, label: CONTRACTS[value] }))}
        />
        <Select name="resource" label="Resource" choices={resources} />
        <div class="state">
          <output aria-live="polite">{cards} entries</output>
          <button type="reset">Show all</button>
        </div>
      </form>
    </search>
  );
}

interface SelectProps {
  readonly name: string;
  /** What of a card is compared with the choice. Absent: what the name says. */
  readonly field?: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

function Select({ name, field = name, label, choices }: SelectProps): JSX.Element {
  return (
    <div>
      <label for={`filter-${field}`}>{label}</label>
      <select id={`filter-${field}`} name={field}>
        <option value="">All</option>
        {choices.map((choice) => (
          <option value={choice.value}>{choice.label}</option>
        ))}
      </select>
    </div>
  );
}
