import { mediaTypeIdentity } from '../../openapi/model/identity.js';

/** JSON is UTF-8 and has no parameter `charset` (RFC 8259, sections 8.1 and 11): naming it says nothing. */
const JSON_CHARSET = /^([^;]*[/+]json)(.*?);charset=utf-8(?=;|$)/i;

/** The identity of a media type without what says nothing. */
export function plainMediaType(mediaType: string): string {
  const identity = mediaTypeIdentity(mediaType);
  return identity.includes(';') ? identity.replace(JSON_CHARSET, '$1$2') : identity;
}

/**
 * Whether a media type range takes in a media type (RFC 9110, section 12.5.1). A media type without parameters takes in those
 * with parameters: what they tell is not asked for.
 */
export function covers(range: string, mediaType: string): boolean {
  const [essence, ...parameters] = plainMediaType(range).split(';');
  const [other = '', ...others] = plainMediaType(mediaType).split(';');
  const [type = '', subtype = ''] = (essence ?? '').split('/');
  if (subtype === '*') return type === '*' || type === other.split('/', 1)[0];
  return essence === other && parameters.length < others.length && parameters.every((one) => others.includes(one));
}
