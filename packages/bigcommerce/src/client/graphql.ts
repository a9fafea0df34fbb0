import { isLoose, type RequestOptions } from '@cartograph/connector-kit';
import { RequestError, ResponseError, tellBody } from '@cartograph/core';
import type { Api } from './api.js';

/** `{ message, path?, extensions? }` of the answer's `errors`. */
const messagesOf = (errors: readonly unknown[]): string =>
  errors.map(error => (isLoose(error) ? String(error.message) : String(error))).join('; ');

/** A document that only asks may be sent twice. */
const isMutation = (document: string): boolean => /(?:^|\s|\})mutation\b/.test(document.replace(/#.*$|"[^"]*"/gm, ''));

/** The admin's GraphQL, for what REST does not offer. */
export function createGraphql(api: Api) {
  return {
    /**
     * The `data` of the answer. Throws a RequestError when there are `errors`, whose body holds them and what was answered
     * all the same. A mutation is not repeated where it may have acted.
     */
    async query<Data = unknown>(
      document: string,
      variables: Readonly<Record<string, unknown>> = {},
      call?: RequestOptions,
    ): Promise<Data> {
      const json = { query: document, variables };
      const body = await api.send('POST', '/graphql', { json }, { idempotent: !isMutation(document), ...call });
      if (isLoose(body) && Array.isArray(body.errors) && body.errors.length > 0) {
        const why = messagesOf(body.errors);
        throw tellBody(
          new RequestError(`BigCommerce refuses the GraphQL document: ${why}`, {
            connector: 'bigcommerce',
            status: 200,
          }),
          body,
        );
      }
      if (!isLoose(body) || !isLoose(body.data))
        throw new ResponseError('BigCommerce: the answer to a GraphQL document has no data', {
          connector: 'bigcommerce',
        });
      return body.data as Data;
    },
  };
}
