import { words as api } from '../api/words.ts';
import { words as calendar } from '../calendar/words.ts';
import { words as cases } from '../cases/words.ts';
import { words as dossier } from '../dossier/words.ts';
import { words as due } from '../due/words.ts';
import { words as doubles } from '../doubles/words.ts';
import { words as duties } from '../duties/words.ts';
import { words as editions } from '../editions/words.ts';
import { words as evidence } from '../evidence/words.ts';
import { words as feedback } from '../feedback/words.ts';
import { words as firstHours } from '../first-hours/words.ts';
import { words as frame } from '../frame/words.ts';
import { words as importsLeft } from '../imports/left-words.ts';
import { words as imports } from '../imports/words.ts';
import { words as list } from './words.ts';
import { words as light } from '../light/words.ts';
import { words as unit } from '../people/unit-words.ts';
import { words as people } from '../people/words.ts';
import { words as said } from '../policy/said-words.ts';
import { words as notifications } from '../notifications/words.ts';
import { words as policy } from '../policy/words.ts';
import { words as objections } from '../objections/words.ts';
import { words as questions } from '../questions/words.ts';
import { words as readings } from '../readings/words.ts';
import { words as register } from '../register/words.ts';
import { words as registering } from '../registering/words.ts';
import { words as returned } from '../returned/words.ts';
import { words as route } from '../route/words.ts';
import { words as roster } from '../roster/words.ts';
import { words as settings } from '../settings/words.ts';
import { words as sheet } from '../sheet/words.ts';
import { words as signIn } from '../sign-in/words.ts';
import { words as timeline } from '../timeline/words.ts';
import { words as field } from '../verbs/field-words.ts';
import { words as obstacle } from '../verbs/obstacle-words.ts';
import { words as verbs } from '../verbs/words.ts';
import { words as windows } from '../windows/words.ts';
import { words as workbench } from '../workbench/words.ts';

/** Words of one subject in both languages, with the same keys. */
export type Words = { readonly zh: Readonly<Record<string, string>>; readonly en: Readonly<Record<string, string>> };

const subjects: Readonly<Record<string, Words>> = {
  api,
  calendar,
  cases,
  dossier,
  due,
  doubles,
  duties,
  editions,
  evidence,
  feedback,
  field,
  firstHours,
  frame,
  imports,
  importsLeft,
  light,
  list,
  obstacle,
  people,
  policy,
  notifications,
  objections,
  questions,
  readings,
  returned,
  register,
  registering,
  roster,
  route,
  said,
  settings,
  sheet,
  signIn,
  timeline,
  unit,
  verbs,
  windows,
  workbench,
};

const gathered = (language: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(subjects).map(([subject, words]) => [subject, words[language]]));

/** Every word on every screen, by subject: `t('register.reset')`. */
export const catalogs = { zh: gathered('zh'), en: gathered('en') };
