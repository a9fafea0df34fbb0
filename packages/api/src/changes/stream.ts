import type { Change, Host, Storage } from '@cartograph/core';
import { type ChangeWish, pollMs, readChanges } from './read.js';

/** A line that nobody reads, so that what is between sees that the connection is alive. */
const quietMs = 15_000;

/** Server-sent events, as they happen, until who asked goes away or the server stops: https://html.spec.whatwg.org/#server-sent-events */
export function streamChanges(
  { storage, host }: { readonly storage: Storage; readonly host: Host },
  wish: ChangeWish,
  since: number,
  signal: AbortSignal,
): Response {
  const gone = new AbortController();
  const ending = AbortSignal.any([gone.signal, signal, ...(host.signal ? [host.signal] : [])]);
  const encoder = new TextEncoder();
  let from = since;
  let spokenAt = host.now().getTime();
  const next = async (): Promise<string> => {
    for (;;) {
      const page = await readChanges(storage, wish, from);
      const moved = page.next > from;
      from = page.next;
      if (page.data.length > 0) return page.data.map(eventOf).join('');
      if (host.now().getTime() - spokenAt >= quietMs) return ': still here\n\n';
      if (!moved) await host.sleep(pollMs, ending);
      ending.throwIfAborted();
    }
  };
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(encoder.encode(': changes\n\n')),
    async pull(controller) {
      try {
        controller.enqueue(encoder.encode(await next()));
        spokenAt = host.now().getTime();
      } catch (error) {
        if (ending.aborted) controller.close();
        else controller.error(error);
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}

const eventOf = (change: Change): string =>
  `id: ${change.sequence}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
