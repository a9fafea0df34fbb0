import { fromLocal, localDay } from '../dates.js';

/** Statements run from the 1st to the 14th and from the 15th to the end of the month, in Sydney. */
export function periodStart(instant: number): number {
  const day = localDay(instant);
  return fromLocal(`${day.slice(0, 8)}${Number(day.slice(8)) < 15 ? '01' : '15'}T00:00:00`);
}

/** The first instant of the period after the one that starts at `start`. */
export function nextPeriod(start: number): number {
  const day = localDay(start);
  if (day.endsWith('01')) return fromLocal(`${day.slice(0, 8)}15T00:00:00`);
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return fromLocal(`${nextYear}-${String(nextMonth).padStart(2, '0')}-01T00:00:00`);
}

/** All period starts from the one that holds `first` to the one that holds `last`. */
export function periodsBetween(first: number, last: number): number[] {
  const starts = [periodStart(first)];
  for (let start = nextPeriod(starts[0] as number); start <= last; start = nextPeriod(start)) starts.push(start);
  return starts;
}
