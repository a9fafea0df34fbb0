import { z } from 'zod';
import { decimalPattern, isDecimal } from '../decimal.js';

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;

export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

const hyphen = 45;
const point = 46;
const colon = 58;
const letterT = 84;
const letterZ = 90;
const secondsEnd = 19;
const mostFraction = 6;

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};
const areDigits = (text: string, at: number): boolean => isDigit(text, at) && isDigit(text, at + 1);

/** Whether `instantPattern` fits, told in a fraction of the time. */
export const isInstant = (text: string): boolean =>
  text.length > secondsEnd &&
  areDigits(text, 0) &&
  areDigits(text, 2) &&
  text.charCodeAt(4) === hyphen &&
  areDigits(text, 5) &&
  text.charCodeAt(7) === hyphen &&
  areDigits(text, 8) &&
  text.charCodeAt(10) === letterT &&
  areDigits(text, 11) &&
  text.charCodeAt(13) === colon &&
  areDigits(text, 14) &&
  text.charCodeAt(16) === colon &&
  areDigits(text, 17) &&
  text.charCodeAt(text.length - 1) === letterZ &&
  (text.length === secondsEnd + 1 || isFraction(text));

/** Between the seconds and the Z. */
function isFraction(text: string): boolean {
  const last = text.length - 1;
  const digits = last - secondsEnd - 1;
  if (text.charCodeAt(secondsEnd) !== point || digits < 1 || digits > mostFraction) return false;
  for (let at = secondsEnd + 1; at < last; at += 1) if (!isDigit(text, at)) return false;
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
