import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils';
import { afterEach, vi } from 'vitest';

vi.resetModules();
vi.unstubAllGlobals();
disableAutoUnmount();
enableAutoUnmount(afterEach);
globalThis.localStorage?.clear();
// what 'fake-indexeddb/auto' put there
if ('indexedDB' in globalThis) globalThis.indexedDB = new (indexedDB.constructor as new () => IDBFactory)();
