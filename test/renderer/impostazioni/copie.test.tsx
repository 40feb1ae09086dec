import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Output } from '../../../electron/contract/index.ts';
import { Ripristino } from '../../../renderer/accesso/ripristino.tsx';
import { Copie } from '../../../renderer/impostazioni/copie.tsx';
import { Ricostruzione } from '../../../renderer/impostazioni/ricostruzione.tsx';
import { StatusLine } from '../../../renderer/shell/status-line.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { ACCOGLIENZA, sessione } from '../aiuti/sessione.ts';

const IERI = Date.parse('2025-04-01T18:40:00');
const COPIA: Output<'copie.get'>['luoghi'][number]['copie'][number] = {
  ...{ file: '/usb/approdo-2025-04-01-184000-1a2b3c4d.copia', nome: 'approdo-2025-04-01-184000-1a2b3c4d.copia' },
  ...{ createdAtMs: IERI, byte: 1_100_000, motivo: 'chiusura', verificata: true, propria: true },
};
const VECCHIA = { ...COPIA, file: '/usb/b.copia', nome: 'b.copia', createdAtMs: IERI - 86_400_000, verificata: false };
const STATO: Output<'copie.get'> = {
  luoghi: [
    {
      ...{ percorso: '/usb', tipo: 'chiavetta', errore: 'La chiavetta non c’è: inserirla.' },
      ...{ ultima: { atMs: IERI, file: COPIA.nome, byte: COPIA.byte }, dalMs: IERI, copie: [COPIA, VECCHIA] },
    },
  ],
  ...{
    predefinito: false,
    arretrati: ['Questo registro è più vecchio dei pacchi.'],
    suggeriti: ['/media/USB'],
    prova: null,
  },
};
const REGOLE = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
const violazioni = async () => (await axe.run(document.body, REGOLE)).violations.map((v) => v.id);

afterEach(cleanup);

