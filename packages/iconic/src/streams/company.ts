import { id, stream } from '@cartograph/connector-kit';
import { companyOf, toCompanyInfo } from '../mapping/company-info.js';
import { type NativeSeller, nativeSellerSchema } from '../native/seller.js';
import type { IconicShop } from '../shop.js';
import type { IconicReader } from './reader.js';
import { timeOf } from './window.js';

export const company = stream<IconicReader, IconicShop, NativeSeller>({
  yields: ['companyInfo'],
  incremental: 'none',
  lagMs: 0,
  native: nativeSellerSchema,
  identify: (body, reader) => ({ id: id(body.id), modifiedAt: timeOf(body, 'updatedAt', reader) }),
  async *read({ client }) {
    yield { bodies: [await client.seller.get()], next: null, total: 1 };
  },
  normalize: (seller, shop) => [{ resource: 'companyInfo', record: toCompanyInfo(companyOf(seller), shop) }],
});
