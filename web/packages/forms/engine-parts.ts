import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Parts of ours in place of the form engine's (0.22): its map asks a stranger's server for pictures of where a family lives. */
export const engineParts = [
  { find: /^\.\/MapBlock-[\w-]+\.js$/, replacement: fileURLToPath(new URL('./src/PlaceBlock.vue', import.meta.url)) },
];

/** The engine carries Roboto inside its script, 0.65 MB gzipped that the house's own type replaces. */
const withoutEngineFonts: Plugin = {
  name: 'without-engine-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/@getodk\/web-forms\/dist\/index\.js/.test(id)) return null;
    return { code: code.replace(/@font-face\{font-family:Roboto;[^}]*\}/g, ''), map: null };
  },
};

/** Changes one place of the engine's script; the build stops when a new version of the engine has no such place. */
function inEngine(name: string, place: RegExp, change: (...found: string[]) => string, beside = ''): Plugin {
  return {
    name,
    enforce: 'pre',
    transform(code, id) {
      if (!/@getodk\/web-forms\/dist\/index-[\w-]+\.js/.test(id)) return null;
      if (code.search(place) < 0) this.error(`the form engine is written in another way: look at ${name}`);
      return { code: `${beside}\n${code.replace(place, change)}`, map: null };
    },
  };
}

const ours = (file: string) => JSON.stringify(fileURLToPath(new URL(`./src/${file}`, import.meta.url)));

/**
 * PrimeVue, inside the engine, forgets which styles it has put into the page whenever it makes a part, in case the theme changes: it works
 * the same ones out again and a browser then works out the whole page anew, some hundred times when a form's questions open. The theme stays.
 */
const withTheOneTheme = inEngine('with-the-one-theme', /\w+\.clearLoadedStyleNames\(\), \w+\.on\("theme:change", \w+\);/g, () => '');

