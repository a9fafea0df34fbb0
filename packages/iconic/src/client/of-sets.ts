import { checkInput, type RequestOptions } from '@cartograph/connector-kit';
import { ids } from '../input/scalars.js';
import type { Endpoints } from './api.js';
import { inHundreds } from './by-ids.js';

/** A list by ids of product sets, a hundred a request. What is not the seller's is left out, or comes empty. */
export const ofSets =
  <Row>(name: string, endpoints: Endpoints<Row>, path: string) =>
  async (productSetIds: readonly (string | number)[], call?: RequestOptions): Promise<Row[]> => {
    const rows: Row[] = [];
    for (const chunk of inHundreds(checkInput(name, ids, productSetIds)))
      rows.push(...(await endpoints.all('GET', path, { query: { productSetIds: chunk } }, call)));
    return rows;
  };
