import { pageChoice } from '@tuntas/ui';

export const TEXT_SIZES = ['normal', 'large'] as const;
export const CONTRASTS = ['normal', 'high'] as const;

/** How large the text is; everything that is measured in rem grows with it. */
export const textSize = pageChoice('text', TEXT_SIZES);
/** `high` is for the sun: black on white, no quiet greys; on a dark page the other way round. */
export const contrast = pageChoice('contrast', CONTRASTS);
