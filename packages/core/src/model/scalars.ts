import { z } from 'zod';
import { decimalPattern, isDecimal } from '../decimal.js';

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;

export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

/** Where an instant has digits (0), and what stands between them, up to its seconds. */
const form = '0000-00-00T00:00:00';
const [zero, nine, point] = [48, 57, 46];
const mostFraction = 6;

const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** Whether `instantPattern` fits, told in a fraction of the time. */
export function isInstant(text: string): boolean {
  const last = text.length - 1;
  if (last < form.length || text.charCodeAt(last) !== 90) return false;
  for (let at = 0; at < form.length; at += 1) {
    const code = text.charCodeAt(at);
    const wanted = form.charCodeAt(at);
    if (wanted === zero ? !isDigit(code) : code !== wanted) return false;
  }
  if (last === form.length) return true;
  const digits = last - form.length - 1;
  if (text.charCodeAt(form.length) !== point || digits < 1 || digits > mostFraction) return false;
  for (let at = form.length + 1; at < last; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

export const instantSchema = z.string().regex(instantPattern, 'is not an instant in UTC (2026-01-31T09:30:00Z)');
export const decimalSchema = z.string().regex(decimalPattern, 'is not a decimal in its shortest form');
export const positivePattern = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
/** Whether `positivePattern` fits. */
export const isPositive = (text: string): boolean => isDecimal(text) && !text.startsWith('-');
/** An amount of at least zero. */
export const positiveSchema = z.string().regex(positivePattern, 'is not an amount of at least zero');
/** ISO 4217, upper case. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'is not a currency code of ISO 4217');
/** Text with something in it: what is blank at the source is `null` here. */
export const textSchema = z.string().min(1);
