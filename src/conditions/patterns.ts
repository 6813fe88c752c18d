// The forms `like` and `not-like` may name. No expression stands in a sheet.

/** Sets of Unicode properties are slow to make, and few names need them. */
const specialSymbols = {
  test: (text: string) =>
    !/^[\u4e00-\u9fffA-Za-z0-9（）()·.-]*$/.test(text) && /[^\p{L}\p{N}\s（）()·•.\-—、，,:：《》“”"&]/u.test(text),
}

/** Each is made when it is asked for: to read them all would cost every start more than the one that is meant. */
export const patterns = {
  get 'service-code'() {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  },
  get md5() {
    return /^([0-9a-f]{2}:?){15}[0-9a-f]{2}$/i
  },
  get sha1() {
    return /^([0-9a-f]{2}:?){19}[0-9a-f]{2}$/i
  },
  get 'package-name'() {
    return /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/i
  },
  get 'bundle-id'() {
    return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i
  },
  get 'public-key'() {
    return /^(-----BEGIN |[A-Za-z0-9+/=\s]{64,}$|([0-9a-f]{2}[:\s]?){32,}$)/i
  },
  get 'only-digits'() {
    return /^[\d\s]+$/
  },
  get 'only-latin'() {
    return /^[\p{Script=Latin}\d\s.\-_&']+$/u
  },
  get 'special-symbols'() {
    return specialSymbols
  },
  get brackets() {
    return /[（）()【】[\]<>《》]/
  },
  get placeholder() {
    return /^(测试|test|demo|未命名|暂无|无|n\/?a|x+|app名称|应用名称|请输入.*|xxx+|\$\{.*\}|\{\{.*\}\})$/i
  },
  get 'two-different-characters'() {
    return /^(?!(.)\1*$)./
  },
  get 'game-number'() {
    return /(ISBN\s*)?978-?7-?[\d-]{8,}|国新出审|新广出审|版号/i
  },
  get 'filing-link'() {
    return /^https?:\/\/beian\.miit\.gov\.cn\/?/i
  },
  get 'secure-filing-link'() {
    return /^https:\/\/beian\.miit\.gov\.cn\/?$/i
  },
  get 'with-suffix-number'() {
    return /ICP备\d{8}(\d{2})?号-\d+/i
  },
  get 'sponsor-number'() {
    return /ICP备\d{8}(\d{2})?号(?!-\d)/i
  },
  get 'same-site-remark'() {
    return /指向同一网站|同一网站/
  },
  get 'filing-only-watermark'() {
    return /备案/
  },
} as const

export type PatternName = keyof typeof patterns

export const isPatternName = (name: string): name is PatternName => name in patterns

export const patternNames: readonly PatternName[] = Object.keys(patterns).filter(isPatternName)
