// What stands on every printed form beside its own text. Forms are Chinese; the English is printed under it for readers of English.
import type { Bilingual } from '../rules/source.ts'

export const formPage = {
  draft: (office: string | undefined): Bilingual => ({
    zh: `草稿：${office ?? '管局'}或接入服务商提供模板的，以其模板为准，本页仅供备齐内容`,
    en: `Draft: where the administration or the provider has a template, theirs counts; this page helps to prepare it`,
  }),
  ownTemplate: (office: string | undefined): Bilingual => ({
    zh: `草稿：${office ?? '管局'}对本材料有指定模板，以其模板为准，本页仅供备齐内容`,
    en: `Draft: the administration has a template of its own for this paper, which counts; this page helps to prepare it`,
  }),
  signing: {
    zh: '签署须知（填写提示，不属于正文，不必提交）',
    en: 'How to sign it (a hint, not part of the form and not handed in)',
  },
  copyHere: {
    zh: '请用黑色签字笔将下面的文字逐字抄写在横线上：',
    en: 'Copy this text by hand, character by character, onto the lines below:',
  },
  sealHere: '盖章处',
  fingerprintHere: '手印',
  day: '　　　　年　　月　　日',
  foot: (title: string, printedFrom: string): string => `${title} · 打印依据 ${printedFrom}`,
  page: (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`,
} as const
