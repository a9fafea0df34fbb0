export interface Country {
  readonly id: number;
  readonly country: string;
  readonly country_iso2: string;
  readonly country_iso3: string;
  /** Abbreviation and name, where the platform knows the country's regions. */
  readonly states: readonly (readonly [string, string])[];
}

const country = (
  id: number,
  name: string,
  codes: readonly [string, string],
  states: Country['states'] = [],
): Country => ({ id, country: name, country_iso2: codes[0], country_iso3: codes[1], states });

/** The countries that this shop sells to, of the many that the platform knows. */
export const countries: readonly Country[] = [
  country(
    13,
    'Australia',
    ['AU', 'AUS'],
    [
      ['ACT', 'Australian Capital Territory'],
      ['NSW', 'New South Wales'],
      ['NT', 'Northern Territory'],
      ['QLD', 'Queensland'],
      ['SA', 'South Australia'],
      ['TAS', 'Tasmania'],
      ['VIC', 'Victoria'],
      ['WA', 'Western Australia'],
    ],
  ),
  country(14, 'Austria', ['AT', 'AUT']),
  country(
    38,
    'Canada',
    ['CA', 'CAN'],
    [
      ['AB', 'Alberta'],
      ['BC', 'British Columbia'],
      ['ON', 'Ontario'],
      ['QC', 'Quebec'],
    ],
  ),
  country(73, 'France', ['FR', 'FRA']),
  country(80, 'Germany', ['DE', 'DEU']),
  country(103, 'Ireland', ['IE', 'IRL']),
  country(107, 'Japan', ['JP', 'JPN']),
  country(153, 'New Zealand', ['NZ', 'NZL']),
  country(225, 'United Kingdom', ['GB', 'GBR']),
  country(
    226,
    'United States',
    ['US', 'USA'],
    [
      ['CA', 'California'],
      ['NY', 'New York'],
      ['OR', 'Oregon'],
      ['TX', 'Texas'],
    ],
  ),
];

/** A country by its code of two letters or by its English name. */
export const countryNamed = (name: string): Country | undefined =>
  countries.find(row => row.country_iso2 === name.toUpperCase() || row.country === name);
