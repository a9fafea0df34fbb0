import { type HttpFailure, isLoose } from '@cartograph/connector-kit';
import { AuthError, type CommerceError, isCommerceError, TransportError } from '@cartograph/core';

export const connectorTitle = 'The Iconic';

const contextOf = ({ method, url, status }: HttpFailure) => ({ connector: connectorTitle, method, url, status });

/** What the platform's own error bodies tell beyond the status. */
export function toIconicError(failure: HttpFailure): CommerceError | undefined {
  const { method, status, body, url } = failure;
  if (status === 503 && isLoose(body) && body.caused_by === 'maintenance_mode')
    return new TransportError(`${connectorTitle} is down for maintenance; try again later`, contextOf(failure));
  if (status === 403)
    return new AuthError(
      `${connectorTitle} does not let this application ${method === 'GET' ? 'read' : 'write'} ${new URL(url).pathname}; give the role of the user who made it that right`,
      contextOf(failure),
    );
  return undefined;
}

/** A refusal of the token endpoint, which says little about why. */
export function toTokenError(failure: HttpFailure): CommerceError | undefined {
  if (![400, 401, 403].includes(failure.status)) return undefined;
  return new AuthError(
    `${connectorTitle} refuses the credentials: check clientId and clientSecret against Seller Center → Settings → Integration Management → OAuth Applications`,
    contextOf(failure),
  );
}

const unless = async <Value>(reading: Promise<Value>, statuses: readonly unknown[]): Promise<Value | null> => {
  try {
    return await reading;
  } catch (error) {
    if (isCommerceError(error) && statuses.includes(error.context.status)) return null;
    throw error;
  }
};

/** Data that the role of the application may not read is not available, and no reason to stop: null. */
export const unlessForbidden = <Value>(reading: Promise<Value>): Promise<Value | null> => unless(reading, [403]);

/** Nor is what there is not: features that are switched off are answered so too. */
export const unlessMissing = <Value>(reading: Promise<Value>): Promise<Value | null> => unless(reading, [403, 404]);
