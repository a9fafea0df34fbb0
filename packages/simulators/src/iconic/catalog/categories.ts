export interface CategoryRecord {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly attributeSetId: number;
  readonly pathIds: readonly number[];
  readonly path: readonly string[];
  readonly active: boolean;
}

/** Indented by one space a level; `!` marks an inactive category. */
const outline = `Root
 Women
  Dresses
   Midi Dresses
   Maxi Dresses
  Tops
   T-Shirts
   Blouses
  Jeans
 Men
  Shirts
  Knitwear
  !Suits
 Shoes
  Sneakers
  Boots
  Sandals
 Accessories
  Bags
  Belts
 Beauty
  Sunscreen`;

export const attributeSetIds = { apparel: 11, shoes: 12, accessories: 13 } as const;

function attributeSetOf(path: readonly string[]): number {
  if (path[1] === 'Shoes') return attributeSetIds.shoes;
  return path[1] === 'Accessories' || path[1] === 'Beauty' ? attributeSetIds.accessories : attributeSetIds.apparel;
}

function read(): CategoryRecord[] {
  const ancestors: CategoryRecord[] = [];
  return outline.split('\n').map((line, index) => {
    const name = line.trim().replace('!', '');
    ancestors.length = line.length - line.trimStart().length;
    const path = [...ancestors.map(ancestor => ancestor.name), name];
    const category: CategoryRecord = {
      id: index + 1,
      parentId: ancestors.at(-1)?.id ?? null,
      name,
      attributeSetId: attributeSetOf(path),
      pathIds: [...ancestors.map(ancestor => ancestor.id), index + 1],
      path,
      active: !line.includes('!'),
    };
    ancestors.push(category);
    return category;
  });
}

export const categories: readonly CategoryRecord[] = read();

export const childrenOf = (id: number): readonly CategoryRecord[] =>
  categories.filter(category => category.parentId === id);

/** Categories that hold products. */
export const leafCategories: readonly CategoryRecord[] = categories.filter(
  category => category.active && childrenOf(category.id).length === 0,
);
