import type { Change, StoreEvent } from '@cartograph/core';
import type { Consumer } from './consumer.js';
import type { Companies, Company } from './format.js';
import { type RecordType, recordTypeOf } from './record-types.js';

/** What a consumer has asked for. */
export interface Wants {
  type(type: string): boolean;
  change(change: Change): boolean;
  event(event: StoreEvent): boolean;
}

export function wantsOf(consumer: Consumer, companies: Companies): Wants {
  const { connections, resources } = consumer;
  const type = among(consumer.eventTypes);
  const resource = among(resources);
  const connection = among(connections);
  const company = ofCompany(consumer);
  const known = new Map<string, boolean>();
  const ofConnection = (id: string): boolean => {
    const wanted = known.get(id) ?? (connection(id) && company(() => companies.ofConnection(id)));
    known.set(id, wanted);
    return wanted;
  };
  return {
    type,
    change: ({ kind, resource: name, connectionId }) =>
      type(recordTypeOf[kind] satisfies RecordType) && resource(name) && ofConnection(connectionId),
    event: event =>
      event.connectionId === null
        ? connections === null && company(() => companies.ofEvent(event))
        : ofConnection(event.connectionId),
  };
}

function among(wanted: readonly string[] | null): (word: string) => boolean {
  if (wanted === null) return () => true;
  const words = new Set(wanted);
  return word => words.has(word);
}

function ofCompany({ companies, companyTags }: Consumer): (find: () => Company | null) => boolean {
  if (companies === null && companyTags === null) return () => true;
  const named = among(companies);
  const tagged = among(companyTags);
  return find => {
    const company = find();
    if (company === null) return false;
    const isTagged =
      companyTags === null || Object.entries(company.tags).some(([key, value]) => tagged(`${key}:${value}`));
    return isTagged && named(company.id);
  };
}
