import { noEntity, Refused, refusal } from '../protocol/errors.js';
import type { Fields } from '../protocol/input.js';
import type { Comment } from '../sales/documents.js';
import type { DocumentKind } from '../sales/ledger.js';
import type { Quantity } from '../sales/operations.js';
import type { Line, Sale } from '../sales/sale.js';
import type { Shop } from '../shop/shop.js';
import type { Desk, Endpoint, Writing } from './endpoint.js';

const rowFields = { order_item_id: 'int', qty: 'number', extension_attributes: {} } as const;
const commentFields = { comment: 'text', is_visible_on_front: 'int', extension_attributes: {} } as const;

/** What requests for an invoice, a shipment and a credit memo have in common. */
export const documentParameters = {
  'items?': [rowFields],
  'notify?': 'flag',
  'appendComment?': 'flag',
  'comment?': commentFields,
} as const;

type Act<P extends Fields, Document> = (sale: Sale, writing: Writing<P>, document: Document) => unknown;

/** How endpoints change an order, or an order by one of its documents; what they changed is put on record. */
export interface SaleWriting {
  onOrder<P extends Fields>(parameters: P, act: Act<P, null>): Endpoint[2];
  on<Kind extends DocumentKind, P extends Fields>(
    kind: Kind,
    parameters: P,
    act: Act<P, Sale[Kind][number]>,
  ): Endpoint[2];
  /** Ids of comments and parcels, higher than any that the shop gave by itself. */
  nextId(): number;
}

const firstId = 900_000_001;

export function createSaleWriting({ ledger }: Shop, desk: Desk): SaleWriting {
  let used = 0;
  return {
    onOrder: (parameters, act) =>
      desk.write(parameters, writing => {
        const sale = ledger.sale(Number(writing.params.id ?? writing.params.orderId));
        if (!sale) throw new Refused(noEntity());
        const answer = act(sale, writing, null);
        ledger.keep(sale);
        return answer;
      }),
    on: (kind, parameters, act) =>
      desk.write(parameters, writing => {
        const id = Number(writing.params.id ?? writing.params.invoiceId);
        const sale = ledger.saleOf(kind, id);
        const document = sale?.[kind].find(known => known.id === id);
        if (!sale || !document) throw new Refused(noEntity());
        const answer = act(sale, writing, document);
        ledger.keep(sale);
        return answer;
      }),
    nextId: () => firstId + used++,
  };
}

/** Refuses with everything that stands against a document, in one message. */
export function validate(document: string, problems: readonly (string | false)[]): void {
  const found = problems.filter(problem => problem !== false);
  if (found.length > 0)
    throw new Refused(refusal(400, `${document} Document Validation Error(s):\n${found.join('\n')}`));
}

export const takesNothing = (sale: Sale, quantity: Quantity): boolean => !sale.lines.some(line => quantity(line) > 0);

/** The number of a new document, as text: Magento gives it as the database told it. */
export function created(
  document: { readonly id: number; readonly comments: Comment[] } | undefined,
  comment: Comment | null,
): string {
  if (document && comment) document.comments.push(comment);
  return String(document?.id);
}

/** A comment that is to be kept; without `appendComment` it only goes into the message to the customer. */
export function commentOf(
  input: {
    readonly notify?: boolean | null;
    readonly appendComment?: boolean | null;
    readonly comment?: { readonly comment?: string | null; readonly is_visible_on_front?: number | null } | null;
  },
  at: number,
  nextId: () => number,
): Comment | null {
  if (!input.appendComment || !input.comment) return null;
  return {
    id: nextId(),
    at,
    text: input.comment.comment ?? '',
    isNotified: input.notify ?? false,
    isVisible: input.comment.is_visible_on_front === 1,
  };
}

/** What leaves or comes back to the shelf with a quantity of a line: the variant, the parts of a bundle, or the product. */
export const unitsBySku = (line: Line, quantity: number): (readonly [sku: string, units: number])[] =>
  line.children.length > 0
    ? line.children.map(child => [child.product.sku, quantity * child.perUnit] as const)
    : [[line.product.sku, quantity]];