describe('the panel of the copies', () => {
  test('says where they are, which are verified, what is behind; a rehearsal is one password and one sentence', async () => {
    const user = userEvent.setup();
    const frase = 'La copia si apre ed è in ordine: tornando a lei si perderebbero 2 modifiche fatte dopo.';
    const chiamate = ospita({
      'copie.get': () => STATO,
      'copie.prova': () => ({ esito: true, frase, persi: 2, controlli: [{ nome: 'Quadratura', esito: true }] }),
    });
    await mostra(<Copie oggi="2025-04-02" />, '/impostazioni');
    const righe = within(await screen.findByRole('table', { name: 'Copie che ci sono adesso' })).getAllByRole('row');
    expect(righe.slice(1).map((riga) => riga.textContent)).toEqual([
      expect.stringMatching(/^ieri 18:40.*alla chiusura1,1 MB Sì/),
      expect.stringMatching(/da controllare/),
    ]);
    expect(screen.getByText('La chiavetta non c’è: inserirla.')).toBeTruthy();
    expect(screen.getByText('Questo registro è più vecchio dei pacchi.')).toBeTruthy();
    expect(await violazioni()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Prova il ripristino della copia fatta ieri 18:40' }));
    await user.click(await screen.findByRole('button', { name: 'Prova adesso' }));
    expect(screen.getByText('Scrivere la password.')).toBeTruthy();
    await user.type(screen.getByLabelText(/Password che valeva/), 'quella di allora');
    await user.click(screen.getByRole('button', { name: 'Prova adesso' }));
    expect(await screen.findByText(frase)).toBeTruthy();
    expect(chiamate.filter((c) => c.nome === 'copie.prova').map((c) => c.input)).toEqual([
      { file: COPIA.file, password: 'quella di allora' },
    ]);
  });

  test('a second place, a stick found by itself; a refusal is said in the form', async () => {
    const user = userEvent.setup();
    let rifiuta = true;
    const chiamate = ospita({
      'copie.get': () => STATO,
      'copie.save': () => {
        if (rifiuta) throw new ErroreApprodo('copia.doppio', '/media/USB: è indicato due volte.');
        return {};
      },
    });
    await mostra(<Copie oggi="2025-04-02" />, '/impostazioni');
    await screen.findByRole('table', { name: 'Luoghi delle copie' });
    await user.click(screen.getByRole('button', { name: 'Cambia i luoghi…' }));
    await user.click(await screen.findByRole('button', { name: 'Aggiungi un secondo luogo' }));
    const secondo = screen.getByRole('group', { name: 'Secondo luogo' });
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    expect(await screen.findByText('Scrivere la cartella.')).toBeTruthy();
    await user.click(within(secondo).getByRole('button', { name: '/media/USB' }));
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    expect(await screen.findByText('/media/USB: è indicato due volte.')).toBeTruthy();
    rifiuta = false;
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    expect(await screen.findByText('Luoghi delle copie salvati.')).toBeTruthy();
    expect(chiamate.findLast((c) => c.nome === 'copie.save')?.input).toEqual({
      luoghi: [
        { percorso: '/usb', tipo: 'chiavetta' },
        { percorso: '/media/USB', tipo: 'chiavetta' },
      ],
    });
  });
});

describe('the bottom line', () => {
  test('the last copy, and since when the stick is out', async () => {
    ospita({
      'copie.getStato': () => ({
        ...{ ultimaAtMs: IERI, arretrato: false },
        mancanti: [{ tipo: 'chiavetta', assente: true, dalMs: Date.parse('2025-03-12T09:00:00') }],
      }),
      'pacchi.list': () => [],
    });
    await mostra(<StatusLine sessione={sessione()} />);
    expect(await screen.findByText('Ultima copia: ieri 18:40; la chiavetta non c’è dal 12 mar')).toBeTruthy();
  });
});

describe('the door that restores', () => {
  test('the newest verified copy is chosen; a folder is looked into; the password is asked; then in', async () => {
    const user = userEvent.setup();
    const onAperto = vi.fn();
    const chiamate = ospita({
      'ripristino.list': ({ percorso }: { percorso?: string }) => ({
        copie: percorso === undefined ? [] : [COPIA, VECCHIA],
        ...{ cercato: [], occupata: true, inUscita: 2 },
      }),
      'ripristino.run': () => ({ createdAtMs: IERI, messoDaParte: '/dati/messo-da-parte-x' }),
      'sessione.open': () => sessione(),
    });
    await mostra(<Ripristino oggi="2025-04-02" onAperto={onAperto} onIndietro={() => {}} />);
    expect(await screen.findByText(/Nessuna copia qui/)).toBeTruthy();
    await user.type(screen.getByLabelText('Cartella o file della copia'), '/usb{Enter}');
    expect(((await screen.findByRole('radio', { name: /ieri 18:40/ })) as HTMLInputElement).ariaChecked).toBe('true');
    expect(screen.getByText(/viene messo da parte.*2 pacchi già preparati restano/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ripristina' }));
    expect(screen.getByText('Scrivere la password.')).toBeTruthy();
    expect(await violazioni()).toEqual([]);
    await user.type(screen.getByLabelText(/Password che valeva/), 'quella di allora');
    await user.click(screen.getByRole('button', { name: 'Ripristina' }));
    expect(await screen.findByText(/Ripristinata la copia fatta ieri 18:40.*messo-da-parte-x/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Entra nel registro' }));
    await waitFor(() => expect(onAperto).toHaveBeenCalled());
    expect(chiamate.filter((c) => c.nome !== 'ripristino.list').map((c) => c.input)).toEqual([
      { file: COPIA.file, password: 'quella di allora' },
      { password: 'quella di allora' },
    ]);
  });
});

describe('the reconstruction', () => {
  test('at the Accoglienza the fingerprint is read before anything is made', async () => {
    const user = userEvent.setup();
    const chiave = { id: 'k', nome: 'Casa Aurora', strutture: ['CASA00'], impronta: 'aa bb', createdAtMs: 0 };
    const chiamate = ospita({
      'sessione.get': () => sessione(ACCOGLIENZA),
      'chiavi.list': () => [{ ...chiave, ruolo: 'comunita' }],
      'ricostruzioni.check': () => ({
        ...{ nome: 'Casa Aurora', strutture: ['CASA00'], pacchi: 12, ultimoMese: '2025-03' },
        ...{ impronta: 'c0de cafe', chiaveNuova: true },
      }),
      'ricostruzioni.prepare': () => {
        throw new ErroreApprodo('ricostruzione.vuota', 'Non è arrivato nessun pacco.');
      },
    });
    await mostra(<Ricostruzione centrale />, '/impostazioni');
    await screen.findByLabelText('Comunità da ricostruire');
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    await user.upload(input, new File(['{"chiave":1}'], 'nuova.json', { type: 'application/json' }));
    expect(await screen.findByText(/Leggere al telefono con Casa Aurora questa impronta.*c0de cafe/)).toBeTruthy();
    expect(screen.getByText(/12 pacchi, fino a marzo 2025/)).toBeTruthy();
    expect(chiamate.some((c) => c.nome === 'ricostruzioni.prepare')).toBe(false);
    await user.click(screen.getByRole('button', { name: /L’impronta è la stessa/ }));
    expect(await screen.findByText('Non è arrivato nessun pacco.')).toBeTruthy();
    expect(chiamate.find((c) => c.nome === 'ricostruzioni.prepare')?.input).toEqual({
      ...{ struttura: 'CASA00', chiave: '{"chiave":1}' },
    });
  });

  test('in a community it says which months came, the next number, and what parcels do not hold', async () => {
    const user = userEvent.setup();
    ospita({
      'strutture.list': () => [],
      'chiavi.list': () => [],
      'ricostruzioni.import': () => ({
        ...{ esito: 'nuovo', avvisi: [] },
        strutture: [{ codice: 'CASA00', nome: 'Casa Aurora', mesi: ['2025-01', '2025-02'], prossimoNumero: 3 }],
      }),
    });
    await mostra(<Ricostruzione centrale={false} />, '/impostazioni');
    await screen.findByRole('button', { name: 'Importa la ricostruzione…' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    await user.upload(input, new File(['xx'], 'CASA00.ricostruzione'));
    expect(
      await screen.findByText('CASA00: 2 mesi, da gennaio 2025 a febbraio 2025; il prossimo pacco sarà il numero 3.'),
    ).toBeTruthy();
    expect(screen.getByText(/I pacchi non contengono gli accessi/)).toBeTruthy();
  });
});
