import { beforeAll, expect, test } from 'vitest';
import { assertNessunErrore, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda as guardaPagina, type ScenaViva, scenaViva } from './aiuti/scena.ts';

/** a Friday */
const OGGI = '2025-03-21';
const STRUTTURA = 'CASA00';

const scena = scenaViva('agenda', OGGI);
/** What the store says, through the same door. */
const leggi: ScenaViva['leggi'] = (nome, input) => scena.leggi(nome, input);
/** somebody staying there, and present today */
let chi: { id: string; cognome: string; nome: string };

beforeAll(async () => {
  const { righe } = await leggi('presenze.getMese', { struttura: STRUTTURA, mese: '2025-03' });
  const presente = (codici: string) => ['.', 'P'].includes(codici.charAt(20));
  const riga = righe.find(
    (una) => una.dataDimissione === null && una.dataIngresso < '2025-03-01' && presente(una.codici),
  );
  chi = { id: riga?.ospiteId ?? '', cognome: riga?.cognome ?? '', nome: riga?.nome ?? '' };
});

const agenda = async (dal: string, al = dal) =>
  (await leggi('agenda.list', { struttura: STRUTTURA, dal, al })).righe.filter(({ scritta }) => scritta);

const guarda = (nome: string) => guardaPagina(scena.f, nome, { immagine: 'chiara' });

async function vista(nome: string): Promise<void> {
  await scena.f.page.getByRole('radiogroup', { name: 'Che cosa mostrare' }).getByText(nome, { exact: true }).click();
}

/** The label of the field that has the focus: a drawer opens on its first field. */
const primoFuoco = () =>
  scena.f.page.evaluate(() => {
    const campo = document.activeElement;
    return campo instanceof HTMLInputElement ||
      campo instanceof HTMLTextAreaElement ||
      campo instanceof HTMLSelectElement
      ? (campo.labels?.[0]?.textContent ?? '')
      : '';
  });

/** A field of the form that is open. */
const campo = (nome: string) => scena.f.page.getByRole('dialog').getByLabel(nome, { exact: true }).first();

async function scegliOspite(nome: string): Promise<void> {
  await campo(nome).fill(chi.cognome);
  await scena.f.page
    .getByRole('option', { name: `${chi.cognome.toUpperCase()} ${chi.nome}` })
    .first()
    .click();
}

test('a visit is booked by keyboard, done with one key, and the next one is booked', async () => {
  const { page } = scena.f;
  await vai(page, `/agenda/${STRUTTURA}`);
  await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  await page.keyboard.press('v');
  await scegliOspite('Ospite');
  await campo('Giorno').fill('oggi');
  await campo('Ora').fill('930');
  await scegliVoce(page, 'Che visita', 'Visita odontoiatrica');
  await campo('Luogo').fill('Poliambulatorio di prova');
  // who goes along is one fact: the name says it
  await campo('Chi accompagna').fill('Luca Neri');
  await expect.poll(() => campo('Sì').isChecked()).toBe(true);
  await campo('Stato').selectOption('previsto');
  await guarda('agenda-visita');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Visita salvata.').waitFor();
  const mia = async () => (await agenda(OGGI)).find(({ luogo }) => luogo === 'Poliambulatorio di prova');
  expect(await mia()).toMatchObject({ genere: 'visita', ora: '09:30', stato: 'previsto', voce: 'odontoiatrica' });
  expect(await mia()).toMatchObject({ accompagnamento: true, accompagnatore: 'Luca Neri' });
  const contati = async () => (await leggi('agenda.search', { struttura: STRUTTURA, dal: OGGI, al: OGGI })).fatti;
  const prima = (await contati()).accompagnamenti;
  const riga = page.getByRole('button', { name: /^Visita odontoiatrica.*Poliambulatorio di prova/ });
  await riga.focus();
  await page.keyboard.press('f');
  await expect.poll(primoFuoco).toBe('Esito');
  await campo('Esito').fill('controllo tra un mese');
  await campo('Chi accompagna').fill('Rita Bassi');
  await campo('Prossima visita').fill('22/4');
  await page.getByRole('button', { name: 'Segna come fatta' }).click();
  await page.getByText(/Visita segnata come fatta, la prossima è prenotata per il mar 22 apr/).waitFor();
  expect(await mia()).toMatchObject({ stato: 'fatto', accompagnatore: 'Rita Bassi' });
  expect((await contati()).accompagnamenti).toBe(prima + 1);
  expect(await agenda('2025-04-22')).toMatchObject([{ ora: '09:30', stato: 'previsto', ospiti: [{ id: chi.id }] }]);
  assertNessunErrore(scena.f.errori);
});

