import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { simulators } from './simulator.js';

/**
 * A shop that answers from memory: each page is made once and then sent as the same bytes, so that the measurement is of
 * the reader and not of the shop, nor of its quota, of which it says nothing. `GET /pages` lists the paths that were asked
 * for by GET since the last `DELETE /pages`.
 */
const [, , orders = '1000', platform = 'bigcommerce'] = process.argv;
/** A window of the quota ends before it is used up, however long the pages take. */
const windowMs = 30_000;
const windows = (requests: number): number => Math.floor(requests / 50_000);

let made = 0;
/** Signatures are made for it. */
let origin = '';
const createSimulator = simulators[platform as keyof typeof simulators];
const simulator = createSimulator({
  orders: Number(orders),
  ...(platform === 'bigcommerce' && { elapsedMs: () => windows(made) * windowMs }),
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const answers = new Map<string, Answer>();
let asked: string[] = [];

/** The end of the window is the moment of the run; the shop stands still, so it does not matter for the answer. */
const keyOf = (path: string): string => path.replace(/max_date_modified=[^&]*/, '');

async function answerTo(path: string, init: RequestInit): Promise<Answer> {
  const known = answers.get(keyOf(path));
  if (known) return known;
  made += 1;
  const response = await simulator.fetch(new Request(`${origin}${path}`, init));
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
  const { method = 'GET' } = request;
  const posted = method === 'GET' ? null : await buffer(request);
  if (posted === null) asked.push(path);
  const sent = { method, headers: request.headers as Record<string, string>, body: posted };
  const { status, headers, body } = await answerTo(path, sent);
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
});

server.listen(0, '127.0.0.1', () => {
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.stdout.write(`${JSON.stringify(simulator.config(origin))}\n`);
});
