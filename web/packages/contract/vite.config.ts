import { defineConfig } from 'vitest/config';
import { onOnePage } from '../../vitest.shared.ts';

export default defineConfig({
  test: { environment: 'node', ...onOnePage },
});
