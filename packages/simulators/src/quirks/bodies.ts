import type { Fetch, Quirk, QuirkWorld } from './quirk.js';

/** Some answers come with another body. An answer without one is left alone. */
const spoil =
  (change: (body: Uint8Array<ArrayBuffer>, world: QuirkWorld) => Uint8Array<ArrayBuffer> | ReadableStream) =>
  (next: Fetch, world: QuirkWorld): Fetch =>
  async request => {
    const response = await next(request);
    if (response.body === null || !world.strikes(request)) return response;
    const { status, headers } = response;
    headers.delete('content-length');
    return new Response(change(new Uint8Array(await response.arrayBuffer()), world), { status, headers });
  };

const dripMs = 10_000;
const drips = 8;

export const resetMidBody: Quirk = {
  name: 'reset-mid-body',
  description: 'Some connections break in the middle of an answer; asked again, it comes whole',
  wrap: spoil((body, { random }) => {
    const cut = random.int(0, body.length - 1);
    const pieces = [body.subarray(0, cut)].filter(({ length }) => length > 0).values();
    return new ReadableStream({
      pull(controller) {
        const { value } = pieces.next();
        if (value) controller.enqueue(value);
        else controller.error(new TypeError('terminated'));
      },
    });
  }),
};

export const slowDrip: Quirk = {
  name: 'slow-drip',
  description: `Some answers trickle in over ${(drips * dripMs) / 1000} seconds; asked again, they come at once`,
  wrap: spoil((body, { sleep }) => {
    const size = Math.ceil(body.length / drips);
    let sent = 0;
    return new ReadableStream({
      async pull(controller) {
        await sleep(dripMs);
        controller.enqueue(body.subarray(sent, sent + size));
        sent += size;
        if (sent >= body.length) controller.close();
      },
    });
  }),
};

export const truncatedJson: Quirk = {
  name: 'truncated-json',
  description: 'Some answers end in the middle of their JSON, without an error; asked again, they come whole',
  wrap: spoil((body, { random }) => {
    const text = new TextDecoder().decode(body).trim();
    // A number that is cut is another number, and what is no JSON has no end to miss.
    return /^[[{"]/.test(text) ? body.slice(0, random.int(1, text.length - 1)) : body;
  }),
};
