import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

/** One environment per kind of process; `vite build --app` makes all three. */
const forNode = (outDir: string, entries: Record<string, string>, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { external: ['electron', 'sqlite3'], noExternal: true },
  build: {
    outDir: `../out/${outDir}`,
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: entries,
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
    },
  },
})

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  builder: {},
  environments: {
    client: { build: { outDir: '../out/renderer', emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 } },
    main: forNode('main', {
      main: 'electron/main.ts',
      engine: 'electron/engine/engine.ts',
      worker: 'electron/engine/jobs/worker.ts',
    }, 'es'),
    preload: forNode('preload', { preload: 'electron/preload.ts' }, 'cjs'),
  },
})
