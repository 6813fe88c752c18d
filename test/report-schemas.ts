// What others require of SARIF 2.1.0 and of GitLab's code quality reports, as schemas: the parts our reports use.

const text = { type: 'string', minLength: 1 } as const
const multiformat = {
  type: 'object',
  additionalProperties: false,
  required: ['text'],
  properties: { text, markdown: text },
} as const
const level = { enum: ['none', 'note', 'warning', 'error'] } as const
const uri = {
  type: 'string',
  format: 'uri-reference',
  pattern: String.raw`^[\w.~!$&'()*+,;=:@/%-]+$`,
  not: { pattern: '%(?![0-9A-F]{2})' },
} as const

const artifactLocation = {
  type: 'object',
  additionalProperties: false,
  required: ['uri'],
  properties: { uri, uriBaseId: { const: 'SRCROOT' } },
  oneOf: [{ required: ['uriBaseId'] }, { properties: { uri: { pattern: '^file:///' } } }],
} as const

const location = {
  type: 'object',
  additionalProperties: false,
  properties: {
    physicalLocation: {
      type: 'object',
      additionalProperties: false,
      required: ['artifactLocation'],
      properties: {
        artifactLocation,
        region: {
          type: 'object',
          additionalProperties: false,
          properties: { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 } },
        },
      },
    },
    logicalLocations: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { fullyQualifiedName: text, kind: { const: 'property' } },
      },
    },
  },
} as const

const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: {
    id: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: { ...uri, pattern: '^https?://' },
    defaultConfiguration: { type: 'object', additionalProperties: false, properties: { level } },
    properties: { type: 'object', properties: { tags: { type: 'array', uniqueItems: true, items: text } } },
  },
} as const

const result = {
  type: 'object',
  additionalProperties: false,
  required: ['message', 'ruleId', 'locations', 'partialFingerprints'],
  properties: {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message: multiformat,
    locations: { type: 'array', minItems: 1, items: location },
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
    suppressions: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        properties: {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
        },
      },
    },
    properties: { type: 'object' },
  },
} as const

const notification = {
  type: 'object',
  additionalProperties: false,
  required: ['message'],
  properties: { level, message: multiformat, locations: { type: 'array', items: location } },
} as const

const run = {
  type: 'object',
  additionalProperties: false,
  required: ['tool', 'results', 'columnKind'],
  properties: {
    tool: {
      type: 'object',
      additionalProperties: false,
      required: ['driver'],
      properties: {
        driver: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: text,
            version: text,
            semanticVersion: text,
            language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
            rules: { type: 'array', uniqueItems: true, items: rule },
          },
        },
      },
    },
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    originalUriBaseIds: {
      type: 'object',
      additionalProperties: { type: 'object', properties: { description: multiformat } },
    },
    invocations: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['executionSuccessful'],
        properties: {
          executionSuccessful: { type: 'boolean' },
          toolExecutionNotifications: { type: 'array', items: notification },
        },
      },
    },
    artifacts: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { location: artifactLocation, roles: { type: 'array', items: { const: 'analysisTarget' } } },
      },
    },
    results: { type: 'array', items: result },
  },
} as const

export const sarifSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string', pattern: '^https://.*sarif-schema-2\\.1\\.0\\.json$' },
    version: { const: '2.1.0' },
    runs: { type: 'array', minItems: 1, items: run },
  },
} as const

export const codeQualitySchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
} as const
