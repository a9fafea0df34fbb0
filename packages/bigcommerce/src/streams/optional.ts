import type { BodyPage } from '@cartograph/connector-kit';
import { isCommerceError, RequestError } from '@cartograph/core';

/**
 * A feed that a token may well lack the scope for. Its refusal stops this feed and no other, and says which scope it takes;
 * an AuthError would pause the connection.
 */
export async function* optional(pages: AsyncIterable<BodyPage>): AsyncGenerator<BodyPage> {
  try {
    yield* pages;
  } catch (cause) {
    if (isCommerceError(cause) && cause.context.status === 403) {
      throw new RequestError(cause.message, cause.context, { cause });
    }
    throw cause;
  }
}
