import '@fontsource-variable/noto-sans-sc';
import './desk.css';
import './unseen.css';
import './paper.css';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { spoken } from './i18n/index.ts';
import { Refused } from './api/refused.ts';
import { sessionQuery } from './api/session.ts';
import { leaveListsByTab } from './keyboard/leave-lists.ts';
import { router } from './routes.tsx';
import { themeIn } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    // what the server refused will be refused again; what it could not answer may be answered in a moment
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.document.status > 0),
      staleTime: 5_000,
    },
  },
});

/** The page with its language, look and cache. */
function Desk() {
  return (
    <QueryClientProvider client={queries}>
      <Dressed />
    </QueryClientProvider>
  );
}

const PLAIN = { main: null, second: null };

/** The page in this installation's colours, as soon as they are known. */
function Dressed() {
  const { i18n } = useTranslation();
  const { data } = useQuery(sessionQuery);
  const chosen = data?.installation.appearance ?? PLAIN;
  useEffect(() => {
    const { style } = document.documentElement;
    for (const [variable, value] of [
      ['--river', chosen.main],
      ['--bank', chosen.second],
    ] as const)
      if (value === null) style.removeProperty(variable);
      else style.setProperty(variable, value);
  }, [chosen.main, chosen.second]);
  const english = i18n.language === 'en';
  dayjs.locale(english ? 'en' : 'zh-cn');
  return (
    <ConfigProvider locale={english ? enUS : zhCN} theme={themeIn(chosen)} button={{ autoInsertSpace: false }}>
      <App>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  );
}

leaveListsByTab();
function show(): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Desk />
    </StrictMode>,
  );
}

void spoken.then(show);
