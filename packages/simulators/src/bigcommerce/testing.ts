import { type BigCommerceSimulatorOptions, createBigCommerceSimulator } from './simulator.js';

export type Json = Record<string, unknown>;

export interface OrderJson extends Json {
  readonly id: number;
  readonly customer_id: number;
  readonly date_created: string;
  readonly date_modified: string;
  readonly status_id: number;
  readonly total_inc_tax: string;
}

interface V3Page<T> {
  readonly data: readonly T[];
  readonly meta: {
    readonly pagination: { readonly total: number; readonly current_page: number; readonly total_pages: number };
  };
}

/** A simulator and a bare client of its API, which looks at it from outside only. */
export function openShop(options: BigCommerceSimulatorOptions = {}) {
  const simulator = createBigCommerceSimulator(options);
  const { storeHash, accessToken } = simulator.config('https://bigcommerce.example') as {
    storeHash: string;
    accessToken: string;
  };

  const request = (path: string, headers: Record<string, string> = { 'x-auth-token': accessToken }) =>
    simulator.fetch(new Request(`https://bigcommerce.example/stores/${storeHash}${path}`, { headers }));

  /** The body of a successful answer; an empty list where the platform says nothing (204). */
  const read = async <T>(path: string): Promise<T> => {
    const response = await request(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (response.status === 204 ? [] : await response.json()) as T;
  };

  /** Status and body of an answer to a write; the body is null where there is none. */
  const send = async <T = Json>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> => {
    const response = await simulator.fetch(
      new Request(`https://bigcommerce.example/stores/${storeHash}${path}`, {
        method,
        headers: { 'x-auth-token': accessToken, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  };

  const join = (path: string, page: number) => `${path}${path.includes('?') ? '&' : '?'}page=${page}`;

  return {
    simulator,
    storeHash,
    accessToken,
    request,
    read,
    send,
    /** All rows of a V2 list: page after page until one is empty. */
    async allV2<T>(path: string): Promise<T[]> {
      const rows: T[] = [];
      for (let page = 1; ; page++) {
        const found = await read<T[]>(join(path, page));
        if (found.length === 0) return rows;
        rows.push(...found);
      }
    },
    /** All rows of a V3 list. */
    async allV3<T>(path: string): Promise<T[]> {
      const rows: T[] = [];
      for (let page = 1; ; page++) {
        const { data, meta } = await read<V3Page<T>>(join(path, page));
        rows.push(...data);
        if (page >= meta.pagination.total_pages) return rows;
      }
    },
  };
}

export const idsOf = (rows: readonly Json[]): string[] => rows.map(({ id }) => String(id));

/** Money as a whole number of ten-thousandths, whether it came as text or as a number. */
export const units = (amount: unknown): number => Math.round(Number(amount) * 10_000);
