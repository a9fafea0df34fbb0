import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBigCommerceSimulator } from '@cartograph/simulators';

/**
 * A shop that answers from memory: each page is made once and then sent as the same bytes, so that the measurement is of
 * the reader and not of the shop, nor of its quota, of which it says nothing. `GET /pages` lists the paths that were asked
 * for since the last `DELETE /pages`.
 */
const [, , orders = '1000'] = process.argv;
/** A window of the quota ends before it is used up, however long the pages take. */
const windowMs = 30_000;
const windows = (requests: number): number => Math.floor(requests / 50_000);

let made = 0;
const simulator = createBigCommerceSimulator({ orders: Number(orders), elapsedMs: () => windows(made) * windowMs });

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const answers = new Map<string, Answer>();
let asked: string[] = [];

/** The end of the window is the moment of the run; the shop stands still, so it does not matter for the answer. */
const keyOf = (path: string): string => path.replace(/max_date_modified=[^&]*/, '');

async function answerTo(path: string, headers: Record<string, string>): Promise<Answer> {
  const known = answers.get(keyOf(path));
  if (known) return known;
  made += 1;
  const response = await simulator.fetch(new Request(`http://127.0.0.1${path}`, { headers }));
  const body = Buffer.from(await response.arrayBuffer());
  const told = [...response.headers].filter(([name]) => !name.startsWith('x-rate-limit'));
  const answer = { status: response.status, headers: Object.fromEntries(told), body };
  answers.set(keyOf(path), answer);
  return answer;
}

const server = createServer(async (request, response) => {
  const path = request.url ?? '/';
  if (path === '/pages') {
    const list = JSON.stringify(asked);
    if (request.method === 'DELETE') asked = [];
    response.end(list);
    return;
  }
  asked.push(path);
  const { status, headers, body } = await answerTo(path, request.headers as Record<string, string>);
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify(simulator.config(`http://127.0.0.1:${port}`))}\n`);
});
