import type { Simulator } from '../simulator.js';

const origin = 'https://iconic.example';

/** A bare client of the simulated API: just enough to look at it from outside. */
export interface TestClient {
  readonly config: { readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string };
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a successful answer. */
  read<T>(path: string): Promise<T>;
  /** The status and the JSON of the answer to a JSON body; null where there is no body. */
  send(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** All rows of a paged list. */
  all<T>(path: string, limit?: number): Promise<T[]>;
}

export interface ItemJson {
  readonly id: number;
  readonly orderId: number;
  readonly status: string;
  readonly updatedAt: string | null;
  readonly lastStatusChangedAt: string;
  readonly warehouseName: string | null;
  readonly product: { readonly sku: string; readonly sellerSku: string | null };
  readonly failureReason: { readonly type: string | null; readonly name: string | null };
  readonly extraAttributes: { readonly installment_fee: number } | null;
  readonly vouchers: readonly { readonly amount: number; readonly amountFundedBySeller: number }[];
  readonly [amount: string]: unknown;
}

export interface OrderJson {
  readonly id: number;
  readonly number: string;
  readonly currency: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly addressUpdatedAt: string | null;
  readonly customer: { readonly firstName: string | null };
  readonly address: {
    readonly shipping: {
      readonly email: string;
      readonly phone: readonly string[];
      readonly address: readonly string[];
    };
  };
  readonly voucher: { readonly code: string | null };
  readonly statusList: Readonly<Record<string, number>>;
  readonly grandTotal?: number | string;
  readonly unitPriceSumWithFees: number | string;
  readonly items: readonly ItemJson[];
}

export interface TransactionJson {
  readonly id: number;
  readonly date: string;
  readonly typeId: number;
  readonly amount: number;
  readonly statementId: number;
  readonly statementType: string;
  readonly country: string;
  readonly orderItemId: number | null;
  readonly orderNumber: string | null;
}

/** Hundredths, from a number or a numeric text: integers, so that sums are exact. */
export const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

export const tokenRequest = (body: RequestInit['body'], headers: Record<string, string> = {}): Request =>
  new Request(`${origin}/oauth/client-credentials`, { method: 'POST', body: body ?? null, headers });

export async function connect(simulator: Simulator): Promise<TestClient> {
  const config = simulator.config(origin) as TestClient['config'];
  const form = { grant_type: 'client_credentials', client_id: config.clientId, client_secret: config.clientSecret };
  const issued = await simulator.fetch(tokenRequest(new URLSearchParams(form)));
  const { access_token } = (await issued.json()) as { access_token: string };
  const request = (path: string, init: RequestInit = {}) =>
    simulator.fetch(
      new Request(`${origin}${path}`, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${access_token}` },
      }),
    );
  const read = async <T>(path: string): Promise<T> => {
    const response = await request(path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  };
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  return {
    config,
    send,
    request,
    read,
    all: async <T>(path: string, limit = 100) => {
      const rows: T[] = [];
      for (;;) {
        const { items } = await read<{ items: T[] }>(
          `${path}${path.includes('?') ? '&' : '?'}limit=${limit}&offset=${rows.length}`,
        );
        if (items.length === 0) return rows;
        rows.push(...items);
      }
    },
  };
}
