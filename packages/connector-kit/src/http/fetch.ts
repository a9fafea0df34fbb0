import { Agent, type Dispatcher, interceptors, request as send } from 'undici';
import { acceptedCodings, decompress } from './decompress.js';

const mostRedirects = 20;
const hasNoBody = new Set([204, 205, 304]);

/**
 * `fetch` as the platform's APIs need it: the same arguments, answers and errors as the built-in one, in little more than
 * half of its time for a small answer. A body is read whole before the answer is handed out, so nothing is streamed.
 */
export function createFetch(dispatcher: Dispatcher = new Agent()): typeof globalThis.fetch {
  const following = dispatcher.compose(interceptors.redirect({ maxRedirections: mostRedirects }));
  return async (input, init = {}) => {
    const { signal = null, ...rest } = init;
    const isWhole = input instanceof Request && Object.keys(rest).length === 0;
    const request = isWhole ? input : new Request(input, rest);
    const ending = signal ?? (input instanceof Request ? input.signal : null);
    ending?.throwIfAborted();
    try {
      return await exchange(request, ending, request.redirect === 'follow' ? following : dispatcher);
    } catch (cause) {
      ending?.throwIfAborted();
      throw new TypeError('fetch failed', { cause });
    }
  };
}

async function exchange(request: Request, signal: AbortSignal | null, dispatcher: Dispatcher): Promise<Response> {
  const headers: Record<string, string> = { 'accept-encoding': acceptedCodings };
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const answer = await send(request.url, {
    dispatcher,
    method: request.method as Dispatcher.HttpMethod,
    headers,
    body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
    signal,
  });
  const sent = new Uint8Array(await answer.body.arrayBuffer());
  const status = answer.statusCode;
  if (request.redirect === 'error' && status >= 300 && status < 400) throw new Error(`redirected (${status})`);
  const received = headersOf(answer.headers);
  const bytes = hasNoBody.has(status) ? null : await decompress(sent, received.get('content-encoding'));
  const response = new Response(bytes && bodyOf(bytes), { status, headers: received });
  if (bytes !== null) bodies.set(response, bytes);
  return response;
}

/** From here on a stream costs less than the copy that an answer makes of bytes that it is given. */
const longBytes = 65_536;

const bodyOf = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | ReadableStream =>
  bytes.length < longBytes
    ? bytes
    : new ReadableStream(
        {
          pull(controller) {
            controller.enqueue(bytes);
            controller.close();
          },
        },
        { highWaterMark: 0 },
      );

/** What answers were made of: reading it back out of one copies it twice, through a stream. */
const bodies = new WeakMap<Response, Uint8Array<ArrayBuffer>>();

/** The whole body of an answer, of this fetch or another. */
export const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  bodies.get(response) ?? new Uint8Array(await response.arrayBuffer());

function headersOf(sent: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
