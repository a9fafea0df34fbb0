import { seller } from '../seller.js';

export interface ProfileField {
  readonly id: number;
  /** The venture's choice. */
  readonly name: string;
  /** What the seller wrote last. */
  value: string;
  /** What the marketplace shows: it takes a change over the next time that something happens in the shop. */
  approved: string;
}

export interface ExternalFile {
  readonly type: 'generic' | 'contract' | 'terms';
  readonly name: string;
  readonly uploadedAt: number;
}

export interface Contract {
  readonly id: number;
  readonly type: 'terms' | 'contract';
  readonly createdAt: number;
  acceptedAt: number | null;
}

/** What the seller may change about himself. */
export interface Account {
  email: string;
  updatedAt: number;
  readonly fields: readonly ProfileField[];
  readonly files: ExternalFile[];
  readonly contracts: readonly Contract[];
}

const fields: Readonly<Record<string, string>> = {
  address1: '12 Foundry Road',
  city: 'Homebush',
  postcode: '2140',
  country: 'AU',
  phone: '+61 2 5550 0173',
  abn: '53004085616',
};

const signedAt = Date.UTC(2019, 2, 5, 1);
const revisedAt = Date.UTC(2026, 4, 4, 1);

export const createAccount = (): Account => ({
  email: seller.email,
  updatedAt: seller.updatedAt,
  fields: Object.entries(fields).map(([name, value], index) => ({ id: index + 1, name, value, approved: value })),
  files: [{ type: 'contract', name: 'marketplace-agreement.pdf', uploadedAt: signedAt }],
  contracts: [
    { id: 31, type: 'contract', createdAt: signedAt, acceptedAt: signedAt },
    { id: 32, type: 'terms', createdAt: revisedAt, acceptedAt: null },
  ],
});

export function approveProfile(account: Account, at: number): void {
  const changed = account.fields.filter(({ value, approved }) => value !== approved);
  for (const field of changed) field.approved = field.value;
  if (changed.length > 0) account.updatedAt = at;
}
