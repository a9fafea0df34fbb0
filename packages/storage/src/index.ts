export { createMemoryStorage } from './memory.js';
export type { SqliteOptions } from './sqlite/open.js';
export { createSqliteStorage } from './sqlite.js';
