import { Agent, get } from 'node:http';
import { startChild } from './child.js';
import { median } from './median.js';

/** What answers: the API, or a bare Hono handler with the same answer. */
export type Answerer = 'API' | 'bytes in memory' | 'text in memory' | 'query alone';

/** One kind of request to one of them. */
export interface ApiResult {
  readonly orders: number;
  readonly name: string;
  readonly bytes: number;
  readonly answerer: Answerer;
  /** Requests a second. */
  readonly rate: number;
  /** The slowest of a hundred took so long. */
  readonly p99Ms: number;
  /** What the API reaches of this rate. */
  readonly share: number;
}

interface Served {
  readonly port: number;
  readonly token: string;
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Answerer, string>>>>>;
}

const measuredMs = 2000;
/** Enough for the engine to have compiled most of it. */
const warmUpMs = 1500;
const atATime = 4;

/** They take turns, `rounds` times; the medians count. */
export async function benchApi(orders: number, rounds: number): Promise<ApiResult[]> {
  const server = startChild('./api-server.js', [String(orders)]);
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  try {
    const { port, token, paths } = (await server.answer) as Served;
    const results: ApiResult[] = [];
    for (const [name, answerers] of Object.entries(paths)) {
      const all = Object.entries(answerers).map(([answerer, path]) => ({
        answerer: answerer as Answerer,
        ask: () => request(agent, `http://127.0.0.1:${port}${path}`, token),
        loads: [] as Load[],
      }));
      for (const { ask } of all) await load(ask, warmUpMs);
      for (let round = 0; round < rounds; round++)
        for (const { ask, loads } of all) loads.push(await load(ask, measuredMs));
      const rateOf = (loads: readonly Load[]) => median(loads.map(({ rate }) => rate));
      const apiRate = rateOf(all.find(({ answerer }) => answerer === 'API')?.loads ?? []);
      for (const { answerer, ask, loads } of all) {
        const p99Ms = median(loads.map(one => one.p99Ms));
        const rate = rateOf(loads);
        results.push({ orders, name, bytes: await ask(), answerer, rate, p99Ms, share: apiRate / rate });
      }
    }
    return results;
  } finally {
    agent.destroy();
    server.process.kill();
  }
}

interface Load {
  readonly rate: number;
  readonly p99Ms: number;
}

async function load(ask: () => Promise<number>, ms: number): Promise<Load> {
  const started = performance.now();
  const took: number[] = [];
  const one = async () => {
    while (performance.now() - started < ms) {
      const asked = performance.now();
      await ask();
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
  const seconds = (performance.now() - started) / 1000;
  took.sort((left, right) => left - right);
  return { rate: took.length / seconds, p99Ms: took[Math.floor(took.length * 0.99)] ?? 0 };
}

/** Answers how many bytes came. */
const request = (agent: Agent, url: string, token: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, response => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} was answered ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
