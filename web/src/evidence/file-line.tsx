import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloudUploadOutlined,
  DeleteOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Select } from '../choice/select.tsx';
import { usePlan } from '../api/plan.ts';
import { Trouble } from '../api/trouble.tsx';
import { useText } from '../i18n/text.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { State } from './held.ts';
import type { Proved } from './proved.ts';
import type { Queue, Queued } from './use-queue.ts';

const ICONS = {
  draft: EditOutlined,
  waiting: ClockCircleOutlined,
  sending: CloudUploadOutlined,
  arrived: CheckCircleFilled,
  refused: ExclamationCircleOutlined,
} satisfies Record<State, unknown>;

type Line = { readonly file: Queued; readonly proved: Proved; readonly queue: Queue };

/** One file: what it is, where it is, and what is said about it. */
export function FileLine({ file, proved, queue }: Line) {
  const { t } = useTranslation();
  const Icon = ICONS[file.state];
  const settled = file.state === 'arrived' || file.state === 'sending';
  return (
    <li className={file.state}>
      <Thumbnail blob={file.blob} />
      <div className="about">
        <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
          <span className="name">{file.name}</span>
          <output className="state nowrap">
            <Icon aria-hidden /> {t(`evidence.state.${file.state}`, { percent: file.percent ?? 0 })}
          </output>
        </div>
        {!settled && <Particulars file={file} proved={proved} queue={queue} />}
        {file.trouble !== undefined && <Trouble error={file.trouble} />}
      </div>
    </li>
  );
}

function Particulars({ file, proved, queue }: Line) {
  const { t } = useTranslation();
  const text = useText();
  const kinds = usePlan(proved.edition)?.evidenceKinds ?? [];
  const measures = proved.measures.map((measure) => ({ value: measure.id, label: measure.text }));
  return (
    <div className="particulars">
      <Select
        value={file.kind}
        aria-label={t('evidence.kind')}
        options={kinds.map((kind) => ({ value: kind.id, label: text(kind.label) }))}
        onChange={(kind: string) => queue.change(file.id, { kind })}
      />
      <DatePicker
        value={file.takenOn ? dayjs(file.takenOn) : null}
        aria-label={t('evidence.takenOn')}
        placeholder={t('evidence.takenOn')}
        disabledDate={(date) => date.isAfter(dayjs())}
        onChange={(date) => queue.change(file.id, { takenOn: date?.format('YYYY-MM-DD') ?? null })}
      />
      {measures.length > 0 && (
        <Select
          allowClear
          mode="multiple"
          maxTagCount="responsive"
          value={[...(file.measures ?? (file.measure ? [file.measure] : []))]}
          aria-label={t('evidence.measure')}
          placeholder={t('evidence.noMeasure')}
          options={measures}
          onChange={(chosen: string[]) => queue.change(file.id, { measure: chosen[0] ?? null, measures: chosen })}
        />
      )}
      <Input
        value={file.note}
        maxLength={500}
        placeholder={t('evidence.note')}
        aria-label={t('evidence.note')}
        onChange={(event) => queue.change(file.id, { note: event.target.value })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={`${t('evidence.remove')} ${file.name}`}
        onClick={() => queue.remove(file.id)}
      />
    </div>
  );
}
