import { diffWithChanges, type ReportWithChanges } from '../../../diff/diff.js';
import type { DiffOptions } from '../../../diff/diff-options.js';
import type { DiffReport } from '../../../diff/finding.js';
import { policies } from '../../../diff/policy/policies.js';
import type { ChangelogReport } from '../../../migrate/changelog/changelog-report.js';
import { checkChangelogs } from '../../../migrate/changelog/check.js';
import type { Changelog } from '../../../migrate/changelog/claim.js';
import { type ChainStep, withArrivals } from '../../../migrate/report/arrivals.js';
import { buildReport, type MigrationEnd } from '../../../migrate/report/build-report.js';
import { withClaims } from '../../../migrate/report/claims-part.js';
import { withComposedMoves } from '../../../migrate/report/composed-moves.js';
import type { MigrationReport } from '../../../migrate/report/migration-report.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { type ApiConfig, type ApiVersion, versionOf } from '../../input/api-config.js';
import { chainBetween } from './chain.js';

/** Gives the document of a version or an edition of the API. */
export type ReadVersion = (name: string) => Promise<ApiDocument>;

/** Tells moves between the versions of one API. Documents and comparisons are read and made once, however many moves are told. */
export class ApiMigrations {
  readonly config: ApiConfig;
  readonly #changelogs: readonly Changelog[];
  readonly #read: ReadVersion;
  readonly #options: DiffOptions;
  readonly #checksAll: boolean;
  readonly #documents = new Map<string, Promise<ApiDocument>>();
  readonly #diffs = new Map<string, Promise<ReportWithChanges>>();
  readonly #checks = new Map<string, Promise<ChangelogReport>>();

  /** @param checksAll whether all changelogs are held against the documents at once: who tells many moves needs them all */
  constructor(
    config: ApiConfig,
    changelogs: readonly Changelog[],
    read: ReadVersion,
    options: DiffOptions = {},
    checksAll = false,
  ) {
    this.config = config;
    this.#changelogs = changelogs;
    this.#read = read;
    this.#options = options;
    this.#checksAll = checksAll;
  }

  /** The move from one version to another, with the steps between where one is made of the other. */
  async report(from: string, to: string): Promise<MigrationReport> {
    const chain = chainBetween(this.config, from, to);
    const steps = await Promise.all(chain.map(([base, version]) => this.#step(from, base, version)));
    const direct = await this.diff(from, to);
    const composed = { ...direct, report: withComposedMoves(direct.report, steps) };
    const [start, end] = await Promise.all([this.#end(from), this.#end(to)]);
    const report = buildReport(composed, start, end, this.config.versionHeader);
    const arrived = withArrivals(report, steps);
    const told = await this.#check(chain.map(([, version]) => version));
    return told === undefined ? arrived.report : withClaims(arrived.report, told, arrived.arrivals);
  }

  /** What differs between two versions. */
  async diff(from: string, to: string): Promise<ReportWithChanges> {
    const key = `${from} ${to}`;
    const known = this.#diffs.get(key) ?? this.#compare(from, to);
    this.#diffs.set(key, known);
    return known;
  }

  async #compare(from: string, to: string): Promise<ReportWithChanges> {
    const [base, revision] = await Promise.all([this.#document(from), this.#document(to)]);
    return diffWithChanges(base, revision, this.#options);
  }

  #document(name: string): Promise<ApiDocument> {
    const known = this.#documents.get(name) ?? this.#read(name);
    this.#documents.set(name, known);
    return known;
  }

  async #step(first: string, from: string, to: string): Promise<ChainStep> {
    const [{ report }, sinceFirst] = await Promise.all([this.diff(from, to), this.#reportOf(first, to)]);
    const version = this.#version(to);
    return { from, to, label: version?.label ?? to, date: version?.date ?? null, report, sinceFirst };
  }

  async #reportOf(from: string, to: string): Promise<DiffReport> {
    return (await this.diff(from, to)).report;
  }

  #version(name: string): ApiVersion | undefined {
    return this.config.versions.find(({ version }) => version === name);
  }

  async #end(name: string): Promise<MigrationEnd> {
    const document = await this.#document(name);
    const { version, edition } = versionOf(this.config, name);
    const { names, versionHeader } = this.config;
    const date = edition?.date ?? version.date;
    return {
      document,
      label: edition === undefined ? version.label : `${version.label}@${edition.edition}`,
      ...(date === undefined ? {} : { date }),
      ...(version.header === undefined ? {} : { header: version.header }),
      client: {
        apiName: this.config.name,
        module: `./generated/${this.config.name}/${version.version}/index.js`,
        names,
        ...(versionHeader === undefined ? {} : { pinned: versionHeader }),
      },
    };
  }

  /** What the changelogs of versions say; `undefined` where there are none. */
  async #check(versions: readonly string[]): Promise<ChangelogReport | undefined> {
    const own = versions.filter((version) => this.#changelogs.some((changelog) => changelog.version === version));
    if (own.length === 0) return undefined;
    if (this.#checksAll) own.splice(0, own.length, ...this.#changelogs.map(({ version }) => version));
    const key = own.join(' ');
    const known = this.#checks.get(key) ?? this.#checkNow(own);
    this.#checks.set(key, known);
    return known;
  }

  #checkNow(versions: readonly string[]): Promise<ChangelogReport> {
    return checkChangelogs({
      api: this.config.name,
      title: this.config.title,
      versions,
      changelogs: this.#changelogs,
      read: (name) => this.#document(name),
      diff: { ...this.#options, policy: 'default', levels: policies.default.entries, hints: [] },
    });
  }
}
