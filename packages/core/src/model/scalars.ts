import { z } from 'zod';
import { decimalPattern } from '../decimal.js';

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

export const instantSchema = z.string().regex(instantPattern, 'is not an instant in UTC (2026-01-31T09:30:00Z)');
export const decimalSchema = z.string().regex(decimalPattern, 'is not a decimal in its shortest form');
/** An amount of at least zero. */
export const positiveSchema = z.string().regex(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/, 'is not an amount of at least zero');
/** ISO 4217, upper case. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'is not a currency code of ISO 4217');
/** Text with something in it: what is blank at the source is `null` here. */
export const textSchema = z.string().min(1);
