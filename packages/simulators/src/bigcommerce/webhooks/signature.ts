import { createHmac } from 'node:crypto';

/** Standard Webhooks with the application's secret as it is: no base64 goes into the key. */
export const webhookSignature = (secret: string, id: string, timestamp: number, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
