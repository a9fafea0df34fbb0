import { setTimeout } from 'node:timers/promises';

/** Long enough for what was written to leave the machine before the connection breaks. */
const flushMs = 20;

/** The connection that an answer goes out on. */
export interface Breakable {
  destroy(): unknown;
}

/** The answer, whose body breaks the connection where it fails, as the network does: without a word. */
export function breakingConnection(response: Response, connection: Breakable): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        await setTimeout(flushMs);
        connection.destroy();
        controller.close();
      }
    },
    cancel: reason => reader.cancel(reason),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
