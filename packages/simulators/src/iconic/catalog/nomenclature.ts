import { brands } from './brands.js';
import { type CategoryRecord, categories } from './categories.js';

/** How the marketplace names the products of a category, whatever the seller calls them; empty where it does not. */
export const nomenclatureOf = (category: CategoryRecord): string =>
  category.name === 'Sunscreen' ? '{{brand}} {{name}}' : '';

export function nameOf(categoryId: number, brandId: number, name: string): string {
  const category = categories.find(({ id }) => id === categoryId);
  const formula = category ? nomenclatureOf(category) : '';
  if (formula === '') return name;
  const brand = brands.find(({ id }) => id === brandId)?.name ?? '';
  return name.startsWith(`${brand} `) ? name : formula.replace('{{brand}}', brand).replace('{{name}}', name);
}
