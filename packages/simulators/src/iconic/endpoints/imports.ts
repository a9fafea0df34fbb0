import { json, type Route } from '../../http.js';
import type { Feed, FeedError } from '../feeds.js';
import { readForm } from '../form.js';
import { type Row, readRows, recordsIn } from '../rows.js';
import type { World } from '../world.js';
import { type Asked, type RowKind, rowKinds } from './row-kinds.js';

const fileKinds = [
  'stock-update',
  'product-update',
  'product-creation',
  'product-removal',
  'image-update',
] as const satisfies readonly RowKind[];

const orderTypes = [
  'ready-to-ship',
  'create-forward-manifest',
  'update-manifest-status',
  'to-shipped',
  'to-delivered',
  'invoice-access-key',
  'to-returned',
  'to-received',
  'to-return-approved',
  'to-return-rejected',
] as const satisfies readonly RowKind[];

const xmlPaths: Readonly<Record<string, RowKind>> = {
  'product-stock-update-xml': 'stock-update',
  'product-creation-xml-import': 'product-creation',
  'product-update-xml-import': 'product-update',
};

/** Null when it was done. */
async function refusalOf(world: World, asked: Asked | string): Promise<string | null> {
  if (typeof asked === 'string') return asked;
  const answer = await world.ask(asked.method, asked.path, asked.body);
  if (answer.ok) return asked.refused?.(await answer.clone().json()) ?? null;
  const text = await answer.text();
  const { detail } = text === '' ? { detail: 'Not found' } : (JSON.parse(text) as { detail?: string });
  return detail ?? text;
}

/** A row is done as the same request would be. */
async function doRows(world: World, kind: RowKind, rows: readonly Row[]): Promise<FeedError[]> {
  const errors: FeedError[] = [];
  for (const [index, row] of rows.entries()) {
    const errorMessage = await refusalOf(world, rowKinds[kind](world, row));
    if (errorMessage === null) continue;
    errors.push({ itemId: index + 1, sellerSku: row.SellerSku ?? '', fieldName: '', errorCode: 1000, errorMessage });
  }
  return errors;
}

const acceptedBody = ({ id, uuid }: Feed) => ({
  success: true,
  message: 'Your file was accepted. <a href="/feeds">See its progress</a>',
  errorMessages: [],
  warningMessages: [],
  feedId: id,
  feedUuid: uuid,
});

async function accept(world: World, request: Request, kind: RowKind | null, status: 400 | 422): Promise<Response> {
  const form = await readForm(request, status);
  const type = orderTypes.find(candidate => candidate === form.text('type'));
  if (kind === null && type === undefined) form.refuse('type', 'The value you selected is not a valid choice.');
  const file = await form.file('file1');
  form.check();
  const action = kind ?? type ?? orderTypes[0];
  const rows = readRows(new TextDecoder().decode(file.bytes));
  const sent = { action, mimeType: file.type || 'text/csv', input: file.bytes, totalRecords: rows.length };
  const feed = world.feeds.start(sent, () => doRows(world, action, rows));
  return json(acceptedBody(feed), 201);
}

const element = (name: string, ...inner: readonly string[]): string => `<${name}>${inner.join('')}</${name}>`;

const xml = (root: string, head: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${element(root, element('Head', head), '<Body/>')}`, {
    headers: { 'content-type': 'application/xml' },
  });

/** The older endpoints answer 200 whatever becomes of the request. */
async function acceptXml(world: World, request: Request, kind: RowKind, action: string): Promise<Response> {
  const text = await request.text();
  const rows = recordsIn(text, 'Product');
  if (rows.length === 0) {
    const error = [element('ErrorType', 'Sender'), element('ErrorCode', '30')];
    const message = element('ErrorMessage', 'E030: Empty Request');
    return xml('ErrorResponse', [element('RequestAction', action), ...error, message].join(''));
  }
  const sent = {
    action: kind,
    mimeType: 'application/xml',
    input: new TextEncoder().encode(text),
    totalRecords: rows.length,
  };
  const feed = world.feeds.start(sent, () => doRows(world, kind, rows));
  const time = new Date(world.now()).toISOString().replace(/\.\d+Z$/, '+0000');
  const place = [element('RequestId', feed.uuid), element('RequestAction', action), element('ResponseType')];
  return xml('SuccessResponse', [...place, element('Timestamp', time)].join(''));
}

export const importRoutes = (world: World): Route[] => [
  ...fileKinds.map((kind): Route => [`POST /v2/import/${kind}`, ({ request }) => accept(world, request, kind, 400)]),
  ['POST /v2/orders/import', ({ request }) => accept(world, request, null, 422)],
  ...Object.entries(xmlPaths).map(
    ([name, kind]): Route => [`POST /v2/import/${name}`, ({ request }) => acceptXml(world, request, kind, name)],
  ),
];
