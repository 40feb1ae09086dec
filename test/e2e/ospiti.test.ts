import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assertNessunErrore, salva, scegliFile, scegliVoce, vai } from './aiuti/gesti.ts';
import { guarda as guardaPagina, scenaDemo } from './aiuti/scena.ts';

const OGGI = '2025-03-21';

const scena = scenaDemo('ospiti', OGGI);
/** the guest of this story: surname as the list writes it, and the address of the page */
let cognome = '';
let pagina = '';

const guarda = (nome: string) =>
  guardaPagina(scena.f, nome, { immagine: 'chiara e scura', escludi: '[class*=filigrana]' });

const salvataggio = (frase: string) => scena.f.page.getByText(frase).first().waitFor();
const dialogo = () => scena.f.page.getByRole('dialog');

async function ricarica(dove: string): Promise<void> {
  await vai(scena.f.page, '/registro');
  await scena.f.page.getByRole('heading', { level: 1, name: 'Registro' }).waitFor();
  await vai(scena.f.page, dove);
}

test('a guest is found with a wrong letter, and the page opens', async () => {
  const { page } = scena.f;
  await vai(page, '/ospiti');
  const primo = page.getByRole('rowheader').first().getByRole('link');
  await primo.waitFor();
  cognome = /^[\p{Lu}'’ ]+(?= \p{Lu}\p{Ll})/u.exec(await primo.innerText())?.[0] ?? '';
  expect(cognome.length).toBeGreaterThan(4);
  // two neighbours swapped, as a tired hand does
  const storpiato = cognome.charAt(0) + cognome.charAt(2) + cognome.charAt(1) + cognome.slice(3);
  await page.getByLabel('Cognome, nome o codice fiscale').fill(storpiato);
  await page.getByText('questi sono i nomi più vicini').waitFor();
  const trovato = page.getByRole('rowheader').getByRole('link', { name: cognome });
  await trovato.first().click();
  await page.getByRole('heading', { level: 1, name: cognome }).waitFor();
  pagina = new URL(page.url()).hash.slice(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Cerca persone e azioni' }).fill(storpiato);
  await page
    .getByRole('option', { name: new RegExp(cognome) })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await dialogo().waitFor({ state: 'detached' });
});

test('an alert is added by keyboard and is on the page and in the list', async () => {
  const { page } = scena.f;
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('l');
  await dialogo().getByLabel('Avvertenza', { exact: true }).fill('lattice');
  await page.keyboard.press('Enter');
  await salvataggio('Avvertenza salvata.');
  const segni = page.getByRole('list', { name: 'Da sapere subito' });
  await segni.getByText('Allergia: lattice').waitFor();
  await vai(page, '/ospiti');
  await page.getByRole('row', { name: cognome }).getByText('Allergia: lattice').waitFor();
  await guarda('ospiti-elenco');
  await vai(page, pagina);
  await segni.getByText('Allergia: lattice').waitFor();
});

test('who the guest is: the place from the list, the code proposed and taken, all of it there after a reload', async () => {
  const { page } = scena.f;
  await page.getByRole('button', { name: 'Correggi…' }).click();
  const luogo = dialogo().getByLabel('Luogo di nascita');
  await luogo.fill('brescia');
  await page.getByRole('option', { name: 'Brescia (BS)' }).waitFor();
  await luogo.press('Enter');
  await expect.poll(() => luogo.inputValue()).toBe('Brescia (BS)');
  await dialogo().getByLabel('Codice fiscale', { exact: true }).fill('');
  await dialogo()
    .getByRole('button', { name: /^Usa il codice/ })
    .click();
  const campo = dialogo().getByLabel('Codice fiscale', { exact: true });
  await expect.poll(() => campo.inputValue()).toMatch(/^[A-Z]{6}\d\d[A-Z]\d\dB157[A-Z]$/);
  const codice = await campo.inputValue();
  await dialogo().getByText('coerente').waitFor();
  await dialogo().getByLabel('Telefono').fill('030 5550101');
  await guarda('ospiti-identita');
  await dialogo().getByRole('button', { name: 'Salva', exact: true }).click();
  await salvataggio('Identità salvata.');
  await ricarica(pagina);
  await page.getByText(codice).first().waitFor();
  await page.getByText('030 5550101').waitFor();
});

test('what does not agree is said and saved all the same', async () => {
  const { page } = scena.f;
  await page.getByRole('button', { name: 'Correggi…' }).click();
  const luogo = dialogo().getByLabel('Luogo di nascita');
  await luogo.fill('milano');
  await page.getByRole('option', { name: 'Milano (MI)' }).waitFor();
  await luogo.press('Enter');
  await expect.poll(() => luogo.inputValue()).toBe('Milano (MI)');
  await dialogo().getByText('nato in un altro luogo').waitFor();
  await dialogo().getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('di chi è nato a Brescia (BS)').first().waitFor();
});

test('documents and the photograph: kept, shown in the page, given back byte by byte', async () => {
  const { page } = scena.f;
  await page.getByRole('tab', { name: 'Documenti' }).click();
  await page.getByRole('button', { name: 'Aggiungi un documento…' }).click();
  const testo = join(scena.cartella, 'informativa.txt');
  writeFileSync(testo, 'Informativa firmata: perché è così.\n');
  await scegliFile(page, 'Scegli il file…', testo);
  await dialogo().getByLabel('Che documento è').fill('informativa sulla privacy');
  await scegliVoce(page, 'Tipo', 'Consenso');
  await dialogo().getByLabel('Scadenza').fill('31/12/2026');
  await dialogo().getByRole('button', { name: 'Salva', exact: true }).click();
  await salvataggio('Documento salvato.');
  await page.getByRole('button', { name: 'Guarda «informativa sulla privacy»' }).click();
  await dialogo().getByText('perché è così').waitFor();
  await page.keyboard.press('Escape');
  await dialogo().waitFor({ state: 'detached' });
  const copia = await salva(page, 'Salva una copia di «informativa sulla privacy»');
  expect(copia.nome).toBe('informativa.txt');
  expect(readFileSync(copia.path, 'utf8')).toBe(readFileSync(testo, 'utf8'));
  // taken away it is said, and one key brings it back
  await page.getByRole('button', { name: 'Togli «informativa sulla privacy»' }).click();
  await salvataggio('Documento tolto.');
  await page.getByRole('button', { name: 'Guarda «informativa sulla privacy»' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Guarda «informativa sulla privacy»' }).waitFor();
  const foto = join(scena.cartella, 'foto.png');
  await page.screenshot({ path: foto });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Fotografia' }).click();
  await page.getByRole('menuitem', { name: 'Metti una fotografia…' }).click();
  await (await chooser).setFiles(foto);
  await page.getByRole('img', { name: /^Fotografia di/ }).waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('img', { name: /^Fotografia di/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('F9');
  await guarda('ospiti-documenti');
  await ricarica(`${pagina}?sezione=documenti`);
  await page.getByRole('img', { name: /^Fotografia di/ }).waitFor();
  await page.getByText('scade il 31/12/2026').waitFor();
});

test('a person around the guest, and whether they may be met', async () => {
  const { page } = scena.f;
  await vai(page, pagina);
  await page.getByRole('button', { name: 'Aggiungi…' }).click();
  await dialogo().getByLabel('Chi è per l’ospite').fill('padre');
  await scegliVoce(page, 'Che figura è', 'Genitore');
  await scegliVoce(page, 'Incontri e telefonate', 'Solo protetti');
  await dialogo().getByLabel('Nome e cognome').fill('Prova Padre');
  await dialogo().getByRole('button', { name: 'Salva', exact: true }).click();
  await page.getByText('solo incontri protetti').waitFor();
});

test('the path is drawn, and is a list for who asks', async () => {
  const { page } = scena.f;
  await page.getByRole('img', { name: /^Il percorso come disegno/ }).waitFor();
  await page.getByText('Il percorso come elenco').click();
  const elenco = page.getByRole('region', { name: 'Percorso' }).getByRole('listitem');
  await elenco.first().waitFor();
  expect(await elenco.first().innerText()).toMatch(/dal \d\d\/\d\d\/\d{4}/);
  await page.getByText('Il percorso come elenco').click();
  await guarda('ospiti-cartella');
  // what a refused search of the host wrote in the console would be here
  assertNessunErrore(scena.f.errori);
});
