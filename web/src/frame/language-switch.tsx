import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n/index.ts';

/** The other language, by its own name. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <Button
      type="text"
      size="small"
      icon={<GlobalOutlined aria-hidden />}
      onClick={() => chooseLanguage(other)}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
