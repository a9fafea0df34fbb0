import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiKey, Storage } from '@cartograph/core';
import { kept } from './kept.js';

const lifeMs = 24 * 60 * 60_000;
const requestsPerMinute = 600;
const pattern = /^bearer +cgc\.([\w-]+)\.([\w-]{43})$/i;

export interface CompanyTokens {
  /** Reads one company's data for a day: for pages that are shown to merchants. Nothing of it is stored. */
  issue(companyId: string, now: Date): Promise<{ readonly accessToken: string; readonly expiresInSeconds: number }>;
  /** The company that an `Authorization` header is for; null where it is no such token, or not valid any more. */
  companyOf(authorization: string | null, now: Date): Promise<string | null>;
}

interface Claims {
  readonly company: string;
  readonly until: number;
}

export function createCompanyTokens(storage: Storage): CompanyTokens {
  const secret = kept<string | null>(storage, 'codat company token secret', null);

  let signing: Promise<string> | null = null;

  async function readSecret(): Promise<string> {
    const known = await secret.read();
    if (known !== null) return known;
    const made = randomBytes(32).toString('base64url');
    await secret.save(made);
    return made;
  }
  async function sign(claims: string): Promise<string> {
    signing ??= readSecret();
    return createHmac('sha256', await signing)
      .update(claims)
      .digest('base64url');
  }

  return {
    async issue(company, now) {
      const claims: Claims = { company, until: now.getTime() + lifeMs };
      const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return { accessToken: `cgc.${text}.${await sign(text)}`, expiresInSeconds: lifeMs / 1000 };
    },
    async companyOf(authorization, now) {
      const [, text, signature] = pattern.exec(authorization ?? '') ?? [];
      if (text === undefined || signature === undefined) return null;
      if (!timingSafeEqual(Buffer.from(await sign(text)), Buffer.from(signature))) return null;
      const { company, until }: Claims = JSON.parse(Buffer.from(text, 'base64url').toString());
      return now.getTime() < until ? company : null;
    },
  };
}

/** What whoever holds such a token is to the rest of the API. */
export const keyOfCompany = (companyId: string, connections: readonly string[]): ApiKey => ({
  ...{ id: `company ${companyId}`, name: `Company ${companyId}`, hash: '', scope: 'read', connections },
  ...{ requestsPerMinute, createdAt: '1970-01-01T00:00:00Z', revokedAt: null },
});
