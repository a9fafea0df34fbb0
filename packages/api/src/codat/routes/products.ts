import { dataTypes } from '@cartograph/codat';
import { z } from 'zod';
import type { Services } from '../../route.js';
import { readBody } from '../body.js';
import type { CodatCall, CodatRoute } from '../call.js';
import { type Company, companyEvent, saveCompany } from '../directory.js';
import { CodatError, invalid } from '../error.js';
import { dataTypeOf } from '../named.js';
import type { Refresher } from '../refresher.js';

const refreshSchema = z.object({ dataTypes: z.array(z.string()).nullish() });
const mostProducts = 50;
const longestIdentifier = 100;

/** What an operator sells to a company: names that are kept with it. */
export function productRoutes({ storage, host }: Services, refresher: Refresher): readonly CodatRoute[] {
  const path = '/companies/{companyId}/products/{productIdentifier}';
  const own = ({ directory, path }: CodatCall): Company => directory.company(path.companyId ?? '');
  const productOf = ({ path }: CodatCall): string => path.productIdentifier ?? '';
  async function save(
    call: CodatCall,
    company: Company,
    type: `company.product.${'added' | 'removed'}`,
  ): Promise<void> {
    const changes = company.products.length !== own(call).products.length;
    const event = companyEvent(type, company, host.now().toISOString());
    const told = { ...event, data: { ...company, productId: productOf(call) } };
    await saveCompany(storage, company, changes ? [told] : []);
  }
  return [
    {
      ...{ method: 'PUT', path, scope: 'admin', ofAll: true },
      async handle(call) {
        const [company, product] = [own(call), productOf(call)];
        const products = [...new Set([...company.products, product])];
        if (product.length > longestIdentifier || products.length > mostProducts)
          throw invalid(`a company has ${mostProducts} products at most, of ${longestIdentifier} characters each`);
        await save(call, { ...company, products }, 'company.product.added');
        return new Response(null, { status: 204 });
      },
    },
    {
      ...{ method: 'DELETE', path, scope: 'admin', ofAll: true },
      async handle(call) {
        const company = own(call);
        const products = company.products.filter(product => product !== productOf(call));
        await save(call, { ...company, products }, 'company.product.removed');
        return new Response(null, { status: 204 });
      },
    },
    {
      ...{ method: 'POST', path: `${path}/refresh`, scope: 'write' },
      async handle(call) {
        const company = own(call);
        if (!company.products.includes(productOf(call)))
          throw new CodatError(404, `The company has no product ${productOf(call).slice(0, longestIdentifier)}`);
        const named = (await readBody(call.request, refreshSchema)).dataTypes?.map(dataTypeOf) ?? dataTypes;
        await refresher.refresh(call.directory.connectionsOf(company), named);
        return new Response(null, { status: 202 });
      },
    },
  ];
}
