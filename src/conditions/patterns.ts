// The forms `like` and `not-like` may name. No expression stands in a sheet.

export const patterns = {
  'service-code': /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  md5: /^([0-9a-f]{2}:?){15}[0-9a-f]{2}$/i,
  sha1: /^([0-9a-f]{2}:?){19}[0-9a-f]{2}$/i,
  'package-name': /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/i,
  'bundle-id': /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  'public-key': /^(-----BEGIN |[A-Za-z0-9+/=\s]{64,}$|([0-9a-f]{2}[:\s]?){32,}$)/i,
  'only-digits': /^[\d\s]+$/,
  'only-latin': /^[\p{Script=Latin}\d\s.\-_&']+$/u,
  'special-symbols': /[^\p{L}\p{N}\s（）()·•.\-—、，,:：《》“”"&]/u,
  brackets: /[（）()【】[\]<>《》]/,
  placeholder: /^(测试|test|demo|未命名|暂无|无|n\/?a|x+|app名称|应用名称|请输入.*|xxx+|\$\{.*\}|\{\{.*\}\})$/i,
  'two-different-characters': /^(?!(.)\1*$)./,
  'game-number': /(ISBN\s*)?978-?7-?[\d-]{8,}|国新出审|新广出审|版号/i,
  'filing-link': /^https?:\/\/beian\.miit\.gov\.cn\/?/i,
  'secure-filing-link': /^https:\/\/beian\.miit\.gov\.cn\/?$/i,
  'with-suffix-number': /ICP备\d{8}(\d{2})?号-\d+/i,
  'sponsor-number': /ICP备\d{8}(\d{2})?号(?!-\d)/i,
  'same-site-remark': /指向同一网站|同一网站/,
  'filing-only-watermark': /备案/,
} as const

export type PatternName = keyof typeof patterns

export const isPatternName = (name: string): name is PatternName => name in patterns

export const patternNames: readonly PatternName[] = Object.keys(patterns).filter(isPatternName)
