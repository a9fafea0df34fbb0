import { type BatchResult, inBatches } from '@cartograph/connector-kit';
import { type CommerceError, RequestError, TransportError } from '@cartograph/core';
import { z } from 'zod';
import { renderMessage } from '../errors.js';
import {
  type BulkOperation,
  type BulkReceipt,
  type BulkStatus,
  bulkReceiptSchema,
  bulkStatusSchema,
} from '../native/bulk.js';
import { type Api, at, type MagentoCall, one, type Raw } from './api.js';
import type { Lists } from './lists.js';

export type WriteMethod = 'POST' | 'PUT' | 'DELETE';

export interface Patience {
  /** Until the operations are looked at again; two seconds unless told. */
  readonly pollMs?: number | undefined;
  /** How long they may take; ten minutes unless told. */
  readonly patienceMs?: number | undefined;
}

/** Writes that the shop queues and does later, in any order: its consumer `async.operations.all` has to run. */
export interface Bulk {
  /** Queues one write: `bulk.send('PUT', 'V1/products/24-MB01', { product: { price: 5 } })`. */
  send(method: WriteMethod, path: string, body?: unknown, call?: MagentoCall): Promise<BulkReceipt>;
  /** Queues many, at most 5,000. What stands in the path as `:sku` has to be in each body: `V1/products/:sku`. */
  sendMany(method: WriteMethod, path: string, bodies: readonly unknown[], call?: MagentoCall): Promise<BulkReceipt>;
  status(bulkId: string, call?: MagentoCall): Promise<Raw<BulkStatus>>;
  /** With what each operation was given, and what it answered, as JSON text. */
  details(bulkId: string, call?: MagentoCall): Promise<Raw<BulkStatus>>;
  /** How many operations are done (1), failed (2, 3), not begun (4) or rejected (5). */
  count(bulkId: string, status: 1 | 2 | 3 | 4 | 5, call?: MagentoCall): Promise<number>;
  /** Waits until no operation is open. A TransportError where some still are after all patience. */
  wait(bulkId: string, patience?: Patience, call?: MagentoCall): Promise<Raw<BulkStatus>>;
  /** Queues any number, waits, and tells what became of each; `item` is what the shop would have answered. */
  run<Item = unknown>(
    method: WriteMethod,
    path: string,
    bodies: readonly unknown[],
    call?: MagentoCall & Patience,
  ): Promise<BatchResult<Item>>;
}

const mostAtOnce = 5000;
const usualPollMs = 2000;
const usualPatienceMs = 10 * 60_000;
const open = '4';

export function createBulk(api: Api, lists: Lists): Omit<Lists['bulks'], 'get'> & Bulk {
  // The platform has no address for one row of the list.
  const { get: _, ...rows } = lists.bulks;
  const check = api.checks('bulk', bulkStatusSchema);

  const status: Bulk['status'] = (bulkId, call) => one(api, check, at`V1/bulk/${bulkId}/status`, call);
  const details: Bulk['details'] = (bulkId, call) => one(api, check, at`V1/bulk/${bulkId}/detailed-status`, call);

  const sendMany: Bulk['sendMany'] = (method, path, bodies, call) => {
    const bulkPath = path.replace(/:(\w)/g, (_, letter: string) => `by${letter.toUpperCase()}`);
    return api.request(method, `async/bulk/${bulkPath}`, { json: bodies, schema: bulkReceiptSchema }, call);
  };

  const wait: Bulk['wait'] = async (bulkId, { pollMs = usualPollMs, patienceMs = usualPatienceMs } = {}, call) => {
    const deadline = api.host.now().getTime() + patienceMs;
    for (;;) {
      const found = await status(bulkId, call);
      const waiting = (found.operations_list ?? []).filter(operation => String(operation.status) === open).length;
      if (waiting === 0) return found;
      if (api.host.now().getTime() + pollMs > deadline) throw stillOpen(bulkId, waiting, patienceMs);
      await api.host.sleep(pollMs, call?.signal);
    }
  };

  const outcomes = async <Item>(receipt: BulkReceipt, patience: Patience, call?: MagentoCall) => {
    await wait(receipt.bulk_uuid, patience, call);
    const { operations_list } = await details(receipt.bulk_uuid, call);
    const byId = new Map((operations_list ?? []).map(operation => [String(operation.id), operation]));
    return receipt.request_items.map(item => {
      const rejected = item.status === 'rejected' ? item.error_message : null;
      const operation = byId.get(String(item.id));
      if (rejected) return refused(String(rejected), receipt.bulk_uuid, null);
      return outcomeOf<Item>(operation, receipt.bulk_uuid);
    });
  };

  return {
    ...rows,
    send: (method, path, json, call) =>
      api.request(method, `async/${path}`, { schema: bulkReceiptSchema, ...(json !== undefined && { json }) }, call),
    sendMany,
    status,
    details,
    count: (bulkId, operationStatus, call) =>
      api.request(
        'GET',
        at`V1/bulk/${bulkId}/operation-status/${operationStatus}`,
        { schema: z.coerce.number() },
        call,
      ),
    wait,
    run: <Item>(
      method: WriteMethod,
      path: string,
      bodies: readonly unknown[],
      { pollMs, patienceMs, ...call }: MagentoCall & Patience = {},
    ) =>
      inBatches<unknown, Item>(bodies, mostAtOnce, async batch =>
        outcomes<Item>(await sendMany(method, path, batch, call), { pollMs, patienceMs }, call),
      ),
  };
}

function outcomeOf<Item>(operation: BulkOperation | undefined, bulkId: string): Item | CommerceError {
  if (operation === undefined) return refused('the shop says nothing of it', bulkId, null);
  if (String(operation.status) !== '1')
    return refused(renderMessage({ message: String(operation.result_message ?? '') }), bulkId, operation.error_code);
  return parsed(operation.result_serialized_data) as Item;
}

/** What an operation answered; null where it answered nothing that can be read. */
function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const refused = (message: string, bulkId: string, code: unknown): RequestError =>
  new RequestError(`Magento: a queued write failed: ${message}`, {
    connector: 'Magento',
    bulkId,
    errorCode: typeof code === 'number' || typeof code === 'string' ? code : null,
  });

const stillOpen = (bulkId: string, waiting: number, patienceMs: number): TransportError =>
  new TransportError(
    `Magento: ${waiting} queued writes of ${bulkId} have not begun after ${Math.round(patienceMs / 1000)} s; see that the consumer async.operations.all runs`,
    { connector: 'Magento', bulkId, waiting },
  );
