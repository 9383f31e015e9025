import { DatePicker, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { Trouble } from '../api/trouble.tsx';
import type { Person } from './units.ts';
import { useKeep } from './use-keep.ts';

type Posting = Person['postings'][number];

/** 卸任: the first day on which the post is no longer held. What was done in it stays in the record. */
export function LeaveButton({ person, posting }: { readonly person: string; readonly posting: Posting }) {
  const { t } = useTranslation();
  const { keep, trouble } = useKeep();
  const { installation } = useSession();
  const [until, setUntil] = useState(dayjs(installation.today));
  const leave = (): void =>
    void keep({ do: 'leave', person, body: { posting: posting.id, until: until.format('YYYY-MM-DD') } });
  return (
    <>
      <Popconfirm
        icon={null}
        title={t('people.leaveAsked')}
        description={
          <DatePicker
            allowClear={false}
            value={until}
            aria-label={t('people.until')}
            onChange={(day) => day && setUntil(day)}
          />
        }
        okText={t('people.leave')}
        onConfirm={leave}
      >
        <button type="button" className="linklike small leave">
          {t('people.leave')}
        </button>
      </Popconfirm>
      {trouble !== null && <Trouble error={trouble} />}
    </>
  );
}
