import type { Address } from '@cartograph/core';
import { known } from './shape.js';

export const toAddress = (type: string, { lines, city, region, postalCode, country, countryRaw }: Address) =>
  known({
    type,
    line1: lines[0] ?? null,
    line2: lines.length > 1 ? lines.slice(1).join(', ') : null,
    city,
    region,
    country: country ?? countryRaw,
    postalCode,
  });
