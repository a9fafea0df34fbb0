import { notAuthorized } from '../protocol/errors.js';
import type { AdminTokens } from './admin-tokens.js';
import type { Integrations } from './integrations.js';
import { type CheckSigned, isProblem, toRefusal } from './oauth.js';

export interface GateRules {
  readonly check: CheckSigned;
  readonly integrations: Integrations;
  readonly adminTokens: AdminTokens;
  /** Whether the integration's access token works as a bearer token; off by default in Magento since 2.4.4. */
  readonly acceptsIntegrationBearer: boolean;
  /** Rights that the caller does not have. */
  readonly denied: readonly string[];
}

/** Whether a request may use a resource: null, or the refusal. */
export type Gate = (request: Request, resource: string) => Response | null;

export function createGate(rules: GateRules): Gate {
  const knows = (token: string): boolean =>
    rules.adminTokens.isValid(token) || (rules.acceptsIntegrationBearer && rules.integrations.knows(token));
  return (request, resource) => {
    const header = request.headers.get('authorization') ?? '';
    if (/^oauth\s/i.test(header)) {
      const signed = rules.check(request, 'resource');
      if (isProblem(signed)) return toRefusal(signed);
    } else {
      const token = /^bearer\s+(.+)$/i.exec(header)?.[1];
      if (!token || !knows(token)) return notAuthorized(resource);
    }
    return rules.denied.includes(resource) ? notAuthorized(resource) : null;
  };
}
