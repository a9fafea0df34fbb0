import { createWebhooks } from '../webhooks/webhooks.js';
import { createWorld, type World } from './world.js';

/** What came to a consumer. */
export interface Received {
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every shape.
  readonly body: any;
}

/** A world in which consumers live at `https://<name>.hook/`, and answer 204 unless told. */
export interface HookWorld extends World {
  readonly received: Received[];
  readonly answers: Map<string, number>;
  /** Delivers what there is; time stands still. */
  tell(): Promise<readonly Received[]>;
}

export async function createHookWorld(orders = 1): Promise<HookWorld> {
  const received: Received[] = [];
  const answers = new Map<string, number>();
  const world = await createWorld(orders, async request => {
    const { url, headers } = request;
    const text = await request.text();
    received.push({ url, headers, text, body: JSON.parse(text) });
    return new Response(null, { status: answers.get(url) ?? 204 });
  });
  return {
    ...world,
    received,
    answers,
    async tell() {
      const before = received.length;
      const stopping = new AbortController();
      let [seen, quiet] = [before, 0];
      const sleep: World['host']['sleep'] = async (ms, signal) => {
        // Nobody waits for an answer that is there at once.
        if (ms !== 1000)
          return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
        for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
        quiet = received.length === seen ? quiet + 1 : 0;
        seen = received.length;
        if (quiet > 2) stopping.abort();
      };
      await createWebhooks({ ...world, host: { ...world.host, sleep } }).deliver(stopping.signal);
      return received.slice(before);
    },
  };
}
