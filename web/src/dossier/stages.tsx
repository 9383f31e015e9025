import { useText, type Text } from '../i18n/text.ts';
import { StageBar } from './stage-bar.tsx';
import { stationsOf, type Placed } from './stations.ts';

type Titled = { readonly kind: { readonly stages: readonly { readonly id: string; readonly title: Text }[] } };

/** The stages of its kind as a line of stations, in the words of its edition. */
export function Stages({ dossier }: { readonly dossier: Placed & Titled }) {
  const text = useText();
  const titled: Titled['kind'] = dossier.kind;
  const named = stationsOf(dossier).map((station) => ({
    ...station,
    name: text(titled.stages.find(({ id }) => id === station.id)?.title),
  }));
  return <StageBar stations={named} />;
}
