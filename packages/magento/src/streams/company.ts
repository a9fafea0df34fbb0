import { id, isLoose, stream } from '@cartograph/connector-kit';
import type { MagentoClient } from '../client.js';
import { toCompanyInfo } from '../mapping/company.js';
import { mainWebsite } from '../mapping/main-store.js';
import { companyBodySchema } from '../native/store.js';
import type { MagentoShop } from '../shop.js';

export const company = stream({
  yields: ['companyInfo'],
  incremental: 'none',
  lagMs: 0,
  native: companyBodySchema,
  identify: ({ websites }) => ({ id: id(mainWebsite(listOf(websites)).id), modifiedAt: null }),
  read: readCompany,
  normalize: (body, shop: MagentoShop) => [{ resource: 'companyInfo', record: toCompanyInfo(body, shop) }],
});

type Body = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isLoose) : []);

async function* readCompany(client: MagentoClient) {
  const [storeConfigs, websites] = await Promise.all([client.store.configs(), client.store.websites()]);
  yield { bodies: [{ storeConfigs, websites }], next: null };
}
