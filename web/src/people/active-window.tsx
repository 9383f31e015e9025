import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { Dialog } from '../windows/dialog.tsx';
import { setActive } from './asks.ts';
import { leftEmpty, type Person } from './seats.ts';
import type { Book } from './use-book.ts';
import { useNamed } from './use-called.ts';
import { useKeeping } from './use-people.ts';
import { WillBeEmpty } from './will-be-empty.tsx';

type Window = { readonly person: Person; readonly book: Book; readonly close: () => void };

/** 停用、启用: asks once, and names the posts that would be left without anybody. */
export function ActiveWindow({ person, book, close }: Window) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { busy, trouble, keep } = useKeeping();
  const { active } = person;
  const name = useNamed()(person);
  const act = active ? 'deactivate' : 'reactivate';
  const send = async (): Promise<void> => {
    if (!(await keep((key) => setActive(key, person.id, !active)))) return;
    void message.success(t(`people.${act}d`, { name }));
    close();
  };
  return (
    <Dialog
      title={t(`people.${act}Sure`, { name })}
      close={close}
      onOk={() => void send()}
      okText={t(`people.${act}`)}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <p>{t(`people.${act}Hint`)}</p>
      {active && <WillBeEmpty postings={leftEmpty(book.seats, person, book.today)} day={book.today} />}
    </Dialog>
  );
}
