import type { ProgressRow, Region } from '@tuntas/contract';

export interface Dot {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  y: number;
  readonly share: number;
  readonly step: 0 | 1 | 2 | 3 | 4;
}

export interface VillageMap {
  readonly width: number;
  readonly height: number;
  readonly dots: readonly Dot[];
  readonly names: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Of one shade, in percent. */
  readonly shade: number;
}

/** Shades of those where something is done; one more is for those where nothing is. */
const SHADES = 4;

/** In whole percent; where anything is done, at least one. */
const percentOf = (share: number) => (share > 0 ? Math.max(1, Math.round(share * 100)) : 0);

/** From and to of every shade in percent, equally wide up to the village that is furthest; the last is open above. */
export function classes(width: number): readonly (readonly [from: number, to: number])[] {
  return Array.from({ length: SHADES }, (_, at) => [at * width + 1, (at + 1) * width]);
}

/**
 * Villages as dots where they lie. The regency is small: longitude shrunk by the cosine of its latitude is projection enough. Names
 * of districts on the coast stand above all dots, those of inland ones below, and move further out where two would meet.
 */
export function villageMap(
  villages: readonly Region[],
  districts: readonly Region[],
  rows: readonly ProgressRow[],
  width: number,
): VillageMap {
  const progress = new Map(rows.map((row) => [row.key, row]));
  const placed = villages.flatMap((one) => (one.lat != null && one.lng != null ? [{ ...one, lat: one.lat, lng: one.lng }] : []));
  if (placed.length === 0) return { width, height: 0, dots: [], names: [], shade: 1 };
  const lats = placed.map((one) => one.lat);
  const lngs = placed.map((one) => one.lng);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = 22;
  const scale = (width - 2 * margin) / Math.max(0.001, (east - west) * squeeze);
  const x = (lng: number) => margin + (lng - west) * squeeze * scale;
  const y = (lat: number) => margin + 8 + (north - lat) * scale;

  const shares = placed.map((one) => {
    const row = progress.get(one.code);
    return row && row.total > 0 ? row.visited / row.total : 0;
  });
  const shade = Math.max(1, Math.ceil(percentOf(Math.max(...shares)) / SHADES));
  const dots: Dot[] = placed.map((one, at) => {
    const share = shares[at] ?? 0;
    const step = Math.ceil(percentOf(share) / shade) as Dot['step'];
    return { code: one.code, name: one.name, x: x(one.lng), y: y(one.lat), share, step };
  });
  const names: { name: string; x: number; y: number }[] = [];
  for (const district of [...districts].sort((a, b) => (a.lng ?? 0) - (b.lng ?? 0))) {
    const own = dots.filter((dot) => dot.code.startsWith(`${district.code}.`));
    if (own.length === 0) continue;
    const mean = (axis: 'x' | 'y') => own.reduce((sum, dot) => sum + dot[axis], 0) / own.length;
    const half = district.name.length * 3.9;
    const around = dots.filter((dot) => Math.abs(dot.x - mean('x')) < width / 8);
    const inland = mean('y') > around.reduce((sum, dot) => sum + dot.y, 0) / around.length;
    const x = Math.min(width - half, Math.max(half, mean('x')));
    const near = dots.filter((dot) => Math.abs(dot.x - x) < half + 4).map((dot) => dot.y);
    const name = { name: district.name, x, y: inland ? Math.max(...near) + 18 : Math.min(...near) - 9 };
    const meets = (other: { name: string; x: number; y: number }) =>
      Math.abs(other.x - x) < half + other.name.length * 3.9 + 4 && Math.abs(other.y - name.y) < 14;
    while (names.some(meets)) name.y += inland ? 15 : -15;
    names.push(name);
  }
  const above = Math.min(0, ...names.map((one) => one.y - 14));
  for (const one of [...dots, ...names]) one.y -= above;
  const height = Math.max(...dots.map((dot) => dot.y), ...names.map((one) => one.y)) + margin / 2;
  return { width, height, dots, names, shade };
}
