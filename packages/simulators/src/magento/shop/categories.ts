import { historyStart } from '../clock.js';

export interface Category {
  readonly id: number;
  readonly parentId: number;
  readonly name: string;
  readonly level: number;
  /** Ids from the hidden root down to the category itself, joined by slashes. */
  readonly path: string;
  readonly position: number;
  readonly isActive: boolean;
  readonly createdAt: number;
}

type Row = readonly [id: number, parentId: number, name: string, isActive?: boolean];

/** Id 1 is the hidden root, level 1 holds one root a store group. */
const rows: readonly Row[] = [
  [1, 0, 'Root Catalog'],
  [2, 1, 'Default Category'],
  [3, 1, 'World Catalog'],
  [4, 2, 'Clothing'],
  [5, 4, 'Tops'],
  [6, 4, 'Bottoms'],
  [7, 2, 'Home'],
  [8, 7, 'Kitchen'],
  [9, 7, 'Décor'],
  [10, 2, 'Books & Media'],
  [11, 2, 'Gift Cards'],
  [12, 2, 'Clearance 2024', false],
  [13, 3, 'Apparel'],
  [14, 3, 'Living'],
  [15, 14, 'Textiles'],
];

const paths = new Map<number, string>([[0, '']]);

export const categories: readonly Category[] = rows.map(([id, parentId, name, isActive = true], index) => {
  const parentPath = paths.get(parentId) ?? '';
  const path = parentPath === '' ? String(id) : `${parentPath}/${id}`;
  paths.set(id, path);
  return {
    id,
    parentId,
    name,
    level: path.split('/').length - 1,
    path,
    position: index,
    isActive,
    createdAt: historyStart - 90 * 86_400_000,
  };
});
