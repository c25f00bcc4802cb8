import type { RoleKey } from '@tuntas/contract';
import { session } from '../session.ts';

const GUARDED: readonly RoleKey[] = ['regentOffice', 'admin'];

/** Whether the person signed in gives and takes this role: some are left to administrators. */
export function mayGive(role: RoleKey): boolean {
  return !GUARDED.includes(role) || session.user?.roles.some((grant) => grant.role === 'admin') === true;
}
