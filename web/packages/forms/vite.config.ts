import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { onOnePage } from '../../vitest.shared.ts';

export default defineConfig({
  plugins: [vue()],
  test: { environment: 'happy-dom', ...onOnePage },
});
