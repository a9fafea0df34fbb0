const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "Never": MySQL's 0000-00-00, shifted by the local mean time that Sydney kept before 1895. */
export const zeroDate = '-0001-11-30T00:00:00.000000+10:04';

/** Sydney changes its clocks on the first Sunday of April and of October, both at 16:00 UTC of the Saturday. */
function clockChange(year: number, month: number): number {
  const first = Date.UTC(year, month, 1);
  return first + ((7 - new Date(first).getUTCDay()) % 7) * dayMs - 8 * hourMs;
}

const changes = new Map<number, readonly [number, number]>();

/** Minutes that Sydney is ahead of UTC: 600, in summer 660. */
function sydneyOffset(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  const [winter, summer] = changes.get(year) ?? [clockChange(year, 3), clockChange(year, 9)];
  changes.set(year, [winter, summer]);
  return instant >= winter && instant < summer ? 600 : 660;
}

const wall = (instant: number, offset: number) => new Date(instant + offset * minuteMs).toISOString().slice(0, 19);

/** `2025-11-03T10:22:33.000000+11:00`: how orders and finance rows carry an instant. */
export function localText(instant: number): string {
  const offset = sydneyOffset(instant);
  return `${wall(instant, offset)}.000000+${offset / 60}:00`;
}

/** `2025-11-02T23:22:33+00:00`: how catalog rows carry it. */
export const universalText = (instant: number): string => `${wall(instant, 0)}+00:00`;

/** `2025-11-03 10:22:33`, local and without a zone: how payouts carry it. */
export const plainText = (instant: number): string => wall(instant, sydneyOffset(instant)).replace('T', ' ');

/** `2025-11-03`, local. */
export const localDay = (instant: number): string => wall(instant, sydneyOffset(instant)).slice(0, 10);

/** The instant at which a clock in Sydney shows `text` (`2025-11-03T10:22:33`). */
export function fromLocal(text: string): number {
  const shown = Date.parse(`${text}Z`);
  return shown - sydneyOffset(shown - 10 * hourMs) * minuteMs;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A day alone is its first second at the start of a range and its last at the end, in Sydney. Undefined when malformed. */
export function parseDay(text: string, edge: 'start' | 'end'): number | undefined {
  if (!dayPattern.test(text)) return undefined;
  const instant = fromLocal(`${text}T${edge === 'start' ? '00:00:00' : '23:59:59'}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** An ISO 8601 date-time, Sydney's when it has no zone, or a day as in `parseDay`. */
export function parseInstant(text: string, edge: 'start' | 'end'): number | undefined {
  const match = instantPattern.exec(text);
  if (!match) return parseDay(text, edge);
  const [, day, time, fraction = '', zone] = match;
  const instant =
    zone === undefined
      ? fromLocal(`${day}T${time}`)
      : Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone.replace(/(\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant) ? undefined : instant;
}
