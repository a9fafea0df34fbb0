import { notAuthorized } from '../protocol/errors.js';
import type { AdminTokens } from './admin-tokens.js';
import { createOAuth, type OAuthRules } from './oauth.js';

export interface GateRules extends OAuthRules {
  readonly adminTokens: AdminTokens;
  /** Whether the integration's access token works as a bearer token; off by default in Magento since 2.4.4. */
  readonly acceptsIntegrationBearer: boolean;
  /** Rights that the caller does not have. */
  readonly denied: readonly string[];
}

/** Whether a request may use a resource: null, or the refusal. */
export type Gate = (request: Request, resource: string) => Response | null;

export function createGate(rules: GateRules): Gate {
  const checkSignature = createOAuth(rules);
  const knows = (token: string): boolean =>
    rules.adminTokens.isValid(token) || (rules.acceptsIntegrationBearer && token === rules.credentials.accessToken);
  return (request, resource) => {
    const header = request.headers.get('authorization') ?? '';
    if (/^oauth\s/i.test(header)) {
      const refused = checkSignature(request);
      if (refused) return refused;
    } else {
      const token = /^bearer\s+(.+)$/i.exec(header)?.[1];
      if (!token || !knows(token)) return notAuthorized(resource);
    }
    return rules.denied.includes(resource) ? notAuthorized(resource) : null;
  };
}
