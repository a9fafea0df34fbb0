import type { Instant } from '@cartograph/core';

export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

const quarterMs = 15 * 60_000;

/** The day that a zone has at an instant. Zones differ by whole quarters of an hour, so one answer serves for each. */
export function createCalendar(zone: string): (instant: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, string>();
  return instant => {
    const quarter = Math.floor(Date.parse(instant) / quarterMs);
    const day = known.get(quarter) ?? format.format(quarter * quarterMs);
    known.set(quarter, day);
    return day;
  };
}

/** Null for a name that no zone has. */
export function zoneOf(name: string | null): string | null {
  try {
    return name && new Intl.DateTimeFormat('en-CA', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const dayMs = 86_400_000;

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** The first day of the period that a day is in. Weeks begin on Monday. */
export function startOf(period: Period, day: string): string {
  if (period === 'day') return day;
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
