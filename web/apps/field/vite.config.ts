import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { engineParts } from '../../packages/forms/engine-parts.ts';

export default defineConfig({
  base: '/lapangan/',
  plugins: [vue()],
  resolve: { alias: engineParts },
  build: { target: 'es2022', sourcemap: false },
  server: { proxy: { '/api': 'http://localhost:8080', '/healthz': 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
});