test('one key takes the last saving back', async () => {
  const { page } = scena.f;
  await page.getByRole('button', { name: 'Annulla (Ctrl+Z)' }).click();
  await page.getByText('Annullato: è tutto come prima.').waitFor();
  expect(await agenda('2025-04-22')).toEqual([]);
  expect((await agenda(OGGI)).find(({ luogo }) => luogo?.includes('di prova'))?.stato).toBe('previsto');
  assertNessunErrore(scena.f.errori);
});

test('what was being typed comes back; a protected meeting enters its register, its report is late', async () => {
  const { page } = scena.f;
  await page.keyboard.press('i');
  await expect.poll(primoFuoco).toBe('Ospiti');
  await scegliOspite('Ospiti');
  await scegliVoce(page, 'Con chi', 'Famigliari');
  await scegliVoce(page, 'Tipo di incontro con i famigliari', 'Incontro protetto');
  // the kind says it: it is not asked again
  await page.getByText('È un incontro protetto: entra nel suo registro.').waitFor();
  await expect.poll(() => campo('Incontro protetto').count()).toBe(0);
  await campo('Chi è venuto, oltre agli ospiti').fill('la zia materna');
  const chiave = `incontro:nuovo:${STRUTTURA}:`;
  await expect.poll(async () => (await leggi('sospesi.get', { chiave }))?.dati ?? '').toContain('la zia materna');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('i');
  await page.getByText('Ripreso quello che era rimasto da salvare').waitFor();
  await campo('Chi ha osservato').fill('BIANCHI Rita');
  await campo('Che cosa si è visto').fill('Incontro sereno, la zia torna tra due settimane.');
  await campo('Relazione entro il').fill('10/3');
  await guarda('agenda-incontro');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Incontro salvato.').waitFor();
  await expect.poll(() => leggi('sospesi.get', { chiave })).toBeNull();
  await vista('Incontri protetti');
  await page.getByRole('cell', { name: 'Incontro sereno, la zia torna tra due settimane.' }).waitFor();
  await page.getByText('relazione in ritardo: era entro il 10/03/2025').waitFor();
  await guarda('agenda-protetti');
  expect(await leggi('incontri.listProtetti', { struttura: STRUTTURA, dal: OGGI, al: OGGI })).toMatchObject([
    { operatori: 'BIANCHI Rita', partecipanti: 'la zia materna', ospiti: [{ id: chi.id }] },
  ]);
  // sent before the meeting: said while it is typed, saved all the same, still to be completed
  await page.getByRole('row').filter({ hasText: 'Incontro sereno' }).getByRole('button').click();
  await campo('Relazione inviata il').fill('10/3');
  await page
    .getByText(/lun 10 mar viene prima dell’incontro/)
    .first()
    .waitFor();
  await campo('Relazione inviata il').scrollIntoViewIfNeeded();
  await guarda('agenda-relazione-prima');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: 'relazione inviata il 10/03/2025: ricontrollare il giorno' }).waitFor();
  await page.getByText(/^Relazione: lun 10 mar/).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('relazione in ritardo: era entro il 10/03/2025').waitFor();
  // what was odd of the saving goes with it
  await page.getByText(/^Relazione: lun 10 mar/).waitFor({ state: 'detached' });
  assertNessunErrore(scena.f.errori);
});

