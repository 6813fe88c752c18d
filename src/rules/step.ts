// The seven steps of a filing, in their order.

export const steps = ['type', 'product', 'information', 'papers', 'face', 'sms', 'submission'] as const
export type Step = (typeof steps)[number]
