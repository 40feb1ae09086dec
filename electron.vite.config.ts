import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { contract } from './electron/contract/index.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** db/file/migrate.ts looks for `../migrations` from its own file: db/migrations in the sources, out/migrations built. */
function copyMigrations(): Plugin {
  return {
    name: 'approdo-copy-migrations',
    closeBundle: () => cpSync(at('db/migrations'), at('out/migrations'), { recursive: true }),
  };
}

/** The interpreter of PDF, as it was made, and what it asks for by itself for two kinds of scans. */
function copyPdf(): Plugin {
  const parti = {
    'pdf.worker.min.js': 'build/pdf.worker.min.mjs',
    'jbig2_nowasm_fallback.js': 'wasm/jbig2_nowasm_fallback.js',
    'openjpeg_nowasm_fallback.js': 'wasm/openjpeg_nowasm_fallback.js',
  };
  return {
    name: 'approdo-copy-pdf',
    closeBundle: () => {
      for (const [nome, file] of Object.entries(parti))
        cpSync(at(`node_modules/pdfjs-dist/${file}`), at(`out/renderer/pdf/${nome}`));
    },
  };
}

export default defineConfig({
  main: {
    plugins: [copyMigrations()],
    build: {
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        input: { index: at('electron/main.ts'), 'copia-worker': at('electron/services/copia-worker.ts') },
        // flat: every file of the main process finds ../migrations and its worker beside itself
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    // the allow-list follows from the contract, without carrying the contract's code into the preload
    define: { __NOMI_ENDPOINT__: JSON.stringify(Object.keys(contract)) },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), copyPdf()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // CSP: nothing inlined as data: but the fonts and images it allows
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
