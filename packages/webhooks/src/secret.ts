import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { ConsumerSecret } from './consumer.js';

/** Keeps what nobody may read in the database; `id` is bound to what is sealed. */
export interface Vault {
  seal(id: string, value: unknown): string;
  /** Throws a ConfigError where it does not open. */
  unseal(sealed: { readonly id: string; readonly settings: string }): unknown;
}

const secretBytes = 32;

/** As Standard Webhooks writes them. */
const newSecret = (): string => `whsec_${randomBytes(secretBytes).toString('base64')}`;

const nameOf = (consumerId: string): string => `webhook ${consumerId}`;

interface Texts {
  readonly current: string;
  readonly previous: string | null;
}

const textsOf = (vault: Vault, id: string, { sealed }: ConsumerSecret): Texts =>
  vault.unseal({ id: nameOf(id), settings: sealed }) as Texts;

/** Another secret, beside which the one before signs until `previousUntil`. */
export function rotate(
  vault: Vault,
  consumer: { readonly id: string; readonly secret: ConsumerSecret | null },
  { now, previousUntil, shown }: { readonly now: Date; readonly previousUntil: Date | null; readonly shown: boolean },
): { readonly secret: ConsumerSecret; readonly text: string } {
  const { id } = consumer;
  const previous = consumer.secret && previousUntil ? textsOf(vault, id, consumer.secret).current : null;
  const texts: Texts = { current: newSecret(), previous };
  const secret = {
    sealed: vault.seal(nameOf(id), texts),
    ...{ since: now.toISOString(), shown },
    previousUntil: previous === null ? null : (previousUntil?.toISOString() ?? null),
  };
  return { secret, text: texts.current };
}

export const textOf = (vault: Vault, id: string, secret: ConsumerSecret): string => textsOf(vault, id, secret).current;

/** The value of `webhook-signature`: one signature a secret that is good at the time. */
export function sign(
  vault: Vault,
  { id, secret }: { readonly id: string; readonly secret: ConsumerSecret },
  message: { readonly id: string; readonly body: string },
  now: Date,
): string {
  const { current, previous } = textsOf(vault, id, secret);
  const isGood = secret.previousUntil !== null && now.getTime() < Date.parse(secret.previousUntil);
  const texts = previous !== null && isGood ? [current, previous] : [current];
  return texts.map(text => new Webhook(text).sign(message.id, now, message.body)).join(' ');
}
