import { parseSync, type ESTree, type Plugin } from 'vite';

const START = 'start';
/** Where the start leaves what the parts that come later take from it. */
const HELD = 'globalThis.tuntas';

/**
 * Makes one classic script of all that the app needs when it starts. A browser compiles a classic script while the service worker puts it onto
 * the phone, and keeps what came of it (V8's full code cache); a module it compiles anew, function by function, at every start (ADR 59).
 */
export const classicStart: Plugin = {
  name: 'classic-start',
  apply: 'build',
  enforce: 'post',
  config: () => ({
    build: {
      // would have the start compiled once more, as a module
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: START, tags: ['$initial'] }] } } },
    },
  }),
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const start = chunks.find(({ name }) => name === START);
      const page = bundle['index.html'];
      if (!start || start.imports.length > 0 || page?.type !== 'asset') return this.error('the start is not one script');
      for (const chunk of chunks) chunk.code = chunk === start ? classic(chunk.code) : afterStart(chunk.code, start.fileName);
      page.source = String(page.source).replace('type="module" crossorigin', 'defer');
    },
  },
};

/** A classic script has no exports and does not know where it comes from; the paths that it asks for are whole. */
export function classic(code: string): string {
  const inner = eachReplaced(code, 'ExportNamedDeclaration', ({ specifiers }) => {
    const held = specifiers.map(({ exported, local }) => `${textOf(exported)}:${textOf(local)}`);
    return `${HELD}={${held.join()}};`;
  });
  return `(()=>{"use strict";${inner.replaceAll('import.meta', '({url:document.baseURI})')}})();`;
}

export function afterStart(code: string, start: string): string {
  return eachReplaced(code, 'ImportDeclaration', ({ source, specifiers }) => {
    if (!start.endsWith(source.value.slice(1))) return null;
    const taken = specifiers.map((one) =>
      one.type === 'ImportSpecifier' ? `${textOf(one.imported)}:${one.local.name}` : `...${one.local.name}`,
    );
    return `const{${taken.join()}}=${HELD};`;
  });
}

const textOf = (name: ESTree.ModuleExportName): string => (name.type === 'Literal' ? name.value : name.name);

/** The code with each of its statements of that type replaced; where `replace` gives null, the statement stays. */
function eachReplaced<T extends ESTree.Statement['type']>(
  code: string,
  type: T,
  replace: (statement: Extract<ESTree.Statement, { type: T }>) => string | null,
): string {
  return parseSync('chunk.js', code).program.body.reduceRight((text, statement) => {
    const other = statement.type === type ? replace(statement as Extract<ESTree.Statement, { type: T }>) : null;
    return other === null ? text : text.slice(0, statement.start) + other + text.slice(statement.end);
  }, code);
}
