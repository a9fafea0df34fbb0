import type { Storage } from '@cartograph/core';
import { z } from 'zod';
import { kept } from './kept.js';

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

export const originsSchema = z.object({
  allowedOrigins: z.array(z.string().refine(isOrigin, 'is an origin, as https://shop.example')).max(100).default([]),
});

/** Origins whose pages may ask from a browser, beside those that the operator named when the server was started. */
export const keptOrigins = (storage: Storage) =>
  kept(storage, 'codat cors settings', { allowedOrigins: [] } as z.infer<typeof originsSchema>);
