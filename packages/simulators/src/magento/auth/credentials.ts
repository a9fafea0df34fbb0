import { createRandom } from '../../random.js';

/** What the shop's owner hands out: an integration's four credentials and an admin user. */
export interface Credentials {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
  readonly username: string;
  readonly password: string;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

export function createCredentials(seed: number): Credentials {
  const random = createRandom(seed, 991);
  const secret = () => Array.from({ length: 32 }, () => random.pick(letters)).join('');
  return {
    consumerKey: secret(),
    consumerSecret: secret(),
    accessToken: secret(),
    accessTokenSecret: secret(),
    username: 'reader',
    password: `Pw-${secret().slice(0, 12)}`,
  };
}
