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

const WRITES_STYLE = /(\w+\.value\.textContent) = (\w+)(?=, \w+\?\.\(\w+\))/;

/**
 * PrimeVue, inside the engine, forgets which styles it has put into the page whenever it makes a part, and writes the same ones again: a
 * browser then works out the whole page anew, some hundred times when a form's questions open. A style is written only when it changes.
 */
export const withStylesWrittenOnce: Plugin = {
  name: 'with-styles-written-once',
  enforce: 'pre',
  transform(code, id) {
    if (!/@getodk\/web-forms\/dist\/index-[\w-]+\.js/.test(id)) return null;
    if (!WRITES_STYLE.test(code)) this.error('the form engine writes its styles in another way: look at withStylesWrittenOnce');
    return { code: code.replace(WRITES_STYLE, '$1 === $2 || ($1 = $2)'), map: null };
  },
};

const DRAWS_QUESTION =
  /(__name: "FormQuestion",.*?)(return provide\((?:.(?!__name))*?"question-container": !0,.*?\}, \[\s*)(\w+\((\w+)\.question\) \? )/s;
const DRAWING = fileURLToPath(new URL('./src/drawing.ts', import.meta.url));

/** The engine draws all questions of a form before the browser may do anything else; here each waits for its turn. */
export const withQuestionsInTurn: Plugin = {
  name: 'with-questions-in-turn',
  enforce: 'pre',
  transform(code, id) {
    if (!/@getodk\/web-forms\/dist\/index-[\w-]+\.js/.test(id)) return null;
    if (!DRAWS_QUESTION.test(code)) this.error('the form engine draws its questions in another way: look at withQuestionsInTurn');
    const inTurn = code.replace(
      DRAWS_QUESTION,
      (_, before: string, render: string, which: string, given: string) =>
        `${before}const isDrawn = drawnInTurn(${given}.question.currentState.readonly === true && ${given}.question.nodeType !== "note"); ${render}!isDrawn.value ? createCommentVNode("", !0) : ${which}`,
    );
    return { code: `import { drawnInTurn } from ${JSON.stringify(DRAWING)};\n${inTurn}`, map: null };
  },
};
