import type { FieldFamily } from '@tuntas/contract';
import { useI18n } from 'vue-i18n';
import { standing } from './field.ts';
import type { Standing } from './field.ts';

const LOOK: Record<Standing, { kind: string; icon: string }> = {
  todo: { kind: 'wait', icon: 'ic-circle-dashed' },
  begun: { kind: 'warn', icon: 'ic-pencil' },
  returned: { kind: 'back', icon: 'ic-undo-2' },
  onPhone: { kind: 'warn', icon: 'ic-hard-drive' },
  received: { kind: 'prog', icon: 'ic-hourglass' },
  approved: { kind: 'ok', icon: 'ic-circle-check' },
};

/** How a family's standing is shown: its colour and icon, and its words in the reader's language. */
export function useStatus() {
  const { t } = useI18n();
  return (family: FieldFamily) => {
    const state = standing(family);
    const words = state === 'returned' ? t('standing.returned', { reason: family.returned?.reason ?? '' }) : t(`standing.${state}`);
    return { ...LOOK[state], words };
  };
}
