import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';

export default defineConfig({
  ...shared,
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  timeout: 600_000,
  workers: 1,
  reporter: './figures.ts',
});
