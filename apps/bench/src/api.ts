import { Agent, get } from 'node:http';
import { startChild } from './child.js';
import { median } from './median.js';

/** One kind of request to the API beside a bare Hono handler that returns the same bytes. */
export interface ApiResult {
  readonly orders: number;
  readonly name: string;
  readonly bytes: number;
  /** Requests a second. */
  readonly bareRate: number;
  readonly apiRate: number;
  /** `apiRate / bareRate`. */
  readonly ratio: number;
  /** The slowest of a hundred took so long. */
  readonly bareP99Ms: number;
  readonly apiP99Ms: number;
}

interface Served {
  readonly port: number;
  readonly token: string;
  readonly paths: Readonly<Record<string, string>>;
}

const measuredMs = 2000;
const warmUpMs = 500;
const atATime = 4;

/** The two take turns, `rounds` times; the medians count. */
export async function benchApi(orders: number, rounds: number): Promise<ApiResult[]> {
  const server = startChild('./api-server.js', [String(orders)]);
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  try {
    const { port, token, paths } = (await server.answer) as Served;
    const results: ApiResult[] = [];
    for (const [index, [name, path]] of Object.entries(paths).entries()) {
      const ask = (address: string) => () => request(agent, `http://127.0.0.1:${port}${address}`, token);
      const [bare, api] = [ask(`/bare/${index}`), ask(path)];
      for (const one of [bare, api]) await load(one, warmUpMs);
      const measured: { readonly bare: Load; readonly api: Load }[] = [];
      for (let round = 0; round < rounds; round++)
        measured.push({ bare: await load(bare, measuredMs), api: await load(api, measuredMs) });
      const bareRate = median(measured.map(one => one.bare.rate));
      const apiRate = median(measured.map(one => one.api.rate));
      results.push({
        ...{ orders, name, bareRate, apiRate, ratio: apiRate / bareRate },
        bytes: await api(),
        bareP99Ms: median(measured.map(one => one.bare.p99Ms)),
        apiP99Ms: median(measured.map(one => one.api.p99Ms)),
      });
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
