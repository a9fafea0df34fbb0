export interface BrandRecord {
  readonly id: number;
  readonly name: string;
  /** Prefix of the brand's SKUs. */
  readonly code: string;
  readonly countries: string;
  /** Not open to this seller: only listed with `includeInaccessible`. */
  readonly restricted: boolean;
  readonly active: boolean;
  /** Percent of the paid price that the marketplace keeps. */
  readonly commission: number;
}

const names =
  'Alder & Wren|Bondi Thread|Cove|Dune Denim|Élan|Fernhill|Gullwing|Harbour Lane|Indigo Coast|Junip|Kōwhai|Lark';

export const brands: readonly BrandRecord[] = names.split('|').map((name, index) => ({
  id: 301 + index,
  name,
  code: name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase(),
  countries: index % 4 === 3 ? 'AU' : 'AU,NZ',
  restricted: index === 10,
  active: index !== 11,
  commission: [18, 20, 22.5, 25][index % 4] ?? 20,
}));
