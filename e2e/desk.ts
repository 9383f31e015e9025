import { expect, type Locator, type Page } from '@playwright/test';

type People = {
  readonly people: readonly { id: string; unitName: string; postName: { zh: string } }[];
};

/** A person at their desk: signing in with one click, opening pages, choosing from lists, filling in windows. */
export class Desk {
  readonly page: Page;
  #people: People['people'] | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in as the holder of a post with one click, as the demonstration's sign-in page offers it. */
  async signInAs(unit: string, post: string): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('筛选单位、岗位、姓名').fill(unit);
    await this.page.getByRole('button', { name: post, exact: true }).first().click();
    await expect(this.page.getByRole('heading', { name: '工作台' })).toBeVisible();
  }

  /** The next person sits down at the dossier: the same door as the sign-in page's button, without the page. */
  async sitDown(unit: string, post: string, address: string): Promise<void> {
    const { request } = this.page;
    this.#people ??= ((await (await request.get('/api/demonstration/people')).json()) as People).people;
    const person = this.#people.find(({ unitName, postName }) => unitName.includes(unit) && postName.zh === post);
    if (!person) throw new Error(`the demonstration has nobody in ${unit} ${post}`);
    const answer = await request.post('/api/session/demonstration', { data: { person: person.id } });
    expect(answer.ok()).toBe(true);
    await this.page.goto(address);
  }

  /** Does one verb of the open dossier: presses it, fills in its window, confirms, and sees the window close. */
  async act(verb: string, fill: (window: Locator) => Promise<void> = async () => {}): Promise<void> {
    const window = await this.open(verb);
    await fill(window);
    await this.confirm(window, verb);
    await expect(window).toBeHidden();
  }

  /** Presses a verb of the open dossier; whose it is may stand behind its name. */
  async open(verb: string): Promise<Locator> {
    const bar = this.page.getByRole('toolbar', { name: '全部事项' });
    await bar
      .getByRole('button', { name: called(verb) })
      .first()
      .click();
    return this.page.getByRole('dialog');
  }

  /** Confirms the window of a verb. */
  async confirm(window: Locator, verb: string): Promise<void> {
    await window.getByRole('button', { name: called(verb) }).click();
  }

  /** Chooses from a list by what it is called. */
  async choose(within: Locator, list: string | RegExp, option: string): Promise<void> {
    const box = within.getByRole('combobox', { name: list });
    await box.click();
    if (await box.isEditable()) await box.fill(option);
    await this.page.getByTitle(option, { exact: true }).filter({ visible: true }).last().click();
  }
}

/** A day typed into a date field. */
export async function enterDay(within: Locator, label: string, day: string): Promise<void> {
  const field = within.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press('Enter');
}

const called = (verb: string): RegExp => new RegExp(`^${escaped(verb)}(（.+）)?$`);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
