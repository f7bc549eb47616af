import { defineConfig } from "vite";

export default defineConfig({
  // Without React's own plugin, which adds only what is of use while one develops.
  esbuild: { jsx: "automatic" },
});
