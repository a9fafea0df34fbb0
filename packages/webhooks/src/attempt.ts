import type { Host } from '@cartograph/core';
import type { Attempt } from './delivery.js';
import { sign, type Vault } from './secret.js';
import type { Signed } from './signed.js';

/** As Codat has it. */
const mostWaitMs = 15_000;

/** Sends a message once. What comes of it stands in the result; only the signal's reason and a secret that does not open are thrown. */
export async function attempt(
  { host, vault }: { readonly host: Host; readonly vault: Vault },
  consumer: Signed,
  message: { readonly id: string; readonly body: string },
  signal?: AbortSignal,
): Promise<Attempt> {
  const now = host.now();
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Cartograph-Webhooks/1',
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': sign(vault, consumer, message, now),
  };
  const outcome = await send(
    host,
    consumer.url,
    { method: 'POST', headers, body: message.body, redirect: 'manual' },
    signal,
  );
  return { at: now.toISOString(), ...outcome, milliseconds: host.now().getTime() - now.getTime() };
}

type Outcome = Pick<Attempt, 'status' | 'error'>;

async function send({ fetch, sleep }: Host, url: string, init: RequestInit, signal?: AbortSignal): Promise<Outcome> {
  const over = new AbortController();
  const ending = signal ? AbortSignal.any([over.signal, signal]) : over.signal;
  const late = sleep(mostWaitMs, ending).then(
    (): Outcome => ({ status: null, error: `no answer within ${mostWaitMs / 1000} s` }),
  );
  const answered = fetch(url, { ...init, signal: ending }).then(outcomeOf, failureOf);
  try {
    return await Promise.race([answered, late]);
  } finally {
    over.abort();
    late.catch(() => {});
    signal?.throwIfAborted();
  }
}

async function outcomeOf({ status, body }: Response): Promise<Outcome> {
  await body?.cancel();
  if (status >= 200 && status < 300) return { status, error: null };
  if (status >= 300 && status < 400) return { status, error: `it answered ${status}, and redirects are not followed` };
  return { status, error: `it answered ${status}` };
}

/** An address may hold a secret, so only the kind of failure is told. */
function failureOf(error: unknown): Outcome {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { readonly code?: unknown } | null)?.code;
  if (code === 'ERR_PRIVATE_ADDRESS') return { status: null, error: 'its address is not public' };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return { status: null, error: 'its answer is too long' };
  return { status: null, error: `no answer${typeof code === 'string' ? ` (${code})` : ''}` };
}