test('a weekly group proposes its meetings; everyone present with one click, then as the last time', async () => {
  const { page } = scena.f;
  await vista('Gruppi settimanali');
  await page.getByRole('button', { name: 'Nuovo gruppo…' }).click();
  await campo('Titolo').fill('Gruppo del venerdì');
  await campo('Giorno della settimana').selectOption('5');
  await campo('Ora').fill('15');
  await campo('Ore').fill('1,5');
  await campo('Dal').fill('14/3/2025');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Gruppo salvato.').waitFor();
  await page.getByRole('button', { name: /^Gruppo del venerdì/ }).waitFor();
  await guarda('agenda-gruppi');
  await vista('Giorno');
  // the one gone by that nobody wrote waits, until its month is closed
  await page
    .getByRole('button', { name: /^Gruppo del venerdì/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Non si tiene' }).click();
  await page.getByText('Segnato: questa volta il gruppo non si tiene.').waitFor();
  await expect
    .poll(async () => (await agenda('2025-03-14')).map((r) => [r.titolo, r.stato]))
    .toContainEqual(['Gruppo del venerdì', 'annullato']);
  const proposta = page.getByRole('button', { name: /^Gruppo del venerdì.*gruppo settimanale, ancora da scrivere/ });
  await proposta.waitFor();
  const prima = (await agenda(OGGI)).length;
  await proposta.focus();
  await page.keyboard.press('f');
  await page.getByRole('button', { name: /^Tutti i presenti \([1-9]/ }).click();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Attività salvata.').waitFor();
  const scritte = await agenda(OGGI);
  expect(scritte).toHaveLength(prima + 1);
  const fatta = scritte.find(({ titolo }) => titolo === 'Gruppo del venerdì');
  expect(fatta).toMatchObject({ stato: 'fatto', ora: '15:00' });
  expect(fatta?.ospiti.length).toBeGreaterThan(3);
  await vai(page, `/agenda/${STRUTTURA}?giorno=2025-03-28&vista=giorno`);
  await page.getByRole('button', { name: /^Gruppo del venerdì/ }).click();
  // prefilled with who was there the last time and is there now
  await page.getByRole('button', { name: `Come l’ultima volta, ven 21 mar (${fatta?.ospiti.length})` }).waitFor();
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect
    .poll(async () => (await agenda('2025-03-28')).map((r) => [r.stato, r.ospiti.length]))
    .toEqual([['previsto', fatta?.ospiti.length]]);
  assertNessunErrore(scena.f.errori);
});

test('the day, the week, the years', async () => {
  const { page } = scena.f;
  await vai(page, `/agenda/${STRUTTURA}?giorno=${OGGI}&vista=giorno`);
  await page.getByRole('button', { name: /^Gruppo del venerdì/ }).waitFor();
  await guarda('agenda-giorno');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'gio 20 mar' }).waitFor();
  await page.keyboard.press('o');
  await vista('Settimana');
  await page.getByRole('heading', { name: 'dom 23 mar' }).waitFor();
  await guarda('agenda-settimana');
  // schermo discreto: initials only
  const testo = () => page.getByRole('main').innerText();
  expect(await testo()).toContain(chi.cognome.toUpperCase());
  await page.keyboard.press('F9');
  await expect.poll(testo).not.toContain(chi.cognome.toUpperCase());
  await page.keyboard.press('F9');
  await vista('Cerca');
  await page.getByLabel('Ospite, luogo, tipo o titolo').fill(`${chi.cognome} odonto`);
  await page.getByRole('button', { name: 'Visita odontoiatrica' }).first().waitFor();
  const cercato = { struttura: STRUTTURA, dal: '2024-03-21', al: '2026-03-21' };
  const { fatti, totale } = await leggi('agenda.search', { ...cercato, testo: '' });
  await page.getByLabel('Ospite, luogo, tipo o titolo').fill('');
  await page.getByText(`${totale} righe`).waitFor();
  await guarda('agenda-cerca');
  await page.getByRole('button', { name: /accompagnament/ }).click();
  const accompagnati = await leggi('agenda.search', { ...cercato, solo: 'accompagnati' });
  expect(accompagnati.totale).toBe(fatti.accompagnamenti);
  await page
    .getByText(new RegExp(`^${accompagnati.totale} rig`))
    .first()
    .waitFor();
  assertNessunErrore(scena.f.errori);
});

test('the guest’s page: tabs with their counts, a new visit with one key, repeated every month', async () => {
  const { page } = scena.f;
  await vai(page, `/ospiti/${chi.id}?sezione=salute`);
  await page.getByRole('heading', { name: 'Visite sanitarie' }).waitFor();
  const prima = (await leggi('visite.listOspite', { ospiteId: chi.id })).visite.length;
  await page.keyboard.press('v');
  await scegliVoce(page, 'Che visita', 'Prelievo');
  await campo('Giorno').fill('domani');
  await campo('Giorno').press('Tab');
  await expect.poll(() => campo('Stato').inputValue()).toBe('previsto');
  await campo('Esito').press('Control+Enter');
  await page.getByText('Visita salvata.').last().waitFor();
  await page.getByRole('button', { name: '22/03/2025' }).click();
  await page.getByRole('button', { name: 'Ripeti…' }).click();
  await page.getByRole('radio', { name: 'Ogni settimana', exact: true }).check();
  await page.getByText('Saranno il 29/03/2025, 05/04/2025, 12/04/2025.').waitFor();
  await page.getByRole('radio', { name: 'Ogni più settimane' }).check();
  await page.getByText('Saranno il 05/04/2025, 19/04/2025, 03/05/2025.').waitFor();
  await page.getByRole('radio', { name: 'Ogni mese' }).check();
  await page.getByText('Saranno il 22/04/2025, 22/05/2025, 22/06/2025.').waitFor();
  await page.getByRole('button', { name: 'Prenota', exact: true }).click();
  await page.getByText('3 visite prenotate.').waitFor();
  await page.getByRole('tab', { name: `Salute ${prima + 4}` }).waitFor();
  const quante = async () => (await leggi('visite.listOspite', { ospiteId: chi.id })).visite.length;
  expect(await quante()).toBe(prima + 4);
  // taken away from its own form: it is said, nothing complains that it is gone, one key brings it back
  await page.getByRole('button', { name: '22/06/2025' }).click();
  await page.getByRole('button', { name: 'Togli la visita' }).click();
  await page.getByText('Visita tolta.').waitFor();
  expect(await page.getByText('Questa registrazione non c’è più').count()).toBe(0);
  await page.getByRole('tab', { name: `Salute ${prima + 3}` }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '22/06/2025' }).waitFor();
  expect(await quante()).toBe(prima + 4);
  await guarda('ospite-salute');
  await page.getByRole('tab', { name: 'Incontri' }).click();
  await page.getByRole('cell', { name: 'Incontro protetto' }).waitFor();
  await page.getByRole('tab', { name: 'Attività' }).click();
  await page.getByRole('cell', { name: 'Gruppo del venerdì' }).first().waitFor();
  await guarda('ospite-attivita');
  assertNessunErrore(scena.f.errori);
});

