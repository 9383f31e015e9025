import { ImportOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import { paths } from '../../paths.ts';

/** The way in by the workbook, for whoever may bring in one of this kind. */
export function ImportLink({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (!kind.mayImport) return null;
  return (
    <Button
      icon={<ImportOutlined aria-hidden />}
      className="wide-only"
      onClick={() => void navigate({ to: paths.importKind, params: { kind: kind.id } })}
    >
      {t('cases.import')}
    </Button>
  );
}
