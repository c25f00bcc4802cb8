/** The build of `exifr` that reads JPEG and HEIC only; the package's own types know the full one alone. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { parse } from 'exifr';
}
