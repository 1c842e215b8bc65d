import type { Json } from '../../openapi/source/json.js';
import { LEVELS, POLICY_NAMES } from './policy.js';
import { DEPRECATION_LEVELS, IDS_WITHOUT_RULE } from './read-levels.js';

/** A rule as far as an editor shows it. */
interface ShownRule {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
}

const WITHOUT_RULE: Readonly<Record<(typeof IDS_WITHOUT_RULE)[number], string>> = {
  undecided: 'Two schemas could not be compared, or whether one accepts what the other sends could not be decided.',
  unclassified: 'Something changed that no rule judges.',
};

/** The JSON Schema of a levels file, with every rule id, so that editors complete and explain them. */
export function levelsSchema(rules: readonly ShownRule[]): Json {
  const setting = { $ref: '#/$defs/setting' };
  const names = rules.flatMap(({ id, aliases = [], summary }): (readonly [string, Json])[] => [
    [id, { ...setting, description: summary }],
    ...aliases.map((alias): [string, Json] => [alias, { ...setting, deprecated: true, description: `Now "${id}".` }]),
  ]);
  const others = IDS_WITHOUT_RULE.map((id): [string, Json] => [id, { ...setting, description: WITHOUT_RULE[id] }]);
  const level = { $ref: '#/$defs/level' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:specshift:levels:1',
    title: 'Levels of specshift',
    description:
      'How loudly findings are told: a policy, and levels of single rules. Given with `specshift diff --levels`.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'For editors.' },
      policy: { enum: [...POLICY_NAMES], description: 'The levels to start from; `default` where it is absent.' },
      levels: {
        type: 'object',
        description: 'Rule ids and their levels.',
        additionalProperties: false,
        properties: Object.fromEntries([...names, ...others]),
      },
      deprecation: {
        type: 'object',
        description: 'How the removal of something is told that was deprecated first, for long enough.',
        required: ['level'],
        additionalProperties: false,
        properties: {
          level: { enum: [...DEPRECATION_LEVELS], description: 'Of a removal that would be told more loudly.' },
          days: {
            type: 'integer',
            minimum: 0,
            description:
              'Days from `x-deprecated-since` of a deprecated element without `x-sunset`; absent, only a sunset that is over counts.',
          },
        },
      },
    },
    $defs: {
      level: {
        enum: [...LEVELS],
        description: 'An error fails a gate, a warning where asked for; what is off is not told at all.',
      },
      setting: {
        oneOf: [
          level,
          {
            type: 'object',
            additionalProperties: false,
            anyOf: [{ required: ['level'] }, { required: ['request'] }, { required: ['response'] }],
            properties: {
              level,
              request: { ...level, description: 'Where only callers send it.' },
              response: { ...level, description: 'Where only callers receive it.' },
              reason: { type: 'string', pattern: '\\S', description: 'Why; reports repeat it.' },
            },
          },
        ],
      },
    },
  };
}
