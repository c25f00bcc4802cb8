import type { VisitShow } from '@tuntas/contract';
import type { Language } from '@tuntas/ui';

export interface ReturnChoice {
  /** The question's path in the form, as the officer's phone knows it. */
  readonly path: string;
  readonly text: string;
}

/** `houseFront` as the form spells the node: `/data/photos/house_front`. A photo that is no evidence of ours bears its path already. */
export function photoPath(kind: string): string {
  return kind.startsWith('/') ? kind : `/data/photos/${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** What a reviewer most often asks for again: photos that lack, photos to take anew, answers that differ from the roster. A path is named once. */
export function returnChoices(
  visit: Pick<VisitShow, 'photos' | 'missingPhotos' | 'comparison'>,
  language: Language,
  t: (key: string, values: Record<string, string>) => string,
): readonly ReturnChoice[] {
  const choices = [
    ...visit.missingPhotos.map((kind) => ({
      path: photoPath(kind),
      text: t('decision.addPhoto', { photo: t(`photo.${kind}`, {}) }),
    })),
    ...visit.photos.map((photo) => ({ path: photoPath(photo.kind), text: t('decision.retakePhoto', { photo: photo.label[language] }) })),
    ...visit.comparison
      .filter((row) => row.change === 'better' || row.change === 'worse' || row.change === 'changed')
      .map((row) => ({ path: row.question, text: t('decision.checkAnswer', { question: row.label[language] }) })),
  ];
  return choices.filter((one, index) => choices.findIndex((other) => other.path === one.path) === index);
}
