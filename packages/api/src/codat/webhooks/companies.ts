import type { Storage, StoreEvent } from '@cartograph/core';
import type { Companies } from '@cartograph/webhooks';
import { type Company, defaultCompanyId, type Link, readCompanies, readLinks, unnamed } from '../directory.js';

/** Companies and links as they are or were, also those that are gone: who is told late is told of them too. */
export interface CompanyBook extends Companies {
  /** Null for a connection that was made elsewhere. */
  link(connectionId: string): Link | null;
  company(connectionId: string): Company;
}

export async function readCompanyBook(storage: Storage): Promise<CompanyBook> {
  const links = new Map((await readLinks(storage)).map(link => [link.id, link]));
  const companies = new Map((await readCompanies(storage)).map(company => [company.id, company]));
  const stored = await storage.connections();
  const link = (id: string): Link | null => links.get(id) ?? null;
  const company = (id: string): Company =>
    companies.get(link(id)?.companyId ?? defaultCompanyId) ?? unnamed(stored.filter(one => link(one.id) === null));
  return {
    ...{ link, company },
    ofConnection: company,
    ofEvent: ({ type, data }: StoreEvent) => (type.startsWith('company.') ? (data as Company) : null),
  };
}