test('a person around the guest: corrected, taken away, brought back; forbidden however the name is written', async () => {
  const { page } = scena.f;
  await vai(page, `/ospiti/${chi.id}?sezione=percorso`);
  const contatti = async () =>
    (await leggi('ospiti.get', { ospiteId: chi.id })).contatti.filter(({ legame }) => legame === 'padre di prova');
  await page.getByRole('button', { name: 'Aggiungi…' }).last().click();
  await campo('Chi è per l’ospite').fill('padre di prova');
  await campo('Nome e cognome').fill('Mario Zanfrini');
  await campo('Incontri e telefonate').selectOption('vietato');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Persona di riferimento aggiunta.').waitFor();
  await page.getByRole('button', { name: 'Correggi padre di prova' }).click();
  await campo('Telefono').fill('030 555');
  await guardaPagina(scena.f, 'contatto-corretto');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('Persona di riferimento corretta.').waitFor();
  expect(await contatti()).toMatchObject([{ nome: 'Mario Zanfrini', telefono: '030 555' }]);
  await page.getByRole('button', { name: 'Togli padre di prova' }).click();
  await page.getByText('Persona di riferimento tolta.').waitFor();
  expect(await contatti()).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(contatti).toMatchObject([{ nome: 'Mario Zanfrini', telefono: '030 555', incontri: 'vietato' }]);
  await page.getByRole('button', { name: 'Togli padre di prova' }).waitFor();
  await page.keyboard.press('i');
  await scegliVoce(page, 'Con chi', 'Famigliari');
  const venuto = campo('Chi è venuto, oltre agli ospiti');
  const vietato = page.getByText('non può incontrare questo ospite: gli incontri sono vietati.');
  for (const scritto of ['la zia, Zanfrini Mario', 'sig. Zanfrini', 'il papà']) {
    await venuto.fill(scritto);
    await vietato.waitFor();
    await venuto.fill('la zia');
    await vietato.waitFor({ state: 'detached' });
  }
  // offered by name, too
  await venuto.fill('zanf');
  await page.getByRole('option', { name: 'Mario Zanfrini (padre di prova)' }).click();
  await vietato.waitFor();
  await guarda('incontro-vietato');
  await page.getByRole('button', { name: 'Salva', exact: true }).click();
  await page
    .getByText(/Mario Zanfrini \(padre di prova\): gli incontri sono vietati\./)
    .first()
    .waitFor();
  assertNessunErrore(scena.f.errori);
});
