import { mediaTypeIdentity } from '../../openapi/model/identity.js';
import type { Header } from '../../openapi/model/operation.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Usage } from '../change.js';
import type { HeaderOwner } from '../element-change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { viewOf } from '../schema/view.js';
import { compareExtensions } from './compare-extensions.js';
import { pairBy } from './pair-by.js';
import { type Recorder, schemaOf } from './recorder.js';

type Headers = ReadonlyMap<string, Header>;

/** Compares the headers of a response, or of a part of a body, by their names in any case. */
export function compareHeaders(
  recorder: Recorder,
  owner: HeaderOwner,
  [base, revision]: readonly [Headers, Headers],
  [left, right]: readonly [Origin, Origin],
  usage: Usage,
): void {
  if (base.size === 0 && revision.size === 0) return;
  const { both, removed, added } = pairBy(named(base), named(revision), ([name]) => name.toLowerCase());
  for (const [name, header] of removed) {
    const fact = { kind: 'header.removed', header: name, required: header.required, ...owner } as const;
    recorder.record({ ...fact, base: header.origin, revision: right }, usage, name.toLowerCase());
  }
  for (const [name, header] of added) {
    const fact = { kind: 'header.added', header: name, required: header.required, ...owner } as const;
    recorder.record({ ...fact, base: left, revision: header.origin }, usage, name.toLowerCase());
  }
  for (const [[, before], [name, after]] of both) compareHeader(recorder, owner, name, [before, after], usage);
}

/** The specification ignores a header named Content-Type: the media types say it. */
function named(headers: Headers): readonly (readonly [string, Header])[] {
  return [...headers].filter(([name]) => name.toLowerCase() !== 'content-type');
}

function compareHeader(
  recorder: Recorder,
  owner: HeaderOwner,
  header: string,
  [base, revision]: readonly [Header, Header],
  usage: Usage,
): void {
  const at = (key: string) => ({ base: base.origin.at(key), revision: revision.origin.at(key), header, ...owner });
  if (base.required !== revision.required) {
    const values = { before: base.required, after: revision.required };
    recorder.record({ kind: 'header.required.changed', ...at('required'), ...values }, usage);
  }
  if (base.deprecated !== revision.deprecated) {
    const values = { before: base.deprecated, after: revision.deprecated };
    recorder.record({ kind: 'header.deprecated.changed', ...at('deprecated'), ...values }, usage);
  }
  for (const [keyword, before, after] of serialization(base, revision)) {
    if (before === after) continue;
    recorder.record({ kind: 'header.serialization.changed', ...at(keyword), keyword, before, after }, usage);
  }
  recorder.schemas(schemaOf(base), schemaOf(revision), [base.origin, revision.origin], usage);
  compareExtensions(recorder, 'header', base, revision, [usage]);
}

/** The style of a header is always `simple`, and exploding changes how objects are written in it, lists not. */
function serialization(base: Header, revision: Header): readonly (readonly [string, Json, Json])[] {
  // Schemas are read only where it depends on them.
  const isExploded = base.explode !== revision.explode && (isObject(base) || isObject(revision));
  return [
    ['explode', base.explode, isExploded ? revision.explode : base.explode],
    ['content', mediaTypeOf(base), mediaTypeOf(revision)],
  ];
}

function isObject({ schema }: Header): boolean {
  return schema !== undefined && viewOf(conjunctionOf([schema])).types?.has('object') === true;
}

function mediaTypeOf({ content }: Header): string | null {
  return content === undefined ? null : mediaTypeIdentity(content.name);
}
