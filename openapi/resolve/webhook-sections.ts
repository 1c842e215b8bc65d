/**
 * The fields of a document that hold webhooks: that of OpenAPI 3.1, and the extension that stands for it in documents of 3.0. A name
 * in both is that of the first.
 */
export const WEBHOOK_SECTIONS = ['webhooks', 'x-webhooks'] as const;

/** Whether a field of a document holds webhooks. */
export function isWebhookSection(key: string | undefined): boolean {
  return WEBHOOK_SECTIONS.some((section) => section === key);
}
