import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';

/** Playwright's own records of a page cost it time that is measured here. */
export default defineConfig({
  ...shared,
  use: { ...shared.use, trace: 'off', screenshot: 'off' },
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results/bench',
  timeout: 600_000,
  workers: 1,
  reporter: './figures.ts',
});
