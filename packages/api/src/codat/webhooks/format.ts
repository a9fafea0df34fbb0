import type { Connector, Instant, Storage } from '@cartograph/core';
import { type Consumer, type Draft, type Format, testType } from '@cartograph/webhooks';
import type { Company } from '../directory.js';
import { detailsOf, toDate } from '../shapes.js';
import { readCompanyBook } from './companies.js';
import { connectionPayload } from './connection-payload.js';
import { readPayload } from './read-payload.js';

export const codatFormat = 'codat';

export const readTypes = ['read.completed', 'read.completed.initial'] as const;

/** What Codat's consumers are told; types that it has no use for are taken and never sent. */
export const codatTypes: readonly string[] = [
  ...['company.created', 'company.deleted', 'company.product.added', 'company.product.removed'],
  ...['connection.created', 'connection.connected', 'connection.failed', 'connection.disconnected'],
  ...['connection.reconnected', 'connection.deleted'],
  ...readTypes,
];

/** Codat's envelope. */
const draftOf = (eventType: string, at: Instant, payload: object): Draft => ({
  type: eventType,
  body: id => ({ id, eventType, generatedDate: toDate(at), payload }),
});

/** The words of Codat's API. It has none for single records. */
export const createCodatFormat = (storage: Storage, connectors: readonly Connector[]): Format => ({
  ofChanges: null,
  async ofEvent(event, consumer) {
    const { type, at, data } = event;
    const origin = originOf(consumer);
    if (type.startsWith('company.')) return [draftOf(type, at, companyPayload(data as Company, origin))];
    const world = { storage, connectors, origin, book: await readCompanyBook(storage) };
    if (type === 'run.completed') {
      const read = await readPayload(world, event);
      return read === null ? [] : readTypesOf(read.first).map(eventType => draftOf(eventType, at, read.payload));
    }
    const told = connectionPayload(world, event);
    return told === null ? [] : [draftOf(told.type, at, told.payload)];
  },
  ofTest: at => draftOf(testType, at, {}),
});

const readTypesOf = (first: boolean): readonly string[] => (first ? readTypes : readTypes.slice(0, 1));

/** Where the consumer was made, or nowhere in particular. */
const originOf = ({ origin }: Consumer): string => origin ?? 'http://127.0.0.1';

const companyPayload = (company: Company & { readonly productId?: string }, origin: string): object => {
  const { productId } = company;
  const details = detailsOf({ ...company, products: company.products ?? [] }, origin);
  return productId === undefined ? details : { ...details, productId, productName: productId };
};
