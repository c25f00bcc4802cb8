/** The photo as a camera gives it that notes when and where: 3 February 2023 at 10.15; 8°6'45" S, 115°5'18.6" E. */
export function withExif(jpeg: Buffer): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const directory = (...entries: Buffer[]): Buffer => Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
  const letter = (text: string) => text.charCodeAt(0) * 2 ** 24;
  const fractions = Buffer.alloc(48);
  [8, 1, 6, 1, 45, 1, 115, 1, 5, 1, 186, 10].forEach((part, index) => fractions.writeUInt32BE(part, 4 * index));
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\b', 'latin1'),
    directory(entry(0x8769, 4, 1, 38), entry(0x8825, 4, 1, 56)),
    directory(entry(0x9003, 2, 20, 110)),
    directory(entry(1, 2, 2, letter('S')), entry(2, 5, 3, 130), entry(3, 2, 2, letter('E')), entry(4, 5, 3, 154)),
    Buffer.from('2023:02:03 10:15:00\0', 'latin1'),
    fractions,
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
