import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** Makes the secret that a webhook's messages are signed with. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** What is signed. */
export interface SignedMessage {
  readonly id: string;
  readonly body: string;
  /** When it is sent, in seconds since 1970: an old message that is sent again by somebody else is told by it. */
  readonly seconds: number;
}

/**
 * The headers that prove where a message comes from: HMAC-SHA256 over its id, its time and its body, as “Standard
 * Webhooks” 1.0 has it, for which there are checkers in every language.
 */
export function signatureOf(secret: string, { id, body, seconds }: SignedMessage): Record<string, string> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
