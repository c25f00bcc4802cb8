import type { RosterReport } from '@tuntas/contract';
import { useFormat } from '@tuntas/ui';
import { useI18n } from 'vue-i18n';

/** What of a report stays out, in its own units: 3 families and 12 members; empty when all of it may enter. */
export function useKeptOut(): (report: RosterReport) => string {
  const { t } = useI18n();
  const format = useFormat();
  return ({ rejected, rejectedMembers }) => {
    const families = t('keptOut.families', { n: format.current.number(rejected) }, rejected);
    const members = t('keptOut.members', { n: format.current.number(rejectedMembers) }, rejectedMembers);
    if (rejected > 0 && rejectedMembers > 0) return t('keptOut.both', { families, members });
    if (rejected > 0) return families;
    return rejectedMembers > 0 ? members : '';
  };
}
