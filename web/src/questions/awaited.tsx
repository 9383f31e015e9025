import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client.ts';
import { listed } from '../i18n/listed.ts';
import { useText } from '../i18n/text.ts';

/** Questions that wait for a ruling stand above everything else: the dossier goes no further without one. */
export function Awaited({ questions }: { readonly questions: readonly Schema<'Question'>[] }) {
  const { t } = useTranslation();
  const text = useText();
  return questions
    .filter(({ ruling }) => ruling === null)
    .map((question) => (
      <Alert
        key={question.id}
        type="warning"
        showIcon
        style={{ marginTop: 8 }}
        title={t('questions.open', { text: text(question.text), clauses: listed(question.clauses, t) })}
      />
    ));
}
