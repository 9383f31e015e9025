import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFound, type Found } from './found.ts';
import { LeftOut } from '../lists/left-out.tsx';
import { useShortcut } from './shortcut.ts';

/** Finds a problem by number, place or words, a unit, a page. `Ctrl K` or `/` opens it from anywhere. */
export function Finder() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut(() => setOpen(true));
  return (
    <>
      <button type="button" className="finder" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden /> <span className="grow">{t('frame.search')}</span> <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={<span className="unseen">{t('frame.search')}</span>}
        styles={{ header: { margin: 0 } }}
        footer={null}
        closable={false}
        width={620}
        style={{ top: 84 }}
        destroyOnHidden
      >
        <Palette close={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Palette({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { found, settled, leftOut } = useFound(text);
  const chosen = Math.min(at, found.length - 1);
  const go = (one: Found | undefined): void => {
    if (!one) return;
    close();
    one.open();
  };
  const move = (key: string): boolean => {
    if (key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (key === 'Enter') go(found[chosen]);
    else return false;
    return true;
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        value={text}
        placeholder={t('frame.searchHint')}
        aria-label={t('frame.search')}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be typed into
        role="combobox"
        aria-expanded
        aria-controls="found"
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (move(event.key)) event.preventDefault();
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- what the combobox above controls */}
      <ul className="found" id="found" role="listbox" aria-label={t('frame.search')}>
        {found.map((one, index) => (
          <Line key={one.key} one={one} chosen={index === chosen} go={() => go(one)} />
        ))}
      </ul>
      <LeftOut words={leftOut} />
      {settled && found.length === 0 && <p className="nothing">{t('frame.nothingFound')}</p>}
    </>
  );
}

function Line({ one, chosen, go }: { readonly one: Found; readonly chosen: boolean; readonly go: () => void }) {
  const { t } = useTranslation();
  return (
    // the keyboard moves through the list from the text field above it
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
    <li role="option" aria-selected={chosen} onClick={go}>
      <span className="quiet tiny nowrap">{one.mark}</span>
      <span className="subject">{one.title}</span>
      <span className="quiet tiny nowrap">{one.aside || t(`frame.kind.${one.kind}`)}</span>
    </li>
  );
}