/** The engine draws all questions of a form before the browser may do anything else; here each waits for its turn. */
const withQuestionsInTurn = inEngine(
  'with-questions-in-turn',
  /(__name: "FormQuestion",.*?)(return provide\((?:.(?!__name))*?"question-container": !0,.*?\}, \[\s*)(\w+\((\w+)\.question\) \? )/s,
  (_, before, render, which, given) =>
    `${before}const isDrawn = drawnInTurn(${given}.question.currentState.readonly === true && ${given}.question.nodeType !== "note"); ${render}!isDrawn.value ? createCommentVNode("", !0) : ${which}`,
  `import { drawnInTurn } from ${ours('drawing.ts')};`,
);

/** A group, or a person, that an answer brings is drawn in a slice of its own. */
const withGroupsInSlices = inEngine(
  'with-groups-in-slices',
  /return (\(\w+, \w+\) => )(?=\w+\.\w+\.currentState\.hasRelevantBodyNodes \? \(openBlock\(\), createBlock\(FormPanel)/g,
  (_, render) => `const isDrawn = drawnInSlice(); return ${render}isDrawn.value && `,
  `import { drawnInSlice } from ${ours('drawing.ts')};`,
);

/** Groups of questions have a light frame. */
const withLightPanels = inEngine(
  'with-light-panels',
  /(__name: "FormPanel",.*?createBlock\(unref\()[\w$]+(\), \{\s*key: 0,)/s,
  (_, before, after) => `${before}GroupPanel${after}`,
  `import GroupPanel from ${ours('GroupPanel.vue')};`,
);

/** Choices have a light radio button. */
const withLightRadios = inEngine(
  'with-light-radios',
  /(__name: "RadioButton",.*?createVNode\()unref\([\w$]+\)(, \{\s*"input-id")/s,
  (_, before, after) => `${before}RadioChoice${after}`,
  `import RadioChoice from ${ours('RadioChoice.vue')};`,
);

/**
 * The engine asks all groups around a question twice over, each by asking those around it, whenever it wants to know whether the question is
 * asked or may be changed: thirty-two times at the fifth. Here each group and question knows its own answer until that changes.
 */
const withRelevanceRemembered = inEngine(
  'with-relevance-remembered',
  /(\bis(?:Readonly|Relevant)) = (\(\) => this\.has\w+Ancestor\(\) \? ![01] : this\.isSelf\w+\(\));/g,
  (_, name, ask) => `${name} = remembered(this, ${ask});`,
  'function remembered(node, ask) { let memo; return () => (memo ??= node.scope.runTask(() => createMemo(ask)))(); }',
);

/**
 * The engine takes every label for Markdown and reads it whenever it draws it, the same questions for each person. Here each is read once, and
 * one of plain words not at all.
 */
const withTextsReadOnce = inEngine(
  'with-texts-read-once',
  /const (\w+) = fromMarkdown\((\w+)\);\s*newlineToBreak\(\1\);(.*?function format\(\w+\) \{\s*const (\w+) = escapeEditableChunks\(\w+\), \w+ = )(?=toOdkMarkdown\(\4\))/s,
  (_, read, text, between, words) =>
    `const ${read} = readOnce(${text});${between}PLAIN.test(${words}) ? [new ChildMarkdownNode(${words})] : `,
  `const PLAIN = /^\\p{L}[\\p{L}\\p{N} ,.?()/:;'"%-]*(?<! )$/u;
const texts = new Map();
function readOnce(text) {
  if (!texts.has(text)) {
    texts.set(text, fromMarkdown(text));
    newlineToBreak(texts.get(text));
  }
  return texts.get(text);
}`,
);

/**
 * The engine gathers for every group, at every answer, what is wrong with all that is in it. Here that is done when it is asked for: when the
 * form is sent.
 */
const withViolationsOnDemand = inEngine(
  'with-violations-on-demand',
  /(\w+)\.getViolation\(\)(;.*?collectViolationReferences = \((\w+)\) => )\3\.getChildren\(\)(.*?createAggregatedViolations = \((\w+)[^=]*=> ).*?\n\}(?=, createParentNodeInstanceState)/s,
  (_, leaf, collect, group, aggregate, all) =>
    `${leaf}.validationState.violation${collect}${group}.currentState.children${aggregate}{
  const violations = computed(() => collectViolationReferences(${all}));
  return { get violations() { return violations.value; } };
}`,
);

/** The engine writes all answers down anew whenever they are read. Here each group remembers how its own are written, until one changes. */
const withAnswersRemembered = inEngine(
  'with-answers-remembered',
  /(create(?:Root|ParentNode|TemplatedNode|NodeRange)InstanceState = )(\(\w+\) => \(\{\s*get instanceXML\(\) \{.*?\n {2}\}\n\}\))/gs,
  (_, name, write) => `${name}written(${write})`,
  `const written = (write) => (group) => {
  const state = write(group);
  const xml = computed(() => state.instanceXML);
  return { get instanceXML() { return xml.value; } };
};`,
);

/**
 * The engine works out all that an answer changes before the browser may do anything else. Here it stops when its slice is over and goes on in
 * the next; what is asked for meanwhile is worked out at once, as always.
 */
const withUpdatesInSlices = inEngine(
  'with-updates-in-slices',
  /function runQueue\((\w+)\) \{\s*for \(let (\w+) = 0; \2 < \1\.length; \2\+\+\) runTop\(\1\[\2\]\);\s*\}/,
  () => `
let queues = 0;
const leftOver = [];
function runQueue(queue) {
  queues++;
  try {
    for (let at = 0; at < queue.length; at++) {
      if (queues === 1 && isTimeUp()) {
        leftOver.push(...queue.slice(at));
        later(goOn);
        return;
      }
      runTop(queue[at]);
    }
  } finally {
    queues--;
  }
}
function goOn() {
  runUpdates(() => Updates.push(...leftOver.splice(0)), !1);
}`,
  `import { isTimeUp, later } from ${ours('slices.ts')};`,
);

/** People of a family come into the form one by one, a slice each. */
const withRepeatsInSlices = inEngine(
  'with-repeats-in-slices',
  /(createComputed\(\((\w+) = null\) => \{)(\s*const (\w+) = \2 \?\? 0;\s*let (\w+) = )(\w+)\(\);/,
  (_, computed, former, begin, _from, _to, count) =>
    `const [turn, next] = createSignal(0, { equals: !1 }); ${computed} turn(); ${begin}inTurn(${former} ?? 0, ${count}(), next);`,
  `import { isInSlice, isTimeUp as isOver, isTouch, later as inNextSlice } from ${ours('slices.ts')};
function inTurn(from, to, next) {
  if (!isInSlice() || !(to > from)) return to;
  const now = from + (isTouch() || isOver() ? 0 : 1);
  if (now < to) inNextSlice(() => next(0));
  return now;
}`,
);

/** What the build changes in the engine's script. */
export const engineChanges = [
  withoutEngineFonts,
  withTheOneTheme,
  withQuestionsInTurn,
  withGroupsInSlices,
  withLightPanels,
  withLightRadios,
  withTextsReadOnce,
  withRelevanceRemembered,
  withViolationsOnDemand,
  withAnswersRemembered,
  withUpdatesInSlices,
  withRepeatsInSlices,
];
