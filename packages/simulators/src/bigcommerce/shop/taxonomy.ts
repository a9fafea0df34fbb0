export interface Brand {
  readonly id: number;
  readonly name: string;
}

export const brands: readonly Brand[] = [
  'Tidewater',
  'Nordlys',
  'Ōtautahi Goods',
  'Maison Bleue',
  'Ironbark',
  'Paper & Pine',
  'Sōsaku',
  'Old Ferry Co.',
  'Wattle',
  'Kettle Lane',
].map((name, index) => ({ id: 30 + index, name }));

export interface Category {
  readonly id: number;
  readonly parentId: number;
  readonly treeId: number;
  readonly name: string;
  readonly visible: boolean;
}

const category = (id: number, parentId: number, name: string, treeId = 1, visible = true): Category => ({
  id,
  parentId,
  treeId,
  name,
  visible,
});

/** Tree 1 belongs to the first storefront, tree 2 to the second; names repeat across trees. */
export const categories: readonly Category[] = [
  category(18, 0, 'Clothing'),
  category(19, 18, 'Women'),
  category(20, 18, 'Men'),
  category(21, 19, 'Dresses & Skirts'),
  category(22, 0, 'Home'),
  category(23, 22, 'Kitchen'),
  category(24, 22, 'Café'),
  category(25, 23, 'Tableware'),
  category(26, 0, 'Books & Downloads'),
  category(27, 0, 'Gifts'),
  category(28, 27, 'Under $50'),
  category(29, 0, 'Clearance (hidden)', 1, false),
  category(41, 0, 'Clothing', 2),
  category(42, 0, 'Wholesale Packs', 2),
];

export const categoryTrees = [
  { id: 1, name: 'Default catalog', channels: [1] },
  { id: 2, name: 'Wholesale catalog', channels: [2] },
] as const;
