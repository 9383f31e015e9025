import { App, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useUnitNamed } from '../units/short-names.ts';
import { Dialog } from '../windows/dialog.tsx';
import { handOver } from './asks.ts';
import { DayChoice, PersonChoice } from './choices.tsx';
import { holdersOn, leftEmpty, type Holding } from './seats.ts';
import { holdingsIn, type Book } from './use-book.ts';
import { useKeeping } from './use-people.ts';
import { WillBeEmpty } from './will-be-empty.tsx';

type Entered = { until?: Dayjs; successor?: string };
type Window = { readonly book: Book; readonly held: Holding; readonly close: () => void };

/** 离任: from which day on, who comes on the same day; a post left without anybody is pointed out. */
export function LeaveWindow({ book, held, close }: Window) {
  const { person, posting } = held;
  const { t, i18n } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const entered = Form.useWatch([], form);
  const { busy, trouble, keep } = useKeeping();
  const what = t('obstacle.seat', { unit: unitNamed(posting.unit), post: text(posting.postName) });
  const first = posting.from > book.today ? posting.from : book.today;
  const until = entered?.until?.format('YYYY-MM-DD');
  const send = async (values: Entered): Promise<void> => {
    const day = values.until?.format('YYYY-MM-DD') ?? first;
    if (!(await keep((key) => handOver(key, person, posting, day, values.successor)))) return;
    void message.success(t('people.left', { name: person.name, what, day: longDay(day, i18n.language) }));
    close();
  };
  const others =
    until === undefined
      ? []
      : holdersOn(holdingsIn(book, posting.unit, posting.post), until).filter((one) => one.person.id !== person.id);
  return (
    <Dialog
      title={t('people.leaveOf', { what: `${person.name} ${what}` })}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('people.leaveAct')}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ until: dayjs(first) }}
        onFinish={(values) => void send(values)}
      >
        <Fields book={book} held={held} />
        {others.length > 0 && (
          <p className="small">
            {t('people.stillHeld', { names: others.map((one) => one.person.name).join(t('list.comma')) })}
          </p>
        )}
        {until !== undefined && !entered?.successor && (
          <WillBeEmpty postings={leftEmpty(book.seats, person, until, posting.id)} day={until} />
        )}
      </Form>
    </Dialog>
  );
}

/** The day, and who comes on it. */
function Fields({ book, held: { person, posting } }: Omit<Window, 'close'>) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <DayChoice
        name="until"
        required
        extra={t('people.leaveHint')}
        after={{
          day: posting.from,
          sameDay: true,
          message: t('people.tooEarly', { day: longDay(posting.from, i18n.language) }),
        }}
      />
      <PersonChoice
        book={book}
        name="successor"
        label={t('people.successor')}
        required={false}
        except={person.id}
        extra={t('people.successorHint')}
      />
    </>
  );
}
