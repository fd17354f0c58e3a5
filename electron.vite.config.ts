import { chmodSync } from 'node:fs'
import { resolve } from 'node:path'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { bundled } from './scripts/package/bundled'
import { licences } from './scripts/package/licences'

const here = import.meta.dirname

/** `npx netzwart` starts this file itself, so it must be executable. */
function executableCommandLine(): Plugin {
  return {
    name: 'netzwart:executable-command-line',
    writeBundle(options) {
      if (options.dir !== undefined) chmodSync(resolve(options.dir, 'cli.js'), 0o755)
    }
  }
}

/**
 * The oldest Node and Chromium that the output must run on: those of the test Electron (docs/development.md).
 */
const oldest = { node: 'node20.18', browser: 'chrome130' }

export default defineConfig({
  main: {
    plugins: [executableCommandLine()],
    build: {
      outDir: resolve(here, 'out/main'),
      target: oldest.node,
      minify: false,
      sourcemap: true,
      // What runs in main stays in node_modules, where native parts and what is loaded by name belong. These are many
      // small files without either: read one by one, they made up a fourth of the command line's start.
      externalizeDeps: { exclude: [...bundled] },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src-main/index.ts'),
          cli: resolve(here, 'src-main/cli.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      target: oldest.node,
      // A sandboxed preload script can load nothing but Electron: one CommonJS file holds all.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    plugins: [
      vue(),
      ui({
        root: here,
        dts: false,
        autoImport: false,
        // The window follows the preferences that main keeps (src-renderer/app/theme.ts).
        colorMode: false,
        theme: { colors: ['primary', 'success', 'info', 'warning', 'error'] },
        ui: {
          colors: {
            primary: 'petrol',
            success: 'emerald',
            info: 'sky',
            warning: 'amber',
            error: 'red',
            neutral: 'mist'
          },
          // Darker under the pointer, not paler: the text on it stays readable (WCAG 1.4.3).
          button: {
            compoundVariants: (['primary', 'error'] as const).map((color) => ({
              color,
              variant: 'solid' as const,
              class: `hover:bg-${color}-800 active:bg-${color}-800 dark:hover:bg-${color}-200 dark:active:bg-${color}-200`
            }))
          },
          // A long description keeps its place where the window is low; the body scrolls.
          modal: {
            slots: {
              overlay: 'fixed inset-0 bg-black/45',
              header: 'shrink-0',
              title: 'text-lg font-semibold'
            }
          }
        },
        // Every icon that the sources name is bundled; none is ever fetched.
        icon: { clientBundle: { scan: { globInclude: ['src-renderer/**/*.{vue,ts}'] } } }
      }),
      // The licences of all that ships travel with the app.
      licences(here)
    ],
    define: {
      __VUE_OPTIONS_API__: true,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false
    },
    // The window's origin is app://netzwart, in development too; only the reload channel goes to the server.
    server: { host: '127.0.0.1', hmr: { host: '127.0.0.1', protocol: 'ws' } },
    build: {
      outDir: resolve(here, 'out/renderer'),
      target: oldest.browser,
      modulePreload: { polyfill: false },
      // Less than half to be read and compiled at each start.
      minify: true,
      // Nothing inline: the content security policy allows files of the app only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(here, 'src-renderer/index.html') }
    }
  }
})
