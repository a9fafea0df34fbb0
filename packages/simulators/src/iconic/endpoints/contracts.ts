import { json, type Route } from '../../http.js';
import { readBody } from '../body.js';
import { plainText } from '../dates.js';
import { seller } from '../seller.js';
import type { Contract } from '../shop/account.js';
import type { World } from '../world.js';

const yearMs = 365 * 86_400_000;

const contractBody = ({ id, type, createdAt, acceptedAt }: Contract) => ({
  contractId: id,
  sellerId: seller.id,
  type,
  url: `https://sellercenter.theiconic.example/contracts/${id}.pdf`,
  approvedAt: acceptedAt === null ? null : plainText(acceptedAt),
  createdAt: plainText(createdAt),
  updatedAt: plainText(acceptedAt ?? createdAt),
  expirationDate: plainText(createdAt + yearMs),
});

export function contractRoutes(world: World): Route[] {
  const pending = () => world.shop.account.contracts.filter(({ acceptedAt }) => acceptedAt === null);
  return [
    ['GET /v2/seller-contracts/pending', () => json(pending().map(contractBody))],
    [
      'POST /v2/seller-contracts/accept',
      async ({ request }) => {
        const body = await readBody(request, 400);
        const contractIds = body.required('contractIds', body.integers('contractIds'), []);
        const chosen = pending().filter(({ id }) => contractIds.includes(id));
        if (chosen.length < contractIds.length) body.refuse('contractIds', 'One or more of the values is invalid.');
        body.check();
        const at = world.act();
        for (const contract of chosen) contract.acceptedAt = at;
        return json({ contractIds });
      },
    ],
  ];
}
