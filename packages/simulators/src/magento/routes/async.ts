import { createHash } from 'node:crypto';
import type { Route } from '../../http.js';
import { createRandom } from '../../random.js';
import type { Body } from '../bodies/body.js';
import { stamp } from '../clock.js';
import type { Collection } from '../protocol/collection.js';
import { noSuchEntity, Refused, refusal } from '../protocol/errors.js';
import { readJson } from '../protocol/input.js';
import { print } from '../protocol/print.js';
import type { Shop } from '../shop/shop.js';
import type { Scope } from '../shop/stores.js';
import { detailBody, type Operation, pathOf, perform, summaryBody } from './async-operation.js';
import type { Desk, Endpoint } from './endpoint.js';

interface Bulk {
  readonly id: string;
  readonly description: string;
  readonly startedAt: number;
  readonly userType: 1 | 2;
  readonly operations: Operation[];
}

export interface AsyncDesk {
  /** The routes of a store view's `/async` or `/async/bulk`: every write of the API. */
  routes(mode: 'async' | 'bulk', scope: Scope): Route[];
  readonly endpoints: readonly Endpoint[];
  /** The consumer takes the next operations. */
  work(): Promise<void>;
}

export interface AsyncRules {
  readonly shop: Shop;
  readonly desk: Desk;
  readonly writes: readonly Endpoint[];
  /** Answers for an endpoint as it does for a request of its own. */
  readonly answer: (
    endpoint: Endpoint,
    request: Request,
    params: Readonly<Record<string, string>>,
    scope: Scope,
  ) => Promise<Response>;
  /** Null for a request that may use the right, else the refusal. */
  readonly gate: (request: Request, right: string | null) => Response | null;
  /** Whether the consumer runs; without it everything waits for ever. */
  readonly isRunning: boolean;
  readonly mostItems: number;
}

/** How many operations the consumer manages between two requests. */
const operationsPerTurn = 50;
const right = 'Magento_Logging::system_magento_logging_bulk_operations';

/** Writes that are queued, and taken by a consumer between the requests that follow. */
export function createAsyncDesk(rules: AsyncRules): AsyncDesk {
  const { shop, desk } = rules;
  const bulks = new Map<string, Bulk>();
  const operations: Operation[] = [];
  let next = 0;

  const uuid = (): string => {
    const hex = createRandom(shop.seed, 70_000_000 + bulks.size).hex(32);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

  /** Queues one operation for each body; those that lack what their path needs are rejected. */
  const accept = (
    endpoint: Endpoint,
    request: Request,
    told: readonly { body: unknown; params: Record<string, string> | null }[],
    scope: Scope,
  ): Response => {
    const [method = '', path = ''] = endpoint[0].split(' ');
    const topic = `async${path.replaceAll('/', '.').replaceAll(':', '')}.${method}`;
    const bulk: Bulk = {
      id: uuid(),
      description: `Topic ${topic}`,
      startedAt: shop.clock.now(),
      userType: /^bearer\s+[^.]+\./i.test(request.headers.get('authorization') ?? '') ? 2 : 1,
      operations: [],
    };
    bulks.set(bulk.id, bulk);
    const items = told.map(({ body, params }, id) => {
      const isRejected = params === null;
      const data = JSON.stringify(body);
      const message = 'The request lacks what its path names.';
      const operation: Operation = {
        number: operations.length + 1,
        id,
        bulkId: bulk.id,
        topic,
        body,
        run: () => {
          const headers = { 'content-type': 'application/json' };
          return rules.answer(endpoint, new Request(request.url, { method, headers, body: data }), params ?? {}, scope);
        },
        status: isRejected ? 5 : 4,
        message: isRejected ? message : null,
        errorCode: isRejected ? 400 : null,
        result: null,
      };
      bulk.operations.push(operation);
      operations.push(operation);
      const data_hash = createHash('sha256').update(data).digest('hex');
      return {
        id,
        data_hash,
        status: isRejected ? 'rejected' : 'accepted',
        ...(isRejected ? { error_message: message, error_code: 400 } : {}),
      };
    });
    return print(
      { bulk_uuid: bulk.id, request_items: items, errors: items.some(({ status }) => status === 'rejected') },
      202,
    );
  };

  const bulkOf = (id: string | undefined): Bulk => {
    const bulk = bulks.get(id ?? '');
    if (!bulk) throw new Refused(noSuchEntity('bulkUuid', id));
    return bulk;
  };
  const bulkBody = (bulk: Bulk, list: (operation: Operation) => Body): Body => ({
    operations_list: bulk.operations.map(list),
    user_type: bulk.userType,
    bulk_id: bulk.id,
    description: bulk.description,
    start_time: stamp(bulk.startedAt),
    user_id: 1,
    operation_count: bulk.operations.length,
  });
  const rows: Collection<Operation> = {
    name: 'operations',
    rows: () => operations,
    id: operation => String(operation.number),
    primaryKey: 'operation_id',
    columns: {
      operation_id: operation => operation.number,
      id: operation => operation.id,
      bulk_uuid: operation => operation.bulkId,
      topic_name: operation => operation.topic,
      status: operation => operation.status,
      operation_status: operation => operation.status,
      error_code: operation => operation.errorCode,
      start_time: operation => stamp(bulkOf(operation.bulkId).startedAt),
    },
    bodyColumns: [],
    body: detailBody,
  };

  return {
    routes: (mode, scope) =>
      rules.writes
        .filter(([pattern]) => !pattern.startsWith('GET '))
        .map((endpoint): Route => {
          const [pattern, resource] = endpoint;
          const path =
            mode === 'async'
              ? pattern
              : pattern.replace(/:([a-zA-Z])/g, (_, first: string) => `by${first.toUpperCase()}`);
          const names = [...pattern.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name);
          return [
            path,
            async ({ request, params }) => {
              const refused = rules.gate(request, resource);
              if (refused) return refused;
              const body = await readJson(request);
              if (mode === 'async') return accept(endpoint, request, [{ body, params: { ...params } }], scope);
              if (!Array.isArray(body) || body.length === 0)
                throw new Refused(refusal(400, 'Request body should be an array of items.'));
              if (body.length > rules.mostItems)
                throw new Refused(
                  refusal(400, 'Maximum items of type "%type" is %max', { type: pattern, max: rules.mostItems }),
                );
              return accept(
                endpoint,
                request,
                body.map(item => ({ body: item, params: pathOf(item, names) })),
                scope,
              );
            },
          ];
        }),
    endpoints: [
      ['GET /V1/bulk', right, desk.list(rows)],
      ['GET /V1/bulk/:bulkUuid/status', right, ({ params }) => bulkBody(bulkOf(params.bulkUuid), summaryBody)],
      ['GET /V1/bulk/:bulkUuid/detailed-status', right, ({ params }) => bulkBody(bulkOf(params.bulkUuid), detailBody)],
      [
        'GET /V1/bulk/:bulkUuid/operation-status/:status',
        right,
        ({ params }) =>
          bulkOf(params.bulkUuid).operations.filter(({ status }) => String(status) === params.status).length,
      ],
    ],
    async work() {
      if (!rules.isRunning) return;
      for (let turn = 0; turn < operationsPerTurn && next < operations.length; turn++) {
        const operation = operations[next++];
        if (operation?.status === 4) await perform(operation);
      }
    },
  };
}
