import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';

// most visits to the list open no window: its fields come when it is asked for
const RegisterWindow = lazy(() =>
  import('../registering/window.tsx').then(({ RegisterWindow: shown }) => ({ default: shown })),
);

/** 登记问题: one problem by hand. Offered to whoever may also import. */
export function RegisterForm({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const { menu } = useSession();
  const [open, setOpen] = useState(false);
  if (!menu.includes('imports')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('register.newProblem')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <RegisterWindow close={() => setOpen(false)} done={done} />
        </Suspense>
      )}
    </>
  );
}
