import type { Connector, Storage } from '@cartograph/core';
import type { Company } from '../directory.js';
import type { CompanyBook } from './companies.js';

/** What payloads are made of beside the event. */
export interface PayloadWorld {
  readonly storage: Storage;
  readonly connectors: readonly Connector[];
  /** Where the API is, for links. */
  readonly origin: string;
  readonly book: CompanyBook;
}

export const referenceOf = ({ id, name, description, tags }: Company, origin: string) => ({
  ...{ id, name },
  ...(description === null ? {} : { description }),
  links: { portal: `${origin}/companies/${id}` },
  tags,
});
