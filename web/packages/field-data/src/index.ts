export type { OutboxItem, OutboxState } from './store.ts';
export type { Point } from './distance.ts';
export type { Post } from './outbox.ts';
export { FieldStore } from './store.ts';
export { Outbox, sha256 } from './outbox.ts';
export { addressLine } from './address.ts';
export { distanceInMetres, byDistance } from './distance.ts';
export { searchFamilies } from './search.ts';
