/** A page of a numbered list, as it is counted with this size. */
export interface PagePart {
  readonly page: number;
  readonly size: number;
}

/**
 * The same records as pages of a smaller size: as many as the size's least divisor, for pages of any other size would begin
 * elsewhere. Those that begin at or beyond `count` are left out: some platforms repeat their last page there.
 */
export function splitPage({ page, size }: PagePart, firstPage = 1, count = Number.POSITIVE_INFINITY): PagePart[] {
  const parts = leastDivisor(size);
  if (parts === 1) return [];
  const smaller = size / parts;
  const first = (page - firstPage) * parts;
  return Array.from({ length: parts }, (_, index) => ({ page: firstPage + first + index, size: smaller })).filter(
    part => (part.page - firstPage) * smaller < count,
  );
}

/** The least whole number above 1 that divides it; 1 for 1. */
function leastDivisor(number: number): number {
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return divisor;
  return number;
}

/** Ids or seconds, both bounds inclusive. */
export interface RangePart {
  readonly from: number;
  readonly to: number;
}

export function splitRange({ from, to }: RangePart): RangePart[] {
  if (from >= to) return [];
  const middle = Math.floor((from + to) / 2);
  return [
    { from, to: middle },
    { from: middle + 1, to },
  ];
}
