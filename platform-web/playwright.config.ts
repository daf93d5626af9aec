import { defineConfig, devices } from '@playwright/test'

const url = process.env['XUNSHI_PUBLIC_URL'] ?? 'http://localhost:8080'
const chromium = process.env['XUNSHI_CHROMIUM']

/** A running platform is what these tests need; `./xunshi test` starts one and says where it is. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each waits for the server half of the time. Files share people of the sample data, and no test counts on being alone.
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    // Tests see what the server says; those of the offline app allow it.
    serviceWorkers: 'block',
    // Recording a trace takes longer than most tests; what failed is run again by hand with --trace=on.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      // Chromium's own sandbox does not run as root, which is what build machines are.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    {
      name: 'phone',
      // What is tagged @desk is done at a desk, with a keyboard.
      grepInvert: /@desk/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
    },
    {
      name: 'desktop',
      // What is tagged @once does not depend on the window's size.
      grepInvert: /@once/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
})
