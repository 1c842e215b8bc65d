import { field, isObject, type Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { settle } from './object-view.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { RawDocument } from './raw-document.js';
import { commentLine, commentText } from './text.js';
import { timeUnit } from './time-unit.js';

/** Longer values are not shown. */
const MAXIMUM_SHOWN = 200;

/** What is to know about a parameter: its description, else that of its schema, its unit, default and example. */
export function parameterComment(parameter: ParameterPlan, document: RawDocument): string | undefined {
  const { description, deprecated, schema } = parameter;
  const own = isObject(schema) ? schema : {};
  const settled = settle(document, schema) ?? {};
  const about =
    commentText(description) || commentText(text(field(own, 'description')) || text(field(settled, 'description')));
  const unit = timeUnit({ ...settled, ...(description === '' ? {} : { description }) }, parameter.key);
  const lines = [
    about,
    unit === undefined || about.includes(unit) ? '' : unit,
    tag('@default', field(own, 'default') ?? field(settled, 'default')),
    tag('@example', field(own, 'example') ?? field(settled, 'example')),
    deprecated ? '@deprecated' : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines.join('\n');
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function tag(name: string, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const shown = commentLine(stringify(value));
  return shown.length > MAXIMUM_SHOWN ? '' : `${name} ${shown}`;
}
