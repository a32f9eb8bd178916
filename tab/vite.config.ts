/** How the tab is built: into dist/tab, for the server to serve under /tab/. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // the content policy lets no inline script in
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: ['..'] } },
});
