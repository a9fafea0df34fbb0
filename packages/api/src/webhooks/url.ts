import { z } from 'zod';

const hasCredentials = (text: string): boolean => {
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
};

/** Where a consumer is. Nobody can be asked at an address with a user in it: https://fetch.spec.whatwg.org/#dom-request */
export const consumerUrlSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .max(2000)
  .refine(text => !hasCredentials(text), 'takes no user and password: put a secret into its path or query');
