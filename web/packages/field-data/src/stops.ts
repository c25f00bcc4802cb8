import type { FieldFamily, FieldVillage } from '@tuntas/contract';
import type { Point } from './distance.ts';
import { bearingInDegrees, distanceInMetres } from './distance.ts';
import { byName } from './names.ts';
import { shortWay } from './way.ts';

/** A place that stands for a house: the house itself, the middle of the located houses of its hamlet, or its village's centre. */
export interface Whereabouts extends Point {
  readonly by: 'house' | 'hamlet' | 'village';
}

export interface Stop {
  readonly family: FieldFamily;
  /** Null when not even the village has a known place. */
  readonly at: Whereabouts | null;
  /** From where the officer stands; null while either is not known. */
  readonly metres: number | null;
  readonly degrees: number | null;
}

export const SORTS = ['way', 'distance', 'village', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export function stopsOf(families: readonly FieldFamily[], villages: readonly FieldVillage[], here: Point | null): Stop[] {
  const hamlets = locatedHamlets(families);
  const centres = new Map(villages.map((village) => [village.code, pointOf(village)]));
  return families.map((family) => {
    const at = whereaboutsOf(family, hamlets, centres);
    const both = here && at;
    return { family, at, metres: both ? distanceInMetres(here, at) : null, degrees: both ? bearingInDegrees(here, at) : null };
  });
}

/**
 * The stops in the order the officer wants. The way leads over the open families alone; what is done comes after it by name, and so does what
 * has no place at all. Way and distance need to know where he stands: without that the list goes by village.
 */
export function inOrder(stops: readonly Stop[], sort: Sort, here: Point | null, isOpen: (family: FieldFamily) => boolean): Stop[] {
  const named = [...stops].sort((a, b) => byName(a.family.name, b.family.name));
  if (sort === 'name') return named;
  if (sort === 'village' || !here) {
    return named.sort((a, b) => byName(a.family.villageName, b.family.villageName) || byName(a.family.hamlet ?? '', b.family.hamlet ?? ''));
  }
  if (sort === 'distance') return named.sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0);
  const onWay = named.filter((stop): stop is Stop & { at: Whereabouts } => stop.at !== null && isOpen(stop.family));
  const first = shortWay(
    here,
    onWay.map((stop) => stop.at),
  ).map((index) => onWay[index]!);
  const rest = named.filter((stop) => !first.includes(stop as (typeof first)[number]));
  return [...first, ...rest.filter((stop) => isOpen(stop.family)), ...rest.filter((stop) => !isOpen(stop.family))];
}

function whereaboutsOf(
  family: FieldFamily,
  hamlets: ReadonlyMap<string, Point>,
  centres: ReadonlyMap<string, Point | null>,
): Whereabouts | null {
  const house = pointOf(family);
  if (house) return { ...house, by: 'house' };
  const hamlet = hamlets.get(hamletKey(family));
  if (hamlet) return { ...hamlet, by: 'hamlet' };
  const centre = centres.get(family.village);
  return centre ? { ...centre, by: 'village' } : null;
}

function locatedHamlets(families: readonly FieldFamily[]): Map<string, Point> {
  const houses = new Map<string, Point[]>();
  for (const family of families) {
    const house = pointOf(family);
    if (house && family.hamlet) houses.set(hamletKey(family), [...(houses.get(hamletKey(family)) ?? []), house]);
  }
  return new Map([...houses].map(([key, points]) => [key, middleOf(points)]));
}

const hamletKey = (family: FieldFamily) => `${family.village} ${(family.hamlet ?? '').toLowerCase()}`;

function pointOf(place: { readonly lat: number | null; readonly lng: number | null }): Point | null {
  return place.lat === null || place.lng === null ? null : { lat: place.lat, lng: place.lng };
}

function middleOf(points: readonly Point[]): Point {
  const mean = (part: keyof Point) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  return { lat: mean('lat'), lng: mean('lng') };
}
