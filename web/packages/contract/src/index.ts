export * from './api.ts';
export * from './client.ts';
export * from './problem.ts';
export type * from './types/index.ts';
