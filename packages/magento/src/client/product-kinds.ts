import { z } from 'zod';
import { fields } from '../native/fields.js';
import { scalar } from '../native/loose.js';
import { type Api, type MagentoCall, type Raw, whole } from './api.js';

const kindSchema = z.object(fields(scalar, 'name label code group'));

type Kind = Raw<z.output<typeof kindSchema>>;

/** What kinds of things the shop has, its modules’ own among them. */
export interface ProductKinds {
  readonly kinds: {
    products(call?: MagentoCall): Promise<Kind[]>;
    links(call?: MagentoCall): Promise<Kind[]>;
    options(call?: MagentoCall): Promise<Kind[]>;
    bundleOptions(call?: MagentoCall): Promise<Kind[]>;
    attributes(call?: MagentoCall): Promise<Kind[]>;
  };
}

export function createProductKinds(api: Api): ProductKinds {
  const check = api.checks('products.kinds', kindSchema);
  const read = (path: string) => (call?: MagentoCall) => whole<z.output<typeof kindSchema>>(api, check, path, call);
  return {
    kinds: {
      products: read('V1/products/types'),
      links: read('V1/products/links/types'),
      options: read('V1/products/options/types'),
      bundleOptions: read('V1/bundle-products/options/types'),
      attributes: read('V1/products/attributes/types'),
    },
  };
}
