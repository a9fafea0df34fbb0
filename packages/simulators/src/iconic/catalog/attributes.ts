import { attributeSetIds } from './categories.js';

export interface AttributeRecord {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly inputType: 'dropdown' | 'multiselect' | 'textfield' | 'textarea';
  readonly attributeType: 'value' | 'option' | 'multi_option' | 'system';
  /** Null: a global attribute, in every set. */
  readonly attributeSetId: number | null;
  readonly mandatory: boolean;
  readonly visible: boolean;
  readonly options: readonly string[];
}

const option = { inputType: 'dropdown', attributeType: 'option', mandatory: false, visible: true } as const;

export const attributes: readonly AttributeRecord[] = [
  {
    ...option,
    id: 41,
    name: 'color_family',
    label: 'Colour family',
    attributeSetId: null,
    mandatory: true,
    options: ['Black', 'White', 'Navy', 'Rust', 'Sage'],
  },
  {
    ...option,
    id: 42,
    name: 'season',
    label: 'Season',
    attributeSetId: null,
    options: ['Summer', 'Winter', 'All year'],
  },
  {
    ...option,
    id: 43,
    name: 'brand',
    label: 'Brand',
    attributeType: 'system',
    attributeSetId: null,
    mandatory: true,
    options: [],
  },
  {
    ...option,
    id: 44,
    name: 'material',
    label: 'Material',
    inputType: 'multiselect',
    attributeType: 'multi_option',
    attributeSetId: attributeSetIds.apparel,
    options: ['Linen', 'Cotton', 'Wool'],
  },
  {
    ...option,
    id: 45,
    name: 'sole',
    label: 'Sole',
    attributeSetId: attributeSetIds.shoes,
    options: ['Rubber', 'Leather'],
  },
  {
    ...option,
    id: 46,
    name: 'care_label',
    label: 'Care label',
    inputType: 'textarea',
    attributeType: 'value',
    attributeSetId: null,
    options: [],
  },
  {
    ...option,
    id: 47,
    name: 'internal_note',
    label: 'Internal note',
    inputType: 'textfield',
    attributeType: 'value',
    attributeSetId: null,
    visible: false,
    options: [],
  },
];

/** Option ids are unique over all attributes: the same word has another id elsewhere. */
export const optionId = (attribute: AttributeRecord, index: number): number => attribute.id * 100 + index;

export const attributeSets = [
  { id: attributeSetIds.apparel, name: 'apparel', label: 'Apparel' },
  { id: attributeSetIds.shoes, name: 'shoes', label: 'Shoes' },
  { id: attributeSetIds.accessories, name: 'accessories', label: 'Accessories' },
] as const;
