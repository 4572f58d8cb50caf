import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { notices } from './scripts/notices-plugin.ts';
import { offlineWorker } from './scripts/offline-plugin.ts';
import { fileBytes } from './scripts/file-bytes-plugin.ts';

/** The development server works over a web socket and inline scripts, which the page's policy forbids. */
function policyOnlyInBuild(): Plugin {
  return {
    name: 'policy-only-in-build',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), fileBytes(), policyOnlyInBuild(), notices(), offlineWorker()],
  worker: { format: 'es', plugins: () => [fileBytes()] },
  define: { 'import.meta.env.VERSION': JSON.stringify(packageJson.version) },
  // Met late, inside workers: found by the development server only then, it would reload the page.
  optimizeDeps: {
    include: [
      '@cornerstonejs/codec-charls/decodewasmjs',
      '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs',
      '@cornerstonejs/codec-libjxl/decodewasmjs',
      '@cornerstonejs/codec-openjpeg/decodewasmjs',
      '@noble/ciphers/aes.js',
      '@noble/hashes/hmac.js',
      '@noble/hashes/legacy.js',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'dicom-character-set',
      'dicom-parser',
      'jszip',
      'pdfjs-dist/legacy/build/pdf.mjs',
    ],
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // For machines that have other things to do: no test asserts a time.
    testTimeout: 60_000,
  },
});
