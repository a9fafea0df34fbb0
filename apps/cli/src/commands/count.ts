import { ConfigError } from '@cartograph/core';

/** The number that an option was given. Throws a ConfigError for anything but a whole number from `least`. */
export function readCount(option: string, text: string, least = 0): number {
  const count = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(count) && count >= least) return count;
  throw new ConfigError(`${option} takes a whole number from ${least}, and not "${text}"`);
}
