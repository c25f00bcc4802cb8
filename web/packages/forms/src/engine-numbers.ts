const LOCALES = { id: 'id-ID', en: 'en-GB' };

/**
 * The form engine (0.22) writes amounts as the browser's own language does. This makes the page's language the one that is taken wherever a
 * number format is asked for without naming any.
 */
export function countIn(language: keyof typeof LOCALES): () => void {
  const original = Intl.NumberFormat;
  Intl.NumberFormat = new Proxy(original, {
    construct: (target, [locales, options]: ConstructorParameters<typeof Intl.NumberFormat>) =>
      new target(locales ?? LOCALES[language], options),
    apply: (target, _, [locales, options]: ConstructorParameters<typeof Intl.NumberFormat>) =>
      target(locales ?? LOCALES[language], options),
  });
  return () => (Intl.NumberFormat = original);
}
