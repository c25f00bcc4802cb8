import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Parts of ours in place of the form engine's (0.22): its map asks a stranger's server for pictures of where a family lives. */
export const engineParts = [
  { find: /^\.\/MapBlock-[\w-]+\.js$/, replacement: fileURLToPath(new URL('./src/PlaceBlock.vue', import.meta.url)) },
];

/** The engine carries Roboto inside its script, 0.65 MB gzipped that the house's own type replaces. */
export const withoutEngineFonts: Plugin = {
  name: 'without-engine-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/@getodk\/web-forms\/dist\/index\.js/.test(id)) return null;
    return { code: code.replace(/@font-face\{font-family:Roboto;[^}]*\}/g, ''), map: null };
  },
};
