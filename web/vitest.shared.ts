import { join } from 'node:path';

/** The test files of a worker share one page, since making one for each cost more than half of the run; `clear.ts` makes it theirs. Not for files that mock each other's modules. */
export const onOnePage = {
  include: ['src/**/*.test.ts'],
  setupFiles: [join(import.meta.dirname, 'clear.ts')],
  isolate: false,
  pool: 'threads' as const,
};
