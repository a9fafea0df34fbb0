export { createDocumentKeeper, type DocumentKeeper, keepDocuments } from '@cartograph/codat';
export { type ApiOptions, createApi } from './api.js';
export { createApiKey, type KeyWish, type Scope, scopes } from './auth/key.js';
export type { Services, SettingsVault } from './route.js';
export { connectionIdPattern } from './routes/connections.js';
export { createRunner, type Runner, type RunnerOptions } from './runner.js';
export { createWebhooks, type Webhooks } from './webhooks/webhooks.js';
