import { Alert, App, Checkbox, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../api/trouble.tsx';
import { longDay } from '../i18n/day.ts';
import { useText } from '../i18n/text.ts';
import { useUnitNamed } from '../units/short-names.ts';
import { Dialog } from '../windows/dialog.tsx';
import { takePost, type Seat } from './asks.ts';
import { DayChoice, PersonChoice, PostChoice, UnitChoice } from './choices.tsx';
import { holdersOn, nextFrom, type Holding, type Person } from './seats.ts';
import { SeatNow } from './seat-now.tsx';
import { holdingsIn, type Book } from './use-book.ts';
import { useNamed } from './use-called.ts';
import { useKeeping } from './use-people.ts';

type Entered = {
  person?: string;
  unit?: string;
  post?: string;
  from?: Dayjs;
  until?: Dayjs | null;
  instead?: boolean;
};

type Window = {
  readonly book: Book;
  /** Known when the window is opened from a post. */
  readonly seat?: Seat;
  /** Known when it is opened from a person. */
  readonly person?: Person;
  readonly close: () => void;
};

/** 任职: a person takes a post. The first day is proposed so that no gap remains after whoever held it before. */
export function HoldWindow({ book, seat, person, close }: Window) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const entered = Form.useWatch([], form);
  const named = useNamed();
  const { busy, trouble, keep } = useKeeping();
  const chosen = seat ?? (entered?.unit && entered.post ? { unit: entered.unit, post: entered.post } : undefined);
  const what = useSeatName(book);
  const propose = (unit: string | undefined, post: string | undefined): void => {
    if (unit && post) form.setFieldsValue({ from: dayjs(nextFrom(holdingsIn(book, unit, post), book.today)) });
  };
  const send = async ({ from, until, instead, ...who }: Entered): Promise<void> => {
    const id = person?.id ?? who.person;
    if (!id || !chosen || !from) return;
    const span = { from: dayText(from), until: until ? dayText(until) : null };
    const before = instead ? othersOn(holdingsIn(book, chosen.unit, chosen.post), id, span.from) : [];
    if (!(await keep((key) => takePost(key, id, { ...chosen, ...span }, before)))) return;
    const found = book.people.find((one) => one.id === id);
    const name = found ? named(found) : '';
    void message.success(t('people.held', { name, what: what(chosen), day: longDay(span.from, i18n.language) }));
    close();
  };
  return (
    <Dialog
      title={t('people.holdOf', { what: seat ? what(seat) : person ? named(person) : '' })}
      close={close}
      filled={() => form.isFieldsTouched()}
      onOk={() => form.submit()}
      okText={t('people.holdAct')}
      cancelText={t('people.cancel')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {trouble !== null && <Trouble error={trouble} />}
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={seat ? { from: dayjs(nextFrom(holdingsIn(book, seat.unit, seat.post), book.today)) } : {}}
        onValuesChange={(changed, all) => {
          if ('unit' in changed) form.setFieldsValue({ post: undefined });
          if ('post' in changed) propose(all.unit, all.post);
        }}
        onFinish={(values) => void send(values)}
      >
        {!person && <PersonChoice book={book} name="person" label={t('people.name')} required />}
        {!seat && <UnitChoice book={book} />}
        {!seat && <PostChoice book={book} unit={entered?.unit} />}
        {chosen && (
          <SeatNow holdings={holdingsIn(book, chosen.unit, chosen.post)} from={entered?.from} today={book.today} />
        )}
        <Days from={entered?.from} />
        {chosen && <Before book={book} seat={chosen} person={person?.id ?? entered?.person} from={entered?.from} />}
      </Form>
    </Dialog>
  );
}

const dayText = (day: Dayjs): string => day.format('YYYY-MM-DD');

const othersOn = (holdings: readonly Holding[], person: string | undefined, day: string): readonly Holding[] =>
  holdersOn(holdings, day).filter((held) => held.person.id !== person);

/** What a seat is called in a sentence: 县水务局经办人. */
function useSeatName(book: Book): (seat: Seat) => string {
  const { t } = useTranslation();
  const text = useText();
  const unitNamed = useUnitNamed();
  return ({ unit, post }) => {
    const name = book.units.find((one) => one.id === unit)?.posts.find((one) => one.post === post)?.postName;
    return t('obstacle.seat', { unit: unitNamed(unit), post: text(name) });
  };
}

function Days({ from }: { readonly from: Dayjs | undefined }) {
  const { t } = useTranslation();
  const day = from && dayText(from);
  return (
    <div className="pair">
      <DayChoice name="from" required />
      <DayChoice
        name="until"
        required={false}
        after={{ day, message: t('people.order') }}
        extra={t('people.untilHint')}
      />
    </div>
  );
}

type Held = {
  readonly book: Book;
  readonly seat: Seat;
  readonly person: string | undefined;
  readonly from: Dayjs | undefined;
};

/** Who is there already: the same person cannot come twice; somebody else may leave on the same day. */
function Before({ book, seat, person, from }: Held) {
  const { t } = useTranslation();
  if (!from) return null;
  const holders = holdersOn(holdingsIn(book, seat.unit, seat.post), dayText(from));
  if (holders.some((held) => held.person.id === person))
    return <Alert type="warning" showIcon role="alert" title={t('people.already')} />;
  if (holders.length === 0) return null;
  const names = holders.map((held) => held.person.name).join(t('list.comma'));
  return (
    <Form.Item name="instead" valuePropName="checked" style={{ marginBottom: 4 }}>
      <Checkbox>{t('people.instead', { names })}</Checkbox>
    </Form.Item>
  );
}
