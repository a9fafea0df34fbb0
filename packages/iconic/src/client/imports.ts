import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { type OrderImport, orderImport, type StockXmlRow, stockXmlRows, xml } from '../input/jobs.js';
import { type FileInput, file } from '../input/scalars.js';
import { type ImportAccepted, importAcceptedSchema } from '../records/job.js';
import type { Api } from './api.js';
import { multipart } from './multipart.js';
import { escapeXml, readXmlReply, type XmlReply } from './xml.js';

/** Files that the platform works through in its own time: `feeds.wait` of the answer's `feedUuid` tells what became of them. */
export function createImports(api: Api) {
  const accepted = api.of('imports', importAcceptedSchema);
  const upload =
    (name: string, path: string) =>
    async (contents: FileInput, call?: RequestOptions): Promise<ImportAccepted> =>
      accepted.one('POST', path, await multipart({ file1: checkInput(`imports.${name}`, file, contents) }), call);
  const sendXml =
    (name: string, path: string) =>
    async (text: string, call?: RequestOptions): Promise<XmlReply> => {
      const body = checkInput(`imports.${name}`, xml, text);
      const headers = { 'content-type': 'application/xml', accept: 'application/xml' };
      return readXmlReply(await api.request('POST', `/v2/import/${path}`, { body, headers, bytes: true }, call));
    };
  const stockXml = sendXml('stockXml', 'product-stock-update-xml');
  return {
    /** Files of the templates that have these names. */
    stock: upload('stock', '/v2/import/stock-update'),
    products: upload('products', '/v2/import/product-update'),
    newProducts: upload('newProducts', '/v2/import/product-creation'),
    removals: upload('removals', '/v2/import/product-removal'),
    images: upload('images', '/v2/import/image-update'),
    sellerAccess: upload('sellerAccess', '/v2/users/import/seller_access'),
    orders: async (type: OrderImport, contents: FileInput, call?: RequestOptions): Promise<ImportAccepted> =>
      accepted.one(
        'POST',
        '/v2/orders/import',
        await multipart({
          type: checkInput('imports.orders', orderImport, type),
          file1: checkInput('imports.orders', file, contents),
        }),
        call,
      ),
    /** Quantities by the seller's SKUs. A refusal comes with 200 and is a RequestError here. */
    stockXml: async (rows: readonly StockXmlRow[], call?: RequestOptions): Promise<XmlReply> =>
      stockXml(stockRequest(checkInput('imports.stockXml', stockXmlRows, rows)), call),
    /** XML of the older API. */
    newProductsXml: sendXml('newProductsXml', 'product-creation-xml-import'),
    productsXml: sendXml('productsXml', 'product-update-xml-import'),
  };
}

function stockRequest(rows: readonly StockXmlRow[]): string {
  const products = rows.map(
    ({ sellerSku, quantity }) =>
      `<Product><SellerSku>${escapeXml(sellerSku)}</SellerSku><Quantity>${quantity}</Quantity></Product>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Request>${products.join('')}</Request>`;
}
