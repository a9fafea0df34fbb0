import { createHash } from 'node:crypto';
import type { ApiKey, Host, Storage } from '@cartograph/core';
import { CodatError, invalid } from './error.js';

const kind = 'codat idempotency key';
const keptMs = 90 * 60_000;
const longestKey = 255;

/** A request that carried a key; `answer` is null until there is one. */
interface Kept {
  readonly request: string;
  readonly at: number;
  readonly answer: { readonly status: number; readonly type: string | null; readonly body: string } | null;
}

/** Performs a request, or answers what it was answered before. */
export type Once = (request: Request, key: ApiKey, perform: () => Promise<Response>) => Promise<Response>;

/**
 * A POST or PATCH with an `Idempotency-Key` acts once in ninety minutes: what it was answered, a refusal as well, is
 * answered again. The key is claimed before anything is done, so that after a crash it answers 409 and does not act twice.
 */
export function createOnce({ storage, host }: { readonly storage: Storage; readonly host: Host }): Once {
  const underWay = new Set<string>();
  let sweptAt = Number.NEGATIVE_INFINITY;

  async function forgetOld(now: number): Promise<void> {
    if (now - sweptAt < keptMs) return;
    sweptAt = now;
    for (const { id, body } of await storage.entries(kind)) {
      if (now - (JSON.parse(body) as Kept).at >= keptMs) await storage.deleteEntry(kind, id);
    }
  }

  async function performOnce(id: string, asked: string, perform: () => Promise<Response>): Promise<Response> {
    const now = host.now().getTime();
    await forgetOld(now);
    const entry = await storage.entry(kind, id);
    const kept: Kept | null = entry && JSON.parse(entry.body);
    if (kept && now - kept.at < keptMs) return answerAgain(kept, asked);
    const keep = (answer: Kept['answer']) =>
      storage.saveEntry({ kind, id, body: JSON.stringify({ request: asked, at: now, answer } satisfies Kept) });
    await keep(null);
    const response = await perform();
    const body = await response.clone().text();
    await keep({ status: response.status, type: response.headers.get('content-type'), body });
    return response;
  }

  return async (request, key, perform) => {
    const name = /^(POST|PATCH)$/.test(request.method) ? request.headers.get('idempotency-key') : null;
    if (name === null) return perform();
    if (name.length > longestKey) throw invalid(`an Idempotency-Key has ${longestKey} characters at most`);
    const id = hashOf(key.id, name);
    const asked = hashOf(request.method, new URL(request.url).pathname.toLowerCase(), await request.clone().text());
    if (underWay.has(id)) throw stillRunning();
    underWay.add(id);
    try {
      return await performOnce(id, asked, perform);
    } finally {
      underWay.delete(id);
    }
  };
}

function answerAgain({ request, answer }: Kept, asked: string): Response {
  if (request !== asked) throw new CodatError(422, 'This Idempotency-Key was sent with another request before.');
  if (answer === null) throw stillRunning();
  const { status, type, body } = answer;
  return new Response(body === '' ? null : body, { status, headers: type === null ? {} : { 'content-type': type } });
}

const stillRunning = () =>
  new CodatError(
    409,
    'A request with this Idempotency-Key is being processed, or was broken off: look at what came of it.',
  );

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
