import { describeType } from '../../source/json.js';
import type { Discriminator } from '../schema.js';
import { warnAboutTarget } from './discriminator-target.js';
import type { Fields } from './fields.js';

/** Reads the Discriminator Object of a schema. */
export function readDiscriminator(fields: Fields): Discriminator | undefined {
  if (fields.get('discriminator') === undefined) return undefined;
  const discriminator = fields.object('discriminator');
  if (discriminator === undefined) return undefined;
  const mapping = new Map<string, string>();
  for (const { name, raw, origin } of discriminator.entries('mapping')) {
    if (typeof raw === 'string') {
      mapping.set(name, raw);
      warnAboutTarget(discriminator, raw, origin);
    } else
      fields.context.fault('type', origin, `A discriminator mapping value must be a string, not ${describeType(raw)}.`);
  }
  const defaultMapping = discriminator.string('defaultMapping');
  if (defaultMapping !== undefined) {
    warnAboutTarget(discriminator, defaultMapping, discriminator.origin.at('defaultMapping'));
  }
  return {
    propertyName: discriminator.requiredString('propertyName'),
    mapping,
    ...(defaultMapping === undefined ? {} : { defaultMapping }),
  };
}
