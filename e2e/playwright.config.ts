import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = process.getuid?.() === 0;

/** Naming features replaces the list that Playwright names itself, so the first lines repeat those of it that Linux has. */
const WITHOUT = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  // two pages of the address bar that nobody sees, drawn for each new window: a seventh of the run
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

export default defineConfig({
  testDir: 'tests',
  globalSetup: join(import.meta.dirname, 'support/ready-office.ts'),
  outputDir: 'test-results/artifacts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    // a trace costs a seventh of the whole run; a screenshot of what failed is always kept
    trace: process.env['TUNTAS_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['TUNTAS_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
        '--disable-domain-reliability',
        `--disable-features=${WITHOUT.join(',')}`,
        // drawn by the processor either way; going through its imitation of a graphics card costs a twelfth of the run
        '--disable-gpu',
        '--disable-sync',
        '--metrics-recording-only',
        '--no-first-run',
      ],
    },
  },
});
