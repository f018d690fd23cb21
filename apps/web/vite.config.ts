import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** The server serves index.html itself (it fills in the style nonce) and the folder assets/ as it stands. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ["fibril-source", ...defaultClientConditions] },
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:4180", "/learn": "http://127.0.0.1:4180" } },
});
