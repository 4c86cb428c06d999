import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ToastMessage } from '../../../ui/Toast.tsx';

/** The way from a toast to the draft that it tells of. */
export function useToDraft(): (note: { slug: string } | null | undefined) => Pick<ToastMessage, 'action'> {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (note) =>
    note
      ? {
          action: {
            label: t`Naar de conceptnotitie`,
            onPress: () => void navigate({ to: '/kennis/$slug', params: { slug: note.slug } }),
          },
        }
      : {};
}
