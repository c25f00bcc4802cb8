import type { Answer, VisitShow } from '@tuntas/contract';
import type { Language } from '@tuntas/ui';

export interface ComparedRow {
  readonly path: string;
  readonly label: string;
  readonly cells: readonly (string | null)[];
  readonly differs: boolean;
}

/** One row for each question that any visit answered, in the order of the newest visit's form. */
export function sideBySide(visits: readonly Pick<VisitShow, 'answers'>[], language: Language): readonly ComparedRow[] {
  const questions = new Map<string, Answer>();
  for (const visit of [...visits].reverse()) {
    for (const answer of visit.answers) if (!questions.has(answer.path)) questions.set(answer.path, answer);
  }
  return [...questions.values()].map((question) => {
    const cells = visits.map((visit) => visit.answers.find((one) => one.path === question.path)?.display[language] ?? null);
    return { path: question.path, label: question.label[language], cells, differs: new Set(cells).size > 1 };
  });
}
