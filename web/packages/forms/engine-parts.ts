import { fileURLToPath } from 'node:url';

/** Parts of ours in place of the form engine's (0.22): its map asks a stranger's server for pictures of where a family lives. */
export const engineParts = [
  { find: /^\.\/MapBlock-[\w-]+\.js$/, replacement: fileURLToPath(new URL('./src/PlaceBlock.vue', import.meta.url)) },
];
