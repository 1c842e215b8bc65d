const PLAIN = String.raw`([A-Za-z0-9](?:[^\n:#]*[^\n:# ])?)`;
const QUOTED = String.raw`"([^"\\\n]*)"|'([^'\n]*)'`;
/** The end of a line and the indent of the next one, which has content. */
const LINE_END = String.raw`\n *(?=[^ \n#])`;

/**
 * How most members of mappings are written: a key, and a value that the line holds or that begins on the next one. The groups are the
 * key plain, in double and in single quotes, and the value likewise. To match a line in one go is several times faster than to look
 * at it character by character.
 */
export const SIMPLE_MEMBER = new RegExp(
  String.raw`(?:([\w/$][\w.$/{}-]*)|${QUOTED}):(?: (?:${PLAIN}|${QUOTED}))?${LINE_END}`,
  'y',
);

/** How most scalars in sequences are written: plain, in double or in single quotes, which are the groups. */
export const SIMPLE_ITEM = new RegExp(`- (?:${PLAIN}|${QUOTED})${LINE_END}`, 'y');
