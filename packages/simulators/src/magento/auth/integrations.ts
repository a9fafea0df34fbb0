import { createRandom } from '../../random.js';
import type { Credentials } from './credentials.js';

interface Token {
  readonly token: string;
  readonly secret: string;
}

/** An app that the merchant let in, or is about to. */
export interface Integration {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** Sent to the app when it is activated; null for one whose credentials were handed out by a person. */
  readonly verifier: string | null;
  /** When its consumer was posted; the handshake has to follow soon. */
  readonly postedAt: number;
  requestToken: (Token & { isUsed: boolean }) | null;
  accessToken: Token | null;
}

export interface Integrations {
  byKey(consumerKey: string): Integration | undefined;
  /** Whether some integration has this access token. */
  knows(accessToken: string): boolean;
  /** A new one that has no tokens yet. */
  activate(at: number): Integration;
  newToken(): Token;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

export function createIntegrations(seed: number, credentials: Credentials): Integrations {
  const random = createRandom(seed, 992);
  const secret = () => Array.from({ length: 32 }, () => random.pick(letters)).join('');
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = credentials;
  const integrations: Integration[] = [
    {
      consumerKey,
      consumerSecret,
      verifier: null,
      postedAt: 0,
      requestToken: null,
      accessToken: { token: accessToken, secret: accessTokenSecret },
    },
  ];
  return {
    byKey: key => integrations.find(known => known.consumerKey === key),
    knows: token => integrations.some(known => known.accessToken?.token === token),
    activate(at) {
      const integration: Integration = {
        consumerKey: secret(),
        consumerSecret: secret(),
        verifier: secret(),
        postedAt: at,
        requestToken: null,
        accessToken: null,
      };
      integrations.push(integration);
      return integration;
    },
    newToken: () => ({ token: secret(), secret: secret() }),
  };
}
