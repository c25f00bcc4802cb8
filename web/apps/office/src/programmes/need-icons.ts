import type { Need } from '@tuntas/contract';

export const NEED_ICONS: Record<Need, string> = {
  food: 'hand-heart',
  income: 'wallet',
  housing: 'house',
  water: 'droplet',
  toilet: 'toilet',
  electricity: 'zap',
  health: 'stethoscope',
  school: 'school',
  stunting: 'users',
  disability: 'user',
  elderly: 'user',
  papers: 'stamp',
};
