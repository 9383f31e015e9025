import { asked } from '../../condition.ts';
import { factsOfKind } from '../../matching.ts';
import type { Kind, SheetField, Tell } from '../../model.ts';
import { emptyInNil } from '../flow/nil.ts';
import { casesWhere } from '../survey/combinations.ts';
import { mustBeFilled } from '../survey/required.ts';
import type { Finder, Found, Survey } from '../survey/survey.ts';
import { told } from '../survey/telling.ts';

type Opening = Extract<Tell, { readonly open: string }>;
type Said = { readonly kind: Kind; readonly tell: Opening; readonly path: Found['path'] };

const openings = ({ flows }: Survey): readonly Said[] =>
  flows.flatMap(({ kind, path }) =>
    kind.tells.flatMap((tell, at) => ('open' in tell ? [{ kind, tell, path: [...path, 'tells', at] }] : [])),
  );

/** Tells that open a dossier and leave a field empty that it must have, or put something there that does not fit. */
export const tellsUnfilled: Finder = (survey) => openings(survey).flatMap((said) => unfilled(said, survey));

function unfilled({ kind, tell, path }: Said, survey: Survey): readonly Found[] {
  const flow = survey.flows.find((each) => each.kind.id === tell.open);
  if (!flow) return []; // a kind that is not there is a fault of its own
  const later = new Set(
    flow.legs.flatMap(({ roads }) => roads.flatMap(({ route }) => route.steps.flatMap((step) => step.fills ?? []))),
  );
  const atOpening = flow.kind.sheet.filter(
    ({ id, required, by }) => required === true && by === undefined && !later.has(id),
  );
  const source = (to: string): SheetField | undefined => kind.sheet.find(({ id }) => id === tell.with[to]);
  const fault = (to: string, zh: string, en: string): Found =>
    told('tell-unfilled', [...path, 'with'], {
      clause: tell.clause,
      about: [kind.id, tell.id, tell.open, to],
      zh: `触发“${tell.id}”产生“${flow.kind.title.zh}”，其中必填的“${to}”${zh}`,
      en: `tell "${tell.id}" opens "${tell.open}", whose field "${to}" ${en}`,
    });
  return [
    ...atOpening.flatMap(({ id }) => {
      const from = source(id);
      if (tell.with[id] === undefined) return [fault(id, '没有写明由哪一项填入', 'must be filled and is not')];
      const worlds = casesOf(tell, survey, kind);
      if (!from) return [];
      if (!mustBeFilled(from, worlds))
        return [fault(id, `取自“${from.id}”，而它可能空着`, `is taken from "${from.id}", which may be empty`)];
      return emptyWhenNil(from, tell, survey, kind)
        ? [
            fault(
              id,
              `取自“${from.id}”，而零报告时它空着`,
              `is taken from "${from.id}", which is empty where nothing is reported (nil)`,
            ),
          ]
        : [];
    }),
    ...flow.kind.sheet.flatMap((field) => {
      const from = source(field.id);
      return from && !fits(from, field)
        ? [
            fault(
              field.id,
              `取自“${from.id}”，两者类型不同（${from.type}、${field.type}）`,
              `is taken from "${from.id}", which is of another type (${from.type}, ${field.type})`,
            ),
          ]
        : [];
    }),
  ];
}

/** Whether the tell is sent though nothing was reported and this field is empty: what asks for such a fact is not sent then. */
function emptyWhenNil({ id }: SheetField, { on, when }: Opening, { flows, walks }: Survey, kind: Kind): boolean {
  const flow = flows.find((each) => each.kind === kind)!;
  const empty = emptyInNil(flow);
  const asks = asked(when).some(({ fact }) => empty.has(fact));
  const comes = (walks.get(flow) ?? []).some(({ world, found }) => world.nil && found.points.has(on));
  return empty.has(id) && !asks && comes;
}

/** Facts at which the tell is sent, where its condition names single values: what is required just then is filled. */
const casesOf = (
  tell: Opening,
  { pack: { policy } }: Survey,
  kind: Kind,
): readonly Readonly<Record<string, string>>[] => casesWhere(tell.when, factsOfKind(kind, policy));

function fits(from: SheetField, to: SheetField): boolean {
  if (from.type === to.type)
    return (
      from.type !== 'choice' ||
      (from.values ?? []).every(({ id }) => (to.values ?? []).some((value) => value.id === id))
    );
  return false;
}
