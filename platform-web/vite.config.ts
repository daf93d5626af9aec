import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { precompress } from './build/precompress.ts'

const platform = process.env['XUNSHI_PUBLIC_URL'] ?? 'http://localhost:8080'
const vitestReport = process.env['XUNSHI_VITEST_REPORT']

export default defineConfig({
  plugins: [vue(), precompress()],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // The content security policy knows no data: scripts and fonts.
    assetsInlineLimit: 0,
    // In kB. The writer of label PDFs is that large, and is loaded when somebody asks for one.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: {
        app: fileURLToPath(new URL('./index.html', import.meta.url)),
        serviceWorker: fileURLToPath(new URL('./worker/serviceWorker.ts', import.meta.url)),
      },
      // So that a feature's index gives the router its routes and not the whole feature.
      treeshake: { moduleSideEffects: (id) => !/\/src\/features\/.*\.(vue|ts)$/.test(id) },
      output: {
        // A service worker answers for the folder that it lies in, under one name for ever.
        entryFileNames: ({ name }) => (name === 'serviceWorker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // What every page needs comes in two files, not in fifty: each request costs a slow phone more than its bytes.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/, minShareCount: 2, priority: 2 },
            { name: 'shared', test: /src\/shared\/(?!i18n\/.*json)/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/log', '/media'].map((path) => [path, platform])),
  },
  test: {
    environment: 'node',
    include: ['{src,worker}/**/*.spec.ts'],
    reporters: vitestReport === undefined ? ['default'] : ['default', 'json'],
    ...(vitestReport === undefined ? {} : { outputFile: { json: vitestReport } }),
  },
})
