import vue from '@vitejs/plugin-vue';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { engineChanges, engineParts } from '../../packages/forms/engine-parts.ts';
import { classicStart } from './classic-start.ts';

export default defineConfig({
  base: '/lapangan/',
  plugins: [
    vue(),
    ...engineChanges,
    classicStart,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2}'], maximumFileSizeToCacheInBytes: 4_000_000 },
      manifestFilename: 'manifest.webmanifest',
      manifest: {
        id: '/lapangan/',
        name: 'Tuntas Lapangan',
        short_name: 'Tuntas',
        description: 'Kunjungan ke keluarga, juga tanpa sinyal.',
        lang: 'id',
        dir: 'ltr',
        start_url: '/lapangan/',
        scope: '/lapangan/',
        display: 'standalone',
        orientation: 'portrait',
        background_color: '#fbf8f2',
        theme_color: '#0a2733',
        categories: ['government', 'productivity'],
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  resolve: { alias: engineParts },
  build: { target: 'es2022', sourcemap: false },
  server: { proxy: { '/api': 'http://localhost:8080', '/healthz': 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
});
